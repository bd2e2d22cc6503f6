package plumbline.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plumbline.contract.device.Activity;
import plumbline.contract.event.KafkaTopic;
import plumbline.streams.Sitter;

/** What comes late raises no reminder, and brings none nearer. */
class LateReminderTest extends LateScene {
    /** Of the uploads from {@code from} on, the one numbered {@code upload} brings the first reminder. */
    private void remindsFirstWith(int from, int upload) {
        onTime(from, upload);
        assertThat(pipeline.published(KafkaTopic.REMINDERS)).isEmpty();
        onTime(upload, upload + 1);
        assertThat(pipeline.published(KafkaTopic.REMINDERS)).hasSize(1);
    }

    @Test
    void lateReadingsAloneRaiseNoReminder() {
        sitter.bad(1_000).good(200);
        onTime(0, 10);
        onTime(100, 120);
        late(10, 100, 1_205);
        mend();

        assertThat(history()).isEqualTo("forward_neck 0..1000 bad 1000 GOOD_POSTURE");
        assertThat(pipeline.published(KafkaTopic.REMINDERS)).isEmpty();
        assertThat(pipeline.published(KafkaTopic.DECISIONS)).isEmpty();
    }

    @Test
    void norDoTheyBringOneNearer() {
        sitter.bad(1_000);
        onTime(0, 10);
        onTime(60, 80);
        late(10, 60, 800);
        mend();
        assertThat(history()).isEqualTo("forward_neck 0..420 bad 420 LONG");

        // Before, 109 s carried over and 199 s were counted: 112 s are left.
        remindsFirstWith(80, 91);
    }

    @Test
    void norOneOfTheNextEpisode() {
        sitter.bad(300).does(Activity.LYING, 0, 0, 10).bad(420);
        onTime(0, 10);
        onTime(20, 31);
        late(10, 20, 309.6);
        mend();

        // Of the 300 s that are carried over 209 came in time: 211 s are left.
        remindsFirstWith(31, 52);
    }

    @Test
    void norOneOfTheNextEpisodeWhereTheyCameInTheMidstOfTheOneBefore() {
        sitter.bad(300).does(Activity.LYING, 0, 0, 10).bad(420);
        onTime(0, 10);
        onTime(20, 25);
        late(10, 20, 249.6);
        mend();

        remindsFirstWith(25, 52);
    }

    @Test
    void episodesThatTurnOutToBeOneTakeNoStepTwice() {
        sitter.bad(2_000);
        onTime(0, 44);
        onTime(80, 90);
        late(44, 80, 899.6);
        mend();
        onTime(90, 200);

        assertThat(pipeline.published(KafkaTopic.REMINDERS))
                .extracting(reminder -> Pipeline.text(reminder).split("\"", 5)[3])
                .containsExactly(
                        Pipeline.DEVICE + "/forward_neck/" + Sitter.BEGIN.toEpochMilli() + "/1",
                        Pipeline.DEVICE + "/forward_neck/" + Sitter.BEGIN.toEpochMilli() + "/2");
    }

    private void awake() {
        pipeline.arrives(KafkaTopic.PROFILES, "{\"v\":1,\"settings\":{\"quiet.to\":\"22:00\"}}", Sitter.BEGIN);
    }

    @Test
    void norDoTheyOverMidnight() {
        double midnight = 14 * 3_600;
        awake();
        sitter.at(after(midnight - 600)).bad(2_000);
        onTime(0, 44);
        onTime(80, 90);
        late(44, 80, midnight - 600 + 899.6);
        mend();
        onTime(90, 200);

        String episode =
                Pipeline.DEVICE + "/forward_neck/" + after(midnight - 600).toEpochMilli();
        assertThat(pipeline.published(KafkaTopic.REMINDERS))
                .extracting(reminder -> Pipeline.text(reminder).split("\"", 5)[3])
                .containsExactly(episode + "/1", episode + "/2");
    }

    @Test
    void aDismissalOfWhatHasJoinedAnEarlierEpisodeHolds() {
        sitter.bad(4_000);
        onTime(0, 10);
        onTime(50, 100);
        late(10, 50, 1_000.2);
        String reminder = Pipeline.DEVICE + "/forward_neck/" + after(500).toEpochMilli() + "/1";
        assertThat(pipeline.published(KafkaTopic.REMINDERS))
                .extracting(raised -> Pipeline.text(raised).split("\"", 5)[3])
                .containsExactly(reminder);
        mend();
        String dismissal = "{\"v\":1,\"at\":" + after(1_020).toEpochMilli() + ",\"reminder\":\"" + reminder
                + "\",\"answer\":\"dismiss\"}";
        pipeline.arrives(KafkaTopic.ANSWERS, dismissal, after(1_020));
        onTime(100, uploads.size());

        assertThat(history()).startsWith("forward_neck 0..").doesNotContain(";");
        assertThat(pipeline.published(KafkaTopic.REMINDERS)).isEmpty();
    }

    @Test
    void sittingThatComesLateIsNoPartOfTheHoursThatAskForAWalk() {
        sitter.every(30_000).sits(21_000).stands(600).sits(2_100);
        onTime(70, 72);
        late(0, 70, 21_605);
        mend();
        onTime(72, uploads.size());

        assertThat(history()).startsWith("prolonged_sitting 0..21000 bad 21000 MOVED");
        assertThat(pipeline.published(KafkaTopic.REMINDERS))
                .singleElement()
                .satisfies(reminder -> assertThat(Pipeline.text(reminder)).contains("\"id\":\"stand-and-move\""));
    }
}
