package plumbline.streams.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.device.Calibration;
import plumbline.contract.device.Mount;
import plumbline.contract.device.SamplingTimes;
import plumbline.contract.device.SittingSource;
import plumbline.contract.device.SittingSpan;
import plumbline.contract.device.Upload;
import plumbline.streams.Sitter;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** Uploads are given out as they were taken, whatever order they come in. */
class UploadOrderTest {
    private static final long BEGIN = Sitter.BEGIN.toEpochMilli();
    private static final long HELD = UploadOrder.HELD_MILLIS;

    private final List<Upload> uploads = new ArrayList<>();
    private final Sitter sitter = new Sitter(uploads::add);
    private final List<String> told = new ArrayList<>();
    private SeenReadings seen = new SeenReadings();
    private UploadOrder order = new UploadOrder();
    private long newest;

    private final UploadOrder.Outlet outlet = new UploadOrder.Outlet() {
        @Override
        public void next(Arrival arrival) {
            newest = Math.max(newest, arrival.newestMillis());
            told.add(name(arrival));
        }

        @Override
        public void late(Arrival arrival) {
            told.add("late " + name(arrival));
        }

        @Override
        public long newestMillis() {
            return newest;
        }
    };

    private static String name(Arrival arrival) {
        return arrival.boot() + ":" + arrival.first() + (arrival.fresh().cardinality() < 10 ? "*" : "");
    }

    /** The upload of that place arrives so long after the beginning; the state goes through its bytes. */
    private void arrives(int upload, long millis) {
        Upload arrived = uploads.get(upload);
        long seq = seen.unwrap(arrived.boot(), arrived.seq());
        BitSet fresh = seen.add(arrived.boot(), seq, arrived.identities());
        order.accept(new Arrival(arrived, seq, fresh, 0, BEGIN + millis), seen, outlet);
        restart();
    }

    private void restart() {
        StateWriter out = new StateWriter();
        seen.write(out);
        order.write(out, seen);
        StateReader in = new StateReader(out.toBytes());
        seen = SeenReadings.read(in);
        order = UploadOrder.read(in, seen);
    }

    private void timeIs(long millis) {
        order.expire(BEGIN + millis, seen, outlet);
        restart();
    }

