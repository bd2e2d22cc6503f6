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
        Cases.modelled(this)
                .assertNoDifference(
                        WearerCase::arrivals,
                        (wearers, deliveries) -> Fleet.run(stateDirectory, wearers, deliveries),
                        Cases::fromReference);
    }
}
