package plumbline.contract.codec;

import java.util.List;

/** An enum whose constants stand in the order of their protobuf numbers, {@code UNKNOWN} first. */
final class WireEnum<E extends Enum<E>> {
    private final List<E> values;

    WireEnum(Class<E> type) {
        values = List.of(type.getEnumConstants());
    }

    int number(E value) {
        return values.indexOf(value);
    }

    /** A number from a newer sender than we know counts as unknown. */
    E of(int number) {
        return values.get(number >= 0 && number < values.size() ? number : 0);
    }
}
