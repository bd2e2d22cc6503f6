package plumbline.ingest;

import java.util.List;
import java.util.stream.IntStream;
import plumbline.ingest.intake.IntakeEpoch;

/**
 * How an ingester stands before the MQTT broker.
 *
 * @param clientId names its session there, or begins the names of those that share; two ingesters with one id would take it from each other
 * @param connections how many it makes, each with a session of its own; more than one share the messages
 * @param shared whether it shares them with other ingesters too
 */
public record IngestSettings(String clientId, int connections, boolean shared) {
    public static final int MAX_CONNECTIONS = 8;

    /** Throws IllegalArgumentException with a message for people. */
    public IngestSettings {
        if (connections < 1 || connections > MAX_CONNECTIONS) {
            throw new IllegalArgumentException(
                    "--connections is " + connections + "; allowed is 1 to " + MAX_CONNECTIONS);
        }
    }

    /** One connection that gets everything. */
    public static IngestSettings alone(String clientId) {
        return new IngestSettings(clientId, 1, false);
    }

    /** A session that shares has an id of its own: in one that has a filter both alone and shared, Artemis mistakes them. */
    List<String> clientIds() {
        return isShared() ? sharing(connections) : List.of(clientId);
    }

    /** The sessions from before it began to share, or ended that; of the latter it had as many as there are, from the first on. */
    List<String> formerClientIds() {
        return isShared() ? List.of(clientId) : sharing(MAX_CONNECTIONS);
    }

    private List<String> sharing(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> clientId + "-share-" + number)
                .toList();
    }

    boolean isShared() {
        return shared || connections > 1;
    }

    /** Of each connection, so that all together hold no more than one alone would. */
    long maxWaitingBytes() {
        return IntakeEpoch.MAX_WAITING_BYTES / connections;
    }
}
