package plumbline.contract.operator;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import plumbline.contract.device.Mount;

/** One of a few words on the command line, in lower case. */
public abstract class EnumWord<E extends Enum<E>> implements ITypeConverter<E> {
    private final Class<E> type;

    protected EnumWord(Class<E> type) {
        this.type = type;
    }

    @Override
    public E convert(String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of " + words()));
    }

    private String words() {
        return Arrays.stream(type.getEnumConstants()).map(EnumWord::word).collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A mount. */
    public static final class OfMount extends EnumWord<Mount> {
        public OfMount() {
            super(Mount.class);
        }
    }
}
