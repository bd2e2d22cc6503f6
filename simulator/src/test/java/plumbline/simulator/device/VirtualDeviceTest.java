package plumbline.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.UploadCodec;
import plumbline.contract.device.Answer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.StoredWatermark;
import plumbline.contract.device.Upload;
import plumbline.simulator.wearer.Persona;
import plumbline.simulator.wearer.Personas;

class VirtualDeviceTest {
    private static final long T = SimulatedDay.START.toEpochMilli();

    @Test
    void connectedItSendsFiveReadingsEveryFiveSeconds() {
        List<DeviceMessage> messages =
                SimulatedDay.device(Personas.TYPICAL, 1, Duration.ZERO).advance(T + 9_999);

        assertThat(messages.get(0)).isInstanceOf(DeviceMessage.Online.class);
        List<Upload> uploads = SimulatedDay.uploads(messages);
        assertThat(uploads).extracting(Upload::seq).containsExactly(0L, 5L);
        assertThat(uploads).extracting(Upload::sentAtMillis).containsExactly(T + 4_000, T + 9_000);
        assertThat(uploads).extracting(Upload::historical).containsOnly(false);
    }

    @Test
    void whatItStoredGoesOutAtTheFirstConnectionByTheMinute() {
        VirtualDevice device = SimulatedDay.device(Personas.TYPICAL, 1, Duration.ofSeconds(150));

        assertThat(device.advance(T + 149_999)).isEmpty();
        List<Upload> uploads = SimulatedDay.uploads(device.advance(T + 150_000));

        assertThat(uploads).extracting(Upload::size).containsExactly(60, 60, 30);
        assertThat(uploads).extracting(Upload::seq).containsExactly(0L, 60L, 120L);
        assertThat(uploads).extracting(Upload::sentAtMillis).containsOnly(T + 150_000);
        assertThat(uploads).extracting(Upload::historical).containsOnly(true);
    }

    @Test
    void everyReadingOfADayIsNumberedOnceAndEveryUploadIsAccepted() {
        UploadCodec codec = new UploadCodec();
        for (Persona persona : Personas.ALL) {
            SimulatedDay day = SimulatedDay.of(persona, 77, Duration.ofDays(2));
            long boot = 0;
            long next = 0;
            long readings = 0;
            for (Upload upload : day.uploads()) {
                boolean rebooted = upload.boot() == boot + 1 || boot == 0;
                assertThat(upload.seq()).as(persona.name()).isEqualTo(rebooted ? 0 : next);
                boot = upload.boot();
                next = upload.seq() + upload.size();
                readings += upload.size();
                assertThat(codec.decode(new DeviceId("d"), codec.encodeJson(upload), null))
                        .isEqualTo(new Decoded.Accepted<>(upload));
            }
            assertThat(readings).as(persona.name()).isEqualTo(day.readings());
        }
    }

    @Test
    void aGapStoresAndTheNextConnectionCatchesUp() {
        List<DeviceMessage> messages = SimulatedDay.device(Personas.TAKES_OFF, 5, Duration.ZERO)
                .advance(T + Duration.ofHours(24).toMillis());

        boolean online = false;
        int gaps = 0;
        for (DeviceMessage message : messages) {
            if (message instanceof DeviceMessage.Online) {
                online = true;
            } else if (message instanceof DeviceMessage.Offline) {
                online = false;
                gaps++;
            } else {
                assertThat(online).as("nothing is sent in a gap").isTrue();
            }
        }
        assertThat(gaps).as("seed 5").isBetween(2, 40);
        assertThat(SimulatedDay.uploads(messages)).anyMatch(Upload::historical);
    }

    @Test
    void whatIsNotStoredInTimeIsSentAgainAndWhatIsStoredIsFreed() {
        VirtualDevice device = SimulatedDay.device(Personas.TYPICAL, 1, Duration.ZERO);
        List<Upload> uploads = SimulatedDay.uploads(device.advance(T + 9_999));
        device.stored(StoredWatermark.of(uploads.get(0).boot(), 4));
        assertThat(device.held()).isEqualTo(1);

        long patient = T + 9_000 + SimulatedDay.PATIENCE.toMillis();
        assertThat(device.sendAgain(patient - 1)).isEmpty();
        assertThat(SimulatedDay.uploads(device.sendAgain(patient)))
                .extracting(Upload::seq)
                .containsExactly(5L);
    }

    @Test
    void nothingIsSentAgainWhileItIsNotConnected() {
        VirtualDevice device = SimulatedDay.device(Personas.TYPICAL, 1, Duration.ofHours(1));
        device.advance(T + 600_000);

        assertThat(device.sendAgain(T + 3_000_000)).isEmpty();
    }

    @Test
    void aReminderThatComesTwiceIsShownOnce() {
        VirtualDevice device = SimulatedDay.device(Personas.UPRIGHT, 1, Duration.ZERO);

        assertThat(device.receive(Reminders.neck("a"), T)).isTrue();
        assertThat(device.receive(Reminders.neck("a"), T)).isFalse();
        assertThat(device.receive(Reminders.neck("b"), T)).isTrue();
    }

    @Test
    void theWearerAnswersWithinItsDelay() {
        int answered = 0;
        for (long seed = 0; seed < 200; seed++) {
            VirtualDevice device = SimulatedDay.device(Personas.UPRIGHT, seed, Duration.ZERO);
            device.advance(T + 10_000);
            device.receive(Reminders.neck("a"), T + 10_500);
            List<Answer> answers = answers(device.advance(T + 80_000));
            for (Answer answer : answers) {
                assertThat(answer.at())
                        .as("seed %d", seed)
                        .isBetween(Instant.ofEpochMilli(T + 13_500), Instant.ofEpochMilli(T + 71_000));
            }
            answered += answers.isEmpty() ? 0 : 1;
        }
        assertThat(answered).as("seeds 0 to 199").isBetween(180, 200);
    }

    @Test
    void anAnswerGivenInAGapIsSentAtTheNextConnection() {
        for (long seed = 0; seed < 20; seed++) {
            VirtualDevice device = SimulatedDay.device(Personas.UPRIGHT, seed, Duration.ofMinutes(5));
            device.receive(Reminders.neck("a"), T);
            assertThat(answers(device.advance(T + 299_000))).as("seed %d", seed).isEmpty();
            if (!answers(device.advance(T + 300_000)).isEmpty()) {
                return;
            }
        }
        throw new AssertionError("nobody answered");
    }

    @Test
    void thirtyTwoRemindersAtOnceAreActedOnAndNoMore() {
        VirtualDevice device = SimulatedDay.device(Personas.UPRIGHT, 1, Duration.ZERO);
        for (int i = 0; i < 200; i++) {
            device.receive(Reminders.neck("r" + i), T);
        }

        assertThat(answers(device.advance(T + 120_000)))
                .hasSizeBetween(VirtualDevice.MAX_REACTIONS - 6, VirtualDevice.MAX_REACTIONS);
    }

    private static List<Answer> answers(List<DeviceMessage> messages) {
        return messages.stream()
                .filter(DeviceMessage.Said.class::isInstance)
                .map(message -> ((DeviceMessage.Said) message).answer())
                .toList();
    }
}
