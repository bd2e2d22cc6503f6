package plumbline.standalone.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.operator.ServiceException;

/**
 * Where the Kafka broker keeps its records: a folder of the caller's, or a temporary one that goes with the broker.
 *
 * @param more folders, each on a disk of its own, which share the partitions with the first
 */
record KafkaFolder(Path path, List<Path> more, boolean isTemporary) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaFolder.class);
    private static final String CLUSTER = "plumbline";

    static KafkaFolder temporary() {
        try {
            return new KafkaFolder(Files.createTempDirectory("plumbline-kafka-"), List.of(), true);
        } catch (IOException e) {
            throw new ServiceException("can't make a temporary folder for Kafka: " + e.getMessage(), e);
        }
    }

    static KafkaFolder kept(Path path, List<Path> more) {
        return new KafkaFolder(path, more, false);
    }

    List<String> records() {
        return Stream.concat(Stream.of(path), more.stream())
                .map(folder -> folder.resolve("records").toString())
                .toList();
    }

    /** Apart from the records, since only so does Kafka's controller refuse to write where another one does. */
    String metadata() {
        return path.resolve("metadata").toString();
    }

    /** Makes the folder one that a broker can start in; leaves it alone where it is one already. */
    MetaPropertiesEnsemble format() throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(KafkaSettings.NODE)
                .setClusterId(CLUSTER)
                .setControllerListenerName(KafkaSettings.CONTROLLER)
                .setDirectories(directories())
                .setMetadataLogDirectory(metadata())
                .setIgnoreFormatted(true)
                .run();
        return new MetaPropertiesEnsemble.Loader()
                .addMetadataLogDir(metadata())
                .addLogDirs(records())
                .load();
    }

    private List<String> directories() {
        return Stream.concat(Stream.of(metadata()), records().stream()).toList();
    }

    @Override
    public void close() {
        if (isTemporary) {
            try {
                Utils.delete(path.toFile());
            } catch (IOException e) {
                LOG.warn("can't delete {}: {}", path, e.getMessage());
            }
        }
    }
}
