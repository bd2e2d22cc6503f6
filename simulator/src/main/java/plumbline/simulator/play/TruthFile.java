package plumbline.simulator.play;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import plumbline.contract.codec.EventJson;
import plumbline.contract.device.DeviceId;
import plumbline.contract.operator.ServiceException;
import plumbline.simulator.wearer.Spell;

/** The truth about simulated wearers as JSON lines, in the order in which spells end. */
final class TruthFile implements AutoCloseable {
    private final BufferedWriter lines;

    /** Begins the file anew; throws {@link ServiceException} where it can't be written. */
    TruthFile(Path file) {
        try {
            lines = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new ServiceException("can't write the truth to " + file + ": no such directory, or no permission", e);
        }
    }

    void write(DeviceId device, Spell spell) {
        try {
            lines.write(EventJson.text(TruthLine.of(device, spell)));
            lines.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("can't write the truth", e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
