package plumbline.contract.operator;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import plumbline.contract.event.TopicPrefix;

/** What our topics are called on a shared cluster. */
public final class TopicPrefixOption {
    @Option(
            names = "--topic-prefix",
            paramLabel = "PREFIX",
            defaultValue = "",
            converter = Converter.class,
            description = "Goes before every topic and application id, such as 'staging.', so that several pipelines"
                    + " can share one cluster (default: none).")
    private TopicPrefix prefix = TopicPrefix.NONE;

    public TopicPrefix prefix() {
        return prefix;
    }

    private static final class Converter implements ITypeConverter<TopicPrefix> {
        @Override
        public TopicPrefix convert(String text) {
            try {
                return new TopicPrefix(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
