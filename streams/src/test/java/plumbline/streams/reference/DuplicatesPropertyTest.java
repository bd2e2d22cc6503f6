package plumbline.streams.reference;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes again changes nothing. */
class DuplicatesPropertyTest {
    @TempDir
    private Path stateDirectory;

    @Test
    void threeInTenTwiceAreAsOnce() {
        Cases.assertAsClean(
                this,
                stateDirectory,
                Delivery::duplicated,
                (wearers, deliveries) -> Fleet.run(stateDirectory, wearers, deliveries));
    }
}
