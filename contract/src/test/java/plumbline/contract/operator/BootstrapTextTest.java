package plumbline.contract.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class BootstrapTextTest {
    private final BootstrapText bootstrap = new BootstrapText();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:9092",
                "kafka-1:9092,kafka-2:9093",
                "a.b:1, c_d:65535",
                " kafka:9092 ",
                "PLAINTEXT://kafka:9092",
                "[::1]:9092",
                "10.0.0.1:9092"
            })
    void oneAddressOrSeveralAreRead(String text) {
        assertThat(bootstrap.convert(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kafka",
                "kafka:",
                ":9092",
                "kafka:nine",
                "kafka:9092,",
                "kafka 9092",
                "kafka:0",
                "kafka:65536",
                "kafka:99999999999"
            })
    void anythingElseIsRefusedWithTheForm(String text) {
        assertThatThrownBy(() -> bootstrap.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'" + text + "' is no address; write HOST:PORT, such as localhost:9092");
    }
}
