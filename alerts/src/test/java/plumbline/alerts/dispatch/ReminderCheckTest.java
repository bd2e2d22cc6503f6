package plumbline.alerts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.alerts.Reminders.RAISED;
import static plumbline.alerts.Reminders.reminder;
import static plumbline.alerts.Reminders.withdrawal;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.alerts.Reminders;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.codec.ReminderEventCodec;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.RejectReason;
import plumbline.contract.event.ReminderEvent;
import plumbline.contract.event.Withdrawal;

class ReminderCheckTest {
    @Test
    void whatStreamsWritesPasses() {
        assertThat(check(json())).isEqualTo(Decoded.accept(reminder()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "device", "raisedAt", "expiresAt", "title", "text", "haptic"})
    void reminderWithoutAFieldItNeedsIsRejectedByItsName(String field) {
        String without =
                json().replaceFirst("\"" + field + "\":\"[^\"]*\",?", "").replace(",}", "}");

        assertThat(check(without)).isInstanceOfSatisfying(Decoded.Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(RejectReason.BAD_FIELD);
            assertThat(rejected.detail()).contains(field);
        });
    }

    @Test
    void idOfAnotherDeviceIsRejected() {
        assertThat(checkId("dev-2/forward_neck/0/1")).isInstanceOf(Decoded.Rejected.class);
        assertThat(checkId("dev-1")).isInstanceOf(Decoded.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev-1/a b", "dev-1/a\nb", "dev-1/a\u0000", "dev-1/\u00e4", "dev-1/\u007f"})
    void idThatIsNotSafeInAHeaderIsRejected(String id) {
        assertThat(checkId(id)).isInstanceOf(Decoded.Rejected.class);
    }

    @Test
    void idMayBeAsLongAsAnAnswerMayNameAndNoLonger() {
        String longest = "dev-1/" + "x".repeat(ReminderCheck.MAX_ID_LENGTH - 6);

        assertThat(checkId(longest)).isInstanceOf(Decoded.Accepted.class);
        assertThat(checkId(longest + "x")).isInstanceOf(Decoded.Rejected.class);
    }

    @Test
    void aWithdrawalPasses() {
        assertThat(ReminderCheck.check(withdrawal())).isEqualTo(Decoded.accept(withdrawal()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev-2/forward_neck/0/1", "dev-1", "dev-1/a b", ""})
    void aWithdrawalOfWhatIsNotTheDevicesIsRejected(String id) {
        Withdrawal other = new Withdrawal(id, Reminders.DEVICE, RAISED, CloseReason.MOVED);

        assertThat(ReminderCheck.check(other))
                .isEqualTo(Decoded.reject(
                        RejectReason.BAD_FIELD,
                        "withdrawn is not the device, '/', and more; at most 160 printable characters"));
    }

    @Test
    void aWithdrawalWithoutItsDeviceIsRejected() {
        assertThat(check("{\"withdrawn\":\"dev-1/forward_neck/0/1\"}"))
                .isEqualTo(Decoded.reject(RejectReason.BAD_FIELD, "device is missing"));
    }

    private static Decoded<ReminderEvent> checkId(String id) {
        return ReminderCheck.check(reminder(id, RAISED, RAISED.plus(Reminders.LIFE)));
    }

    private static Decoded<ReminderEvent> check(String json) {
        return ReminderEventCodec.decode(json.getBytes(StandardCharsets.UTF_8)).then(ReminderCheck::check);
    }

    private static String json() {
        return new String(EventJson.encode(reminder()), StandardCharsets.UTF_8);
    }
}
