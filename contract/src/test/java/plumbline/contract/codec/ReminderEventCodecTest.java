package plumbline.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.event.RejectReason;
import plumbline.contract.event.Reminder;
import plumbline.contract.event.ReminderEvent;
import plumbline.contract.event.Withdrawal;

class ReminderEventCodecTest {
    private static byte[] golden(String name) throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/golden", name + ".json"));
    }

    private static Decoded<ReminderEvent> decode(String json) {
        return ReminderEventCodec.decode(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aRecordIsAReminderUnlessItWithdrawsOne() throws IOException {
        byte[] reminder = golden("reminder");
        byte[] withdrawal = golden("withdrawal");

        assertThat(ReminderEventCodec.decode(reminder)).isEqualTo(EventJson.decode(reminder, Reminder.class));
        assertThat(ReminderEventCodec.decode(withdrawal)).isEqualTo(EventJson.decode(withdrawal, Withdrawal.class));
    }

    /** What an older service makes of it: nothing that it could deliver. */
    @Test
    void aWithdrawalIsNoReminder() throws IOException {
        assertThat(EventJson.decode(golden("withdrawal"), Reminder.class)).isInstanceOf(Decoded.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | NOT_JSON",
                "null | EMPTY",
                "{\"withdrawn\":{}} | BAD_FIELD",
                "{\"withdrawn\":\"d-1/x\",\"at\":\"soon\"} | BAD_FIELD",
                "{\"withdrawn\":\"d-1/x\",\"reason\":\"bored\"} | BAD_FIELD",
                "{\"id\":\"d-1/x\",\"issues\":[],\"haptic\":\"loud\"} | BAD_FIELD"
            })
    void whatIsNeitherIsRejectedWithItsReason(String json, RejectReason reason) {
        assertThat(decode(json))
                .isInstanceOfSatisfying(
                        Decoded.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(reason));
    }
}
