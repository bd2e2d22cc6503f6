package plumbline.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import plumbline.contract.device.Mount;
import plumbline.simulator.roster.UploadFormat;

/** One of a few words on the command line, in lower case. */
class EnumWord<E extends Enum<E>> implements ITypeConverter<E> {
    private final Class<E> type;

    private EnumWord(Class<E> type) {
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

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** An upload format. */
    static final class OfFormat extends EnumWord<UploadFormat> {
        OfFormat() {
            super(UploadFormat.class);
        }
    }

    /** A mount. */
    static final class OfMount extends EnumWord<Mount> {
        OfMount() {
            super(Mount.class);
        }
    }
}
