package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Profile;
import plumbline.contract.event.Reminder;
import plumbline.simulator.device.DeviceMessage;
import plumbline.simulator.device.VirtualDevice;
import plumbline.simulator.roster.Enrolled;
import plumbline.simulator.roster.PlayPlan;
import plumbline.simulator.roster.Profiles;
import plumbline.simulator.roster.Roster;
import plumbline.simulator.roster.UploadFormat;
import plumbline.streams.device.DeviceInput;
import plumbline.streams.device.DeviceMachine;
import plumbline.streams.device.DeviceState;
import plumbline.streams.device.Effect;
import plumbline.streams.settings.RuleSettings;

/** Simulated wearers and the rules, without anything between them. */
class SimulatedWearersTest {
    private static final Instant CONNECT = Instant.parse("2026-01-05T21:40:00Z");
    private static final Duration SHOW = Duration.ofMinutes(10);
    private static final int SEEDS = 20;

    private final DeviceMachine machine = new DeviceMachine(RuleSettings.DEFAULTS);
    private final Map<DeviceId, DeviceState> states = new HashMap<>();
    private final List<Reminder> raised = new ArrayList<>();

    @Test
    void theFirstReminderComesWithinAMinuteOfDeviceTimeAndMoreThanOneIssueFollows() {
        for (long seed = 0; seed < SEEDS; seed++) {
            show(new PlayPlan(12, seed, Duration.ofMinutes(10), UploadFormat.MIXED));

            assertThat(raised.get(0).issue()).as("seed %d", seed).isEqualTo(PostureIssue.FORWARD_NECK);
            assertThat(raised.get(0).raisedAt()).as("seed %d", seed).isBefore(CONNECT.plusSeconds(60));
            assertThat(raised).as("seed %d", seed).hasSizeGreaterThanOrEqualTo(3);
            assertThat(raised).as("seed %d", seed).extracting(Reminder::issue).contains(PostureIssue.ROUNDED_SHOULDERS);
        }
    }

    private void show(PlayPlan plan) {
        states.clear();
        raised.clear();
        Map<DeviceId, Profile> profiles = Profiles.of(plan, CONNECT);
        List<Enrolled> roster = Roster.of(plan, CONNECT, Duration.ofSeconds(100));
        for (Enrolled enrolled : roster) {
            DeviceId id = enrolled.device().id();
            states.put(id, new DeviceState());
            advance(enrolled.device(), new DeviceInput.ProfileChanged(profiles.get(id)), CONNECT.toEpochMilli());
        }
        for (long second = 0; second <= SHOW.toSeconds(); second++) {
            long now = CONNECT.toEpochMilli() + second * 1_000;
            roster.forEach(enrolled -> live(enrolled.device(), now));
        }
    }

    private void live(VirtualDevice device, long now) {
        for (DeviceMessage message : device.advance(now)) {
            if (message instanceof DeviceMessage.Readings read) {
                advance(device, new DeviceInput.UploadArrived(read.upload()), now);
            } else if (message instanceof DeviceMessage.Said said) {
                advance(device, new DeviceInput.AnswerArrived(said.answer()), now);
            }
        }
    }

    private void advance(VirtualDevice device, DeviceInput input, long now) {
        machine.advance(device.id(), states.get(device.id()), input, now, effect -> {
            assertThat(effect).isNotInstanceOf(Effect.InputRejected.class);
            if (effect instanceof Effect.ReminderRaised reminder) {
                raised.add(reminder.reminder());
                device.receive(reminder.reminder(), now);
            }
        });
    }
}
