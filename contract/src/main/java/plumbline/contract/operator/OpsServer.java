package plumbline.contract.operator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import plumbline.contract.codec.EventJson;

/** Answers {@code /health}, {@code /ready} and {@code /metrics} (Prometheus text) of one service. */
public final class OpsServer implements AutoCloseable {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final HttpServer http;
    private final ExecutorService executor;

    private OpsServer(HttpServer http, ExecutorService executor) {
        this.http = http;
        this.executor = executor;
    }

    private record Answer(int code, String contentType, String body) {
        static Answer json(boolean good, String status, String detail) {
            record Body(String status, String detail) {}
            return new Answer(good ? OK : UNAVAILABLE, "application/json", EventJson.text(new Body(status, detail)));
        }
    }

    /**
     * Binds the address; the service may start later.
     *
     * @throws ServiceException where the address is taken or unknown
     */
    public static OpsServer start(OpsOptions ops, PrometheusMeterRegistry registry, Service service) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(ops.host(), ops.port()), 0);
            ExecutorService executor = Executors.newSingleThreadExecutor(task -> daemon(task, service.name()));
            http.setExecutor(executor);
            serve(http, "/health", () -> health(service));
            serve(http, "/ready", () -> ready(service));
            serve(
                    http,
                    "/metrics",
                    () -> new Answer(OK, "text/plain; version=0.0.4; charset=utf-8", registry.scrape()));
            http.start();
            return new OpsServer(http, executor);
        } catch (IOException | IllegalArgumentException e) {
            throw new ServiceException(
                    "can't listen on " + ops.host() + ":" + ops.port() + " for /health, /ready and /metrics ("
                            + e.getMessage() + "); choose another --ops-port",
                    e);
        }
    }

    private static Thread daemon(Runnable task, String service) {
        Thread thread = new Thread(task, "ops-" + service);
        thread.setDaemon(true);
        return thread;
    }

    private static Answer health(Service service) {
        return service.fault()
                .map(fault -> Answer.json(false, "down", fault))
                .orElseGet(() -> Answer.json(true, "up", service.name()));
    }

    private static Answer ready(Service service) {
        boolean ready = service.isReady();
        return Answer.json(ready, ready ? "ready" : "not ready", service.name());
    }

    private static void serve(HttpServer http, String path, Supplier<Answer> answer) {
        http.createContext(path, exchange -> respond(exchange, answer.get()));
    }

    private static void respond(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.code(), bytes.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(bytes);
            }
        }
    }

    /** Where it listens, {@code http://HOST:PORT}. */
    public String address() {
        return "http://" + http.getAddress().getHostString() + ":"
                + http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
        executor.shutdownNow();
    }
}
