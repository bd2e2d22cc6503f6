package plumbline.streams.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import plumbline.contract.device.Upload;
import plumbline.streams.Sitter;

/** One wearer in a pipeline, of whose uploads some come late. */
abstract class LateScene extends PipelineScene {
    /** Uploads of ten readings, one a second. */
    static final int SECONDS = 10;

    static final Duration A_MOMENT = Duration.ofMillis(1);
    static final Duration QUIET = Duration.ofSeconds(10);

    final List<Upload> uploads = new ArrayList<>();
    final Sitter sitter = new Sitter(uploads::add);

    static Instant after(double seconds) {
        return Sitter.BEGIN.plusMillis(Math.round(seconds * 1_000));
    }

    /** Uploads {@code from} up to, not including, {@code to} arrive half a second after their newest reading. */
    void onTime(int from, int to) {
        uploads.subList(from, to).forEach(pipeline::upload);
    }

    void late(int from, int to, double seconds) {
        uploads.subList(from, to).forEach(upload -> pipeline.upload(upload, after(seconds)));
    }

    static Instant newest(int upload) {
        return after(upload * SECONDS + SECONDS - 1);
    }

    void mend() {
        pipeline.silence(QUIET);
        pipeline.silence(A_MOMENT);
    }

    String history() {
        return pipeline.history().values().stream()
                .map(episode -> episode.issue().word() + " " + seconds(episode.start()) + ".." + seconds(episode.end())
                        + " bad " + Math.round(episode.badSeconds()) + " "
                        + (episode.closeReason() == null ? episode.state() : episode.closeReason()))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    static long seconds(Instant at) {
        return Duration.between(Sitter.BEGIN, at).toSeconds();
    }
}
