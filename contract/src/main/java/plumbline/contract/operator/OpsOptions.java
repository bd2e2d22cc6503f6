package plumbline.contract.operator;

import picocli.CommandLine.Option;

/** Where a service answers its operator. */
public final class OpsOptions {
    @Option(
            names = "--ops-host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Address for /health, /ready and /metrics (default: ${DEFAULT-VALUE}).")
    private String host = "";

    @Option(
            names = "--ops-port",
            paramLabel = "PORT",
            description = "Port for /health, /ready and /metrics; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    public OpsOptions(int defaultPort) {
        port = defaultPort;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }
}
