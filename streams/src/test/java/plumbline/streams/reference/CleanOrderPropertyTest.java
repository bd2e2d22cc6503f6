package plumbline.streams.reference;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In clean order the topology says what the reference says. */
class CleanOrderPropertyTest {
    @TempDir
    private Path stateDirectory;

    @Test
    void episodesRemindersAndDaysAreThoseOfTheReference() {
        new Cases(this)
                .assertNoDifference(
                        WearerCase::arrivals,
                        (wearers, deliveries) -> Cases.clean(stateDirectory),
                        (wearer, published) -> Comparison.difference(
                                wearer,
                                new ReferenceDetector(wearer.device(), wearer.profile(), wearer.arrivals()),
                                published));
    }
}
