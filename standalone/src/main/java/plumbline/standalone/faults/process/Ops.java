package plumbline.standalone.faults.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What a service says of itself at its operator's port. */
final class Ops {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
    private final int port;

    Ops(int port) {
        this.port = port;
    }

    boolean isReady() {
        HttpResponse<String> answer = get("/ready");
        return answer != null && answer.statusCode() == OK;
    }

    boolean saysNotReady() {
        HttpResponse<String> answer = get("/ready");
        return answer != null && answer.statusCode() == UNAVAILABLE;
    }

    /** The sum of a metric over those of its lines that hold {@code tag}; nothing where the service does not say. */
    OptionalDouble metric(String name, String tag) {
        HttpResponse<String> answer = get("/metrics");
        if (answer == null || answer.statusCode() != OK) {
            return OptionalDouble.empty();
        }
        double[] values = answer.body()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .filter(line -> line.contains(tag))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .toArray();
        return values.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(values).sum());
    }

    private @Nullable HttpResponse<String> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(ANSWER_WITHIN)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }
}
