package plumbline.simulator.mqtt;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.codec.ContentType;
import plumbline.contract.device.DeviceTopic;

/** One message of a device, as it goes out. */
public final class Packet {
    private final DeviceTopic topic;
    private final byte[] payload;
    private final @Nullable ContentType stated;

    /**
     * @param payload not changed from now on
     * @param stated what the content type property says, null where it is left out
     */
    public Packet(DeviceTopic topic, byte[] payload, @Nullable ContentType stated) {
        this.topic = topic;
        this.payload = payload;
        this.stated = stated;
    }

    public DeviceTopic topic() {
        return topic;
    }

    byte[] payload() {
        return payload;
    }

    Optional<ContentType> stated() {
        return Optional.ofNullable(stated);
    }
}
