package plumbline.contract.codec;

import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.util.Locale;

/** Writes and reads every enum constant in lower case, as the contract has it. */
final class LowerCaseEnums extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public String[] findEnumValues(
            MapperConfig<?> config, AnnotatedClass annotatedClass, Enum<?>[] enumValues, String[] names) {
        for (int i = 0; i < enumValues.length; i++) {
            names[i] = enumValues[i].name().toLowerCase(Locale.ROOT);
        }
        return names;
    }
}
