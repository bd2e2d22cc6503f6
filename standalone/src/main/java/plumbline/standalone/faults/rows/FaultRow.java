package plumbline.standalone.faults.rows;

import java.util.Optional;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** One row of the matrix. */
public interface FaultRow {
    /** Its number, or the control's name. */
    String name();

    /** What is done to the pipeline. */
    String fault();

    /** What holds nevertheless. */
    String promise();

    /** Whether it is short enough for every build. */
    default boolean isQuick() {
        return true;
    }

    /** Why it can't run on this machine; nothing where it can. */
    default Optional<String> lacks() {
        return Optional.empty();
    }

    /** Does it, and tells what was seen. */
    void run(Stage stage, Findings findings);
}
