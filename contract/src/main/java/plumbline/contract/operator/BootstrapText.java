package plumbline.contract.operator;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Kafka's bootstrap address: {@code host:port}, or several with commas between; a protocol before it is allowed, as Kafka's
 * clients do.
 */
public final class BootstrapText implements ITypeConverter<String> {
    private static final Pattern ONE =
            Pattern.compile("([a-zA-Z][\\w+.-]*://)?(\\[[0-9A-Fa-f:.%]+]|[^\\s:/\\[\\]]+):(?<port>\\d{1,5})");
    private static final int MOST_PORT = 65_535;

    @Override
    public String convert(String text) {
        if (!Arrays.stream(text.split(",", -1)).map(String::strip).allMatch(BootstrapText::isAddress)) {
            throw new TypeConversionException("'" + text + "' is no address; write HOST:PORT, such as localhost:9092");
        }
        return text;
    }

    private static boolean isAddress(String text) {
        Matcher matcher = ONE.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        int port = Integer.parseInt(matcher.group("port"));
        return port > 0 && port <= MOST_PORT;
    }
}
