package plumbline.streams.reminding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** The page of a wearer's day. */
class ReminderLedgerTest {
    private static final long MINUTE = 60_000;

    private ReminderLedger ledger = new ReminderLedger();

    private int raisedAt(String at, String zone) {
        long millis = Instant.parse(at).toEpochMilli();
        ledger.turnTo(millis, ZoneId.of(zone));
        ledger.raised(millis, "");
        ledger.issue(PostureIssue.FORWARD_NECK).raised(millis, 7 * MINUTE, 7 * MINUTE);
        assertThat(ledger.issue(PostureIssue.FORWARD_NECK).raisedToday()).isEqualTo(ledger.raisedToday());
        return ledger.raisedToday();
    }

    @Test
    void aNewPageBeginsAtTheWearersOwnMidnight() {
        assertThat(raisedAt("2026-05-12T21:59:59Z", "Europe/Berlin")).isEqualTo(1);
        assertThat(raisedAt("2026-05-12T22:00:00Z", "Europe/Berlin")).isEqualTo(1);
        assertThat(raisedAt("2026-05-13T21:59:59Z", "Europe/Berlin")).isEqualTo(2);
    }

    @Test
    void whoFliesWestStaysOnADateUntilItIsOverThereToo() {
        assertThat(raisedAt("2026-05-12T22:30:00Z", "Europe/Berlin")).isEqualTo(1);
        assertThat(raisedAt("2026-05-12T23:00:00Z", "America/Los_Angeles"))
                .as("Tuesday again")
                .isEqualTo(2);
        assertThat(raisedAt("2026-05-13T07:00:00Z", "America/Los_Angeles"))
                .as("Wednesday begins there")
                .isEqualTo(3);
        assertThat(raisedAt("2026-05-14T06:59:59Z", "America/Los_Angeles"))
                .as("and ends")
                .isEqualTo(4);
        assertThat(raisedAt("2026-05-14T07:00:00Z", "America/Los_Angeles")).isEqualTo(1);
    }

    @Test
    void whoFliesWestAndBackHasNoDateTwice() {
        assertThat(raisedAt("2026-05-12T22:30:00Z", "Europe/Berlin")).isEqualTo(1);
        assertThat(raisedAt("2026-05-12T23:00:00Z", "America/Los_Angeles")).isEqualTo(2);
        ledger = read(ledger);
        assertThat(raisedAt("2026-05-12T23:30:00Z", "Europe/Berlin")).isEqualTo(3);
    }

    @Test
    void whoFliesEastOverMidnightBeginsTheNewDate() {
        assertThat(raisedAt("2026-05-12T21:00:00Z", "America/Los_Angeles")).isEqualTo(1);
        assertThat(raisedAt("2026-05-12T22:00:00Z", "Europe/Berlin")).isEqualTo(1);
    }

    @Test
    void anHourThatComesTwiceBelongsToTheSameDay() {
        assertThat(raisedAt("2026-10-25T00:30:00Z", "Europe/Berlin")).isEqualTo(1);
        assertThat(raisedAt("2026-10-25T01:30:00Z", "Europe/Berlin")).isEqualTo(2);
    }

    /** In Havana it is midnight twice that night. */
    @Test
    void aMidnightThatComesTwiceTurnsThePageOnce() {
        assertThat(raisedAt("2026-11-01T03:59:59Z", "America/Havana")).isEqualTo(1);
        assertThat(raisedAt("2026-11-01T04:30:00Z", "America/Havana")).isEqualTo(1);
        assertThat(raisedAt("2026-11-01T05:30:00Z", "America/Havana")).isEqualTo(2);
    }

    @Test
    void whatWasSatCountsUntilThePageTurns() {
        raisedAt("2026-05-12T08:00:00Z", "Europe/Berlin");
        sat("2026-05-12T08:00:00Z", "2026-05-12T08:30:00Z", "Europe/Berlin");
        raisedAt("2026-05-12T21:59:59Z", "Europe/Berlin");
        ledger = read(ledger);
        sat("2026-05-12T21:50:00Z", "2026-05-12T21:55:00Z", "Europe/Berlin");
        assertThat(ledger.satTodayMillis()).isEqualTo(35 * MINUTE);

        raisedAt("2026-05-12T22:00:00Z", "Europe/Berlin");
        assertThat(ledger.satTodayMillis()).isZero();
    }

    @Test
    void ofSittingOverMidnightOnlyWhatComesAfterItIsOfTheNewDay() {
        sat("2026-05-12T20:00:00Z", "2026-05-12T21:00:00Z", "Europe/Berlin");
        sat("2026-05-12T21:00:00Z", "2026-05-12T22:10:00Z", "Europe/Berlin");
        assertThat(ledger.satTodayMillis()).isEqualTo(10 * MINUTE);

        raisedAt("2026-05-12T22:15:00Z", "Europe/Berlin");
        sat("2026-05-12T22:10:00Z", "2026-05-12T22:15:00Z", "Europe/Berlin");
        assertThat(ledger.satTodayMillis()).isEqualTo(15 * MINUTE);
    }

    @Test
    void soItIsWhereASpanTellsOfItAfterThePageHasTurned() {
        raisedAt("2026-05-12T22:10:00Z", "Europe/Berlin");
        sat("2026-05-12T16:00:00Z", "2026-05-12T23:00:00Z", "Europe/Berlin");

        assertThat(ledger.satTodayMillis()).isEqualTo(60 * MINUTE);
    }

    @Test
    void whoFliesWestGoesOnWithWhatWasSatOnTheNewerDate() {
        sat("2026-05-12T22:00:00Z", "2026-05-12T22:30:00Z", "Europe/Berlin");
        sat("2026-05-12T22:30:00Z", "2026-05-12T23:00:00Z", "America/Los_Angeles");

        assertThat(ledger.satTodayMillis()).isEqualTo(60 * MINUTE);
    }

    private void sat(String from, String to, String zone) {
        ledger.sat(Instant.parse(from).toEpochMilli(), Instant.parse(to).toEpochMilli(), ZoneId.of(zone));
    }

    private static ReminderLedger read(ReminderLedger ledger) {
        StateWriter out = new StateWriter();
        ledger.write(out);
        return ReminderLedger.read(new StateReader(out.toBytes()));
    }
}
