package plumbline.streams.reference;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a device numbers its readings says nothing of the wearer. */
class NumberingPropertyTest {
    @TempDir
    private Path stateDirectory;

    @Test
    void rebootsAndNumbersLeftOutChangeNothing() {
        Cases.assertAsClean(
                this,
                stateDirectory,
                Delivery::renumbered,
                (wearers, deliveries) -> Fleet.run(stateDirectory, wearers, deliveries));
    }
}
