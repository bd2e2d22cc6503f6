package plumbline.contract.operator;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Kafka's bootstrap address: {@code host:port}, or several with commas between; an IPv6 address in brackets. */
public final class BootstrapText implements ITypeConverter<String> {
    private static final String ONE = "(\\[[0-9A-Fa-f:.%]+]|[^\\s:,/\\[\\]]+):\\d{1,5}";
    private static final Pattern FORM = Pattern.compile(ONE + "(\\s*,\\s*" + ONE + ")*");

    @Override
    public String convert(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new TypeConversionException("'" + text + "' is no address; write HOST:PORT, such as localhost:9092");
        }
        return text;
    }
}