    @Test
    void whatComesInOrderIsGivenOutAtOnce() {
        sitter.good(30);
        arrives(0, 0);
        arrives(1, 1);
        arrives(2, 2);

        assertThat(told).containsExactly("1:0", "1:10", "1:20");
        assertThat(order.dueAt()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whatLeavesAGapWaitsUntilItIsFilled() {
        sitter.good(40);
        arrives(0, 0);
        arrives(3, 1);
        arrives(2, 2);
        assertThat(told).containsExactly("1:0");

        arrives(1, 3);
        assertThat(told).containsExactly("1:0", "1:10", "1:20", "1:30");
    }

    @Test
    void aGapIsGivenUpAfterThirtySecondsOfTheFirstThatWaits() {
        sitter.good(40);
        arrives(0, 0);
        arrives(2, 1_000);
        arrives(3, 2_000);
        assertThat(order.dueAt()).isEqualTo(BEGIN + 1_000 + HELD + 1);

        timeIs(1_000 + HELD);
        assertThat(told).containsExactly("1:0");
        timeIs(1_000 + HELD + 1);
        assertThat(told).containsExactly("1:0", "1:20", "1:30");
    }

    @Test
    void whatFillsTheGapInTheVeryLastMomentIsInTime() {
        sitter.good(30);
        arrives(0, 0);
        arrives(2, 1_000);
        arrives(1, 1_000 + HELD);

        assertThat(told).containsExactly("1:0", "1:10", "1:20");
    }

    @Test
    void oneMillisecondLaterItIsLate() {
        sitter.good(30);
        arrives(0, 0);
        arrives(2, 1_000);
        arrives(1, 1_000 + HELD + 1);

        assertThat(told).containsExactly("1:0", "1:20", "late 1:10");
    }

    @Test
    void moreThanSixtyFourDoNotWait() {
        sitter.good(10 * (UploadOrder.MOST_HELD + 3));
        arrives(0, 0);
        for (int i = 2; i < UploadOrder.MOST_HELD + 2; i++) {
            arrives(i, i);
        }
        assertThat(told).containsExactly("1:0");

        arrives(UploadOrder.MOST_HELD + 2, 100);
        assertThat(told).hasSize(UploadOrder.MOST_HELD + 2).startsWith("1:0", "1:20", "1:30");
        arrives(1, 101);
        assertThat(told).endsWith("late 1:10");
    }

    @Test
    void norMoreBytesThanFitIntoARecord() {
        for (int seq = 0; seq < 100; seq++) {
            uploads.add(large(seq));
        }
        int size = HeldUpload.of(arrival(uploads.get(1))).bytes();
        int most = UploadOrder.MOST_BYTES / size;
        assertThat(most).isLessThan(UploadOrder.MOST_HELD);
        arrives(0, 0);
        for (int i = 2; i < 2 + most; i++) {
            arrives(i, i);
        }
        assertThat(told).hasSize(1);

        arrives(2 + most, 100);
        assertThat(told).hasSize(2 + most);
    }

    /** As many spans as one upload may have. */
    private static Upload large(int seq) {
        List<SittingSpan> spans = LongStream.range(0, Upload.MAX_SITTING_SPANS)
                .mapToObj(i -> new SittingSpan(BEGIN + i * 1_000, BEGIN + i * 1_000 + 500, SittingSource.CHAIR))
                .toList();
        return new Upload(
                1,
                seq,
                SamplingTimes.every(BEGIN, 1_000),
                AngleColumn.EMPTY,
                AngleColumn.EMPTY,
                List.of(),
                0,
                Mount.CHAIR,
                Calibration.NONE,
                spans,
                -1,
                "",
                false,
                -1);
    }

    private static Arrival arrival(Upload upload) {
        BitSet fresh = new BitSet();
        fresh.set(0, upload.identities());
        return new Arrival(upload, upload.seq(), fresh, 0, 0);
    }

    @Test
    void aDeviceMetInTheMiddleOfABootWaitsForWhatMayComeBefore() {
        sitter.good(30);
        arrives(2, 0);
        arrives(1, 1);
        assertThat(told).isEmpty();

        timeIs(HELD + 1);
        assertThat(told).containsExactly("1:10", "1:20");
        arrives(0, HELD + 2);
        assertThat(told).endsWith("late 1:0");
    }

    @Test
    void aNewBootWaitsForTheRestOfTheOneBefore() {
        sitter.good(20).silent(5).restarts().good(10);
        arrives(0, 0);
        arrives(2, 1);
        assertThat(told).containsExactly("1:0");

        arrives(1, 2);
        assertThat(told).containsExactly("1:0", "1:10");
        timeIs(HELD + 2);
        assertThat(told).containsExactly("1:0", "1:10", "2:0");
    }

    @Test
    void aNewBootThatLeavesNoRoomBehindTheOneBeforeDoesNot() {
        sitter.good(10).restarts().good(10);
        arrives(0, 0);
        arrives(1, 1);

        assertThat(told).containsExactly("1:0", "2:0");
    }

    @Test
    void aFirstBootThatIsMetInItsMiddleComesBeforeTheOneAfterIt() {
        sitter.good(10).seq(100).good(10).restarts().good(10);
        arrives(1, 0);
        arrives(2, 1);
        assertThat(told).isEmpty();

        timeIs(HELD + 2);
        assertThat(told).containsExactly("1:100", "2:0");
    }

    @Test
    void onceANewBootHasBegunTheOneBeforeIsLate() {
        sitter.good(20).silent(5).restarts().good(20);
        arrives(0, 0);
        arrives(2, 1);
        timeIs(HELD + 2);
        arrives(1, HELD + 3);
        arrives(3, HELD + 4);

        assertThat(told).containsExactly("1:0", "2:0", "late 1:10", "2:10");
    }

    @Test
    void aClockSetBackIsNotLate() {
        sitter.good(20).at(Sitter.BEGIN).good(10);
        arrives(0, 0);
        arrives(1, 1);
        arrives(2, 2);

        assertThat(told).containsExactly("1:0", "1:10", "1:20");
    }

    @Test
    void sequenceNumbersGoRound() {
        long last = 0xFFFF_FFFFL;
        sitter.seq(last - 14).good(10).seq(last - 4).good(5).seq(0).good(20);
        arrives(0, 0);
        timeIs(HELD + 1);
        arrives(2, HELD + 2);
        arrives(1, HELD + 3);
        arrives(3, HELD + 4);

        assertThat(told)
                .containsExactly("1:" + (last - 14), "1:" + (last - 4) + "*", "1:" + (last + 1), "1:" + (last + 11));
    }

    /** Any upload may be delayed within the bound: what comes out is what went in. */
    @RepeatedTest(300)
    void anyOrderWithinTheBoundIsPutBack(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        for (int boot = 0; boot < 3; boot++) {
            sitter.perUpload(1 + random.nextInt(10)).good(20 + random.nextInt(300));
            sitter.silent(random.nextInt(40)).restarts();
        }
        List<long[]> arrivals = new ArrayList<>();
        for (int i = 0; i < uploads.size(); i++) {
            long clean = uploads.get(i).times().timeMillis(uploads.get(i).size() - 1) - BEGIN;
            arrivals.add(new long[] {i, clean + (random.nextInt(3) == 0 ? random.nextInt((int) HELD + 1) : 0)});
        }
        Collections.shuffle(arrivals, random);
        arrivals.sort((a, b) -> Long.compare(a[1], b[1]));

        for (long[] arrival : arrivals) {
            arrives((int) arrival[0], arrival[1]);
        }
        timeIs(10_000_000);

        assertThat(told)
                .as("seed %d", seed)
                .containsExactlyElementsOf(uploads.stream()
                        .map(UploadOrderTest::arrival)
                        .map(UploadOrderTest::name)
                        .toList());
    }
}
