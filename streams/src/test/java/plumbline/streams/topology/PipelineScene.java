package plumbline.streams.topology;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.event.TopicPrefix;

/** A pipeline of its own for each test. */
abstract class PipelineScene {
    @TempDir
    Path directory;

    Pipeline pipeline;

    @BeforeEach
    void openPipeline() {
        pipeline = new Pipeline(directory, TopicPrefix.NONE);
    }

    @AfterEach
    void closePipeline() {
        pipeline.close();
    }
}
