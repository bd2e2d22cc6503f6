package plumbline.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.device.Activity;

/** What was written is read again. */
class StateWriterTest {
    @ParameterizedTest
    @CsvSource({"0,1", "63,1", "-64,1", "64,2", "-65,2", "9223372036854775807,10", "-9223372036854775808,10"})
    void smallNumbersTakeOneByte(long number, int length) {
        byte[] bytes = new StateWriter().number(number).toBytes();

        assertThat(bytes).hasSize(1 + length);
        assertThat(new StateReader(bytes).number()).isEqualTo(number);
    }

    @Test
    void whatCameWithALaterVersionIsNotThere() {
        StateReader in = new StateReader(new StateWriter(2).toBytes());

        assertThat(in.isSince(2)).isTrue();
        assertThat(in.isSince(3)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0,1",
        "1772618400000,1",
        "1772618400062,1",
        "1772618400063,2",
        "1772618399936,1",
        "1772618399935,2",
        "1772704799999,4",
        "1,6",
        "-1,6"
    })
    void aTimeNearAnotherComesBackInFewerBytes(long time, int length) {
        StateWriter out = new StateWriter().time(1_772_618_400_000L);
        int before = out.toBytes().length;
        byte[] bytes = out.time(time).toBytes();
        StateReader in = new StateReader(bytes);

        assertThat(bytes).hasSize(before + length);
        assertThat(in.time()).isEqualTo(1_772_618_400_000L);
        assertThat(in.time()).isEqualTo(time);
    }

    @Test
    void textsAndTruthsAndNumbersComeBackInOrder() {
        StateWriter out = new StateWriter();
        out.text("").truth(true).text("größer".repeat(100)).truth(false).number(-5);
        StateReader in = new StateReader(out.toBytes());

        assertThat(in.text()).isEmpty();
        assertThat(in.truth()).isTrue();
        assertThat(in.text()).isEqualTo("größer".repeat(100));
        assertThat(in.truth()).isFalse();
        assertThat(in.isAtEnd()).isFalse();
        assertThat(in.number()).isEqualTo(-5);
        assertThat(in.isAtEnd()).isTrue();
    }

    @Test
    void aSetOfConstantsTakesABitForEach() {
        List<Activity> activities = List.of(Activity.values());
        byte[] bytes = new StateWriter()
                .words(EnumSet.of(activities.get(0), activities.get(3)))
                .words(EnumSet.noneOf(Activity.class))
                .toBytes();
        StateReader in = new StateReader(bytes);

        assertThat(bytes).hasSize(1 + 2);
        assertThat(in.words(activities)).containsExactly(activities.get(0), activities.get(3));
        assertThat(in.words(activities)).isEmpty();
    }

    @Test
    void beforeVersion3ConstantsWereWrittenOneByOne() {
        List<Activity> activities = List.of(Activity.values());
        byte[] bytes = new StateWriter(2).number(2).number(3).number(1).toBytes();

        assertThat(new StateReader(bytes).words(activities)).containsExactly(activities.get(3), activities.get(1));
    }

    @Test
    void anyNumberComesBack() {
        long seed = 42;
        Random random = new Random(seed);
        StateWriter out = new StateWriter();
        random.longs(10_000).map(number -> number >> (number & 63)).forEach(out::number);
        StateReader in = new StateReader(out.toBytes());

        random.setSeed(seed);
        random.longs(10_000)
                .map(number -> number >> (number & 63))
                .forEach(number -> assertThat(in.number()).as("seed %d", seed).isEqualTo(number));
    }
}
