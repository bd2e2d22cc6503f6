package plumbline.streams.reference;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Within the reorder bound the order in which uploads come in makes no difference. */
class ReorderPropertyTest {
    @TempDir
    private Path stateDirectory;

    @Test
    void uploadsThatOvertakeOneAnotherChangeNothing() {
        Cases.assertAsClean(
                this,
                stateDirectory,
                Delivery::reordered,
                (wearers, deliveries) -> Fleet.run(stateDirectory, wearers, deliveries));
    }
}
