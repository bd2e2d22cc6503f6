package plumbline.standalone.faults.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class AckCheckTest {
    private final LongAdder wrong = new LongAdder();
    private final AckCheck check = new AckCheck(wrong);

    private void deliver(byte[]... packets) {
        byte[] bytes = MqttPackets.joined(packets);
        check.down(bytes, bytes.length);
    }

    private void confirm(int... ids) {
        for (int id : ids) {
            byte[] bytes = MqttPackets.puback(id);
            check.up(bytes, bytes.length);
        }
    }

    private void deliver(int... ids) {
        for (int id : ids) {
            deliver(MqttPackets.publish(1, id));
        }
    }

    @Test
    void confirmationsInTheOrderOfDeliveryAreRight() {
        deliver(1, 2, 65_535);
        confirm(1, 2);
        deliver(256, 1);
        confirm(65_535, 256, 1);
        assertThat(wrong.sum()).isZero();
    }

    @Test
    void messagesNotYetConfirmedAreNotWrong() {
        deliver(1, 2, 3);
        assertThat(wrong.sum()).isZero();
    }

    @Test
    void anIdThatWasNotDeliveredIsWrong() {
        confirm(9);
        assertThat(wrong.sum()).isEqualTo(1);
        deliver(1);
        confirm(2);
        assertThat(wrong.sum()).isEqualTo(2);
    }

    @Test
    void aSecondConfirmationIsWrong() {
        deliver(1);
        confirm(1, 1);
        assertThat(wrong.sum()).isEqualTo(1);
    }

    @Test
    void eachOfTwoThatChangePlacesIsWrong() {
        deliver(1, 2, 3);
        confirm(2, 1, 3);
        assertThat(wrong.sum()).isEqualTo(2);
    }

    @Test
    void idsThatDifferInTheirHighByteAloneAreNotTheSame() {
        deliver(0x0101);
        confirm(0x0201);
        assertThat(wrong.sum()).isEqualTo(1);
    }

    @Test
    void whatNeedsNoConfirmationIsNotAwaited() {
        deliver(MqttPackets.publish(1, 1), MqttPackets.publish(0, 0), MqttPackets.publish(1, 2));
        confirm(1, 2);
        assertThat(wrong.sum()).isZero();
    }

    @Test
    void otherPacketsAreNeitherDeliveriesNorConfirmations() {
        deliver(MqttPackets.ofBody(0x20, 3), MqttPackets.ofBody(0x62, 4), MqttPackets.publish(1, 1));
        byte[] others = MqttPackets.joined(MqttPackets.ofBody(0x82, 5), MqttPackets.pingRequest());
        check.up(others, others.length);
        confirm(1);
        assertThat(wrong.sum()).isZero();
    }

    @Test
    void aDeliverySentAgainCountsAsOne() {
        byte[] again = MqttPackets.publish(1, 7);
        again[0] |= 0x08;
        deliver(again);
        confirm(7);
        assertThat(wrong.sum()).isZero();
    }

    @Test
    void eachConnectionKnowsItsOwnDeliveriesAlone() {
        deliver(1);
        byte[] late = MqttPackets.puback(1);
        new AckCheck(wrong).up(late, late.length);
        assertThat(wrong.sum()).isEqualTo(1);
    }
}
