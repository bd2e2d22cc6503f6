package plumbline.contract.codec;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The constants of an enum by the words they have in JSON: their names in lower case. */
final class EnumWords<E extends Enum<E>> {
    private final Map<String, E> constants = new LinkedHashMap<>();

    EnumWords(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            constants.put(constant.name().toLowerCase(Locale.ROOT), constant);
        }
    }

    Optional<E> of(String word) {
        return Optional.ofNullable(constants.get(word));
    }

    /** All of them, for people. */
    @Override
    public String toString() {
        return constants.keySet().toString();
    }
}
