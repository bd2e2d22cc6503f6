package plumbline.standalone.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** The demo tells its own story; the services' logs join in only where something is wrong. */
final class QuietLogs {
    private QuietLogs() {}

    static void warningsOnly() {
        if (LoggerFactory.getLogger("plumbline") instanceof Logger logger) {
            logger.setLevel(Level.WARN);
        }
    }
}
