package plumbline.contract.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTopicTest {
    private static final DeviceId DEVICE = new DeviceId("d-1");

    @ParameterizedTest
    @EnumSource(DeviceTopicKind.class)
    void everyTopicIsParsedFromItsName(DeviceTopicKind kind) {
        DeviceTopic topic = kind.of(DEVICE);
        assertThat(DeviceTopic.parse(topic.name())).contains(topic);
    }

    @Test
    void theNamesAreThoseOfTheContract() {
        assertThat(DeviceTopicKind.READINGS.of(DEVICE).name()).isEqualTo("posture/v1/d-1/up/readings");
        assertThat(DeviceTopicKind.ANSWERS.of(DEVICE).name()).isEqualTo("posture/v1/d-1/up/answers");
        assertThat(DeviceTopicKind.STATUS.of(DEVICE).name()).isEqualTo("posture/v1/d-1/up/status");
        assertThat(DeviceTopicKind.REMINDERS.of(DEVICE).name()).isEqualTo("posture/v1/d-1/down/reminders");
        assertThat(DeviceTopicKind.READINGS.filter()).isEqualTo("posture/v1/+/up/readings");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "posture/v1/",
                "posture/v1/d",
                "posture/v1/d/",
                "posture/v1/d/up",
                "posture/v1/d/up/reading",
                "posture/v1/d/up/readings/",
                "posture/v1//up/readings",
                "posture/v1/a/b/up/readings",
                "posture/v1/+/up/readings",
                "posture/v2/d/up/readings",
                "/posture/v1/d/up/readings"
            })
    void whatIsNoTopicOfADeviceIsNotParsed(String name) {
        assertThat(DeviceTopic.parse(name)).isEmpty();
    }
}
