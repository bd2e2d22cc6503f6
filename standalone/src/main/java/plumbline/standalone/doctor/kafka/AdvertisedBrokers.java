package plumbline.standalone.doctor.kafka;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.ClientDnsLookup;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.requests.MetadataResponse;
import org.apache.kafka.common.requests.RequestHeader;

/**
 * Which addresses Kafka gives to its clients, asked of the one that they begin with. Kafka's own clients take those addresses
 * before they answer anything, and of wrong ones say no more than that the time is over.
 */
final class AdvertisedBrokers {
    /** Spoken by every Kafka since 2.4. */
    private static final short VERSION = 9;

    private static final int MOST_BYTES = 1024 * 1024;
    private static final Duration WITHIN = Duration.ofSeconds(4);

    private AdvertisedBrokers() {}

    /**
     * Asks the first of the addresses that answers.
     *
     * @throws IOException where none does, with the last one's fault
     * @throws org.apache.kafka.common.KafkaException where no name is known
     */
    static Collection<Node> ask(String bootstrap) throws IOException {
        IOException fault = new IOException("there is no address");
        for (InetSocketAddress address :
                ClientUtils.parseAndValidateAddresses(List.of(bootstrap.split(",")), ClientDnsLookup.USE_ALL_DNS_IPS)) {
            try {
                return ask(address);
            } catch (IOException e) {
                fault = e;
            }
        }
        throw fault;
    }

    private static Collection<Node> ask(InetSocketAddress address) throws IOException {
        RequestHeader header = new RequestHeader(ApiKeys.METADATA, VERSION, "plumbline-doctor", 0);
        ByteBuffer question = MetadataRequest.Builder.forTopicNames(List.of(), false)
                .build(VERSION)
                .serializeWithHeader(header);
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) WITHIN.toMillis());
            socket.setSoTimeout((int) WITHIN.toMillis());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(question.remaining());
            out.write(question.array(), question.arrayOffset() + question.position(), question.remaining());
            MetadataResponse answer = (MetadataResponse) AbstractResponse.parseResponse(read(socket), header);
            return answer.brokers();
        }
    }

    private static ByteBuffer read(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        int length = in.readInt();
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("what answers there is not Kafka");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes);
    }
}
