package plumbline.standalone.faults.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.operator.ServiceException;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its children are shell scripts")
class ChildTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration STAYS = Duration.ofMillis(200);
    private static final String LASTS = "echo ready; exec sleep 600";

    @TempDir
    private Path folder;

    private final List<Child> children = new ArrayList<>();

    @AfterEach
    void destroy() {
        children.forEach(Child::destroy);
    }

    private Path log() {
        return folder.resolve("child.log");
    }

    private Child start(String script) {
        Child child = Child.start(List.of("sh", "-c", script), log());
        children.add(child);
        return child;
    }

    private Child started(String script) {
        Child child = start(script);
        child.awaitLine("ready", SOON);
        return child;
    }

    private static void awaitEnd(Child child) {
        await().atMost(SOON).until(() -> !child.isAlive());
    }

    /** One that is still to be held would meet a request to end before. */
    private static void awaitHeldStill(Child child) {
        await().atMost(SOON)
                .until(() -> Child.run(List.of("sh", "-c", "ps -o stat= -p " + child.pid() + " | grep -q T")) == 0);
    }

    private static void assertStaysAlive(Child child) {
        await().during(STAYS).atMost(SOON).until(child::isAlive);
    }

    @Test
    void allThatItSaysGoesToItsLogAlsoWhenItIsStartedAgain() throws IOException {
        awaitEnd(start("echo said; echo complained >&2"));
        awaitEnd(start("echo again"));
        assertThat(log()).content().isEqualTo("said\ncomplained\nagain\n");
    }

    @Test
    void itsLogIsThereBeforeItSaysAnything() {
        start(LASTS);
        assertThat(log()).exists();
    }

    @Test
    void aKilledOneIsGoneThoughItWouldIgnoreARequest() {
        Child child = started("trap '' TERM; " + LASTS);
        child.signal(Signal.TERM);
        assertStaysAlive(child);
        child.signal(Signal.KILL);
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void aRequestEndsIt() {
        Child child = started(LASTS);
        child.signal(Signal.TERM);
        awaitEnd(child);
    }

    @Test
    void oneHeldStillDoesNothingUntilItMayGoOn() {
        Child child = started(LASTS);
        child.signal(Signal.STOP);
        awaitHeldStill(child);
        child.signal(Signal.TERM);
        assertStaysAlive(child);
        child.signal(Signal.CONT);
        awaitEnd(child);
    }

    @Test
    void closingAsksEvenOneHeldStillToEnd() {
        Child child = started("trap 'echo bye; exit' TERM; echo ready; while :; do sleep 0.1; done");
        child.signal(Signal.STOP);
        child.close();
        assertThat(child.isAlive()).isFalse();
        assertThat(log()).content().isEqualTo("ready\nbye\n");
    }

    @Test
    void closingTwiceIsNoFault() {
        Child child = started(LASTS);
        child.close();
        child.close();
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void aLineIsAwaitedThoughItComesLater() {
        Child child = start("sleep 0.2; " + LASTS);
        child.awaitLine("ready", SOON);
        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void aLineIsAwaitedNoLongerThanItsBound() {
        Child child = start(LASTS);
        assertThatThrownBy(() -> child.awaitLine("never said", Duration.ofSeconds(1)))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("in vain for 1 s")
                .hasMessageContaining("says 'never said'");
    }

    @Test
    void aLineIsAwaitedNoLongerThanItLives() {
        Child child = start("echo something else; exit 3");
        long begin = System.nanoTime();
        assertThatThrownBy(() -> child.awaitLine("ready", SOON.multipliedBy(2)))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("ended")
                .hasMessageContaining(log().toString());
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    }

    /** Whoever reads while it is written may see half a character, and a broker may say what it was sent. */
    @Test
    void aLineIsFoundAmongBytesThatAreNoText() {
        start("printf '\\377\\303\\n'; " + LASTS).awaitLine("ready", SOON);
    }

    @Test
    void aProgramThatIsNotThereIsToldOf() {
        assertThatThrownBy(() -> Child.start(List.of("no-such-program"), log()))
                .isInstanceOf(ServiceException.class)
                .hasMessageStartingWith("can't start no-such-program: ");
    }

    @Test
    void aShortCommandIsRunToItsEndWhateverThatIs() {
        Path file = folder.resolve("file");
        Child.run(List.of("sh", "-c", "sleep 0.1; echo done > " + file + "; exit 1"));
        assertThat(file).exists();
    }
}
