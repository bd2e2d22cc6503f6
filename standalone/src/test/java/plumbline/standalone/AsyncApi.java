package plumbline.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The document {@code docs/asyncapi.yaml}. */
final class AsyncApi {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode root;

    private AsyncApi(JsonNode root) {
        this.root = root;
    }

    static AsyncApi read() {
        try {
            return new AsyncApi(
                    new YAMLMapper().readTree(Path.of("../docs/asyncapi.yaml").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code node} refers to, or itself. */
    JsonNode follow(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : root.at(reference.substring(1));
    }

    /** Every reference that leads nowhere. */
    List<String> deadReferences() {
        return root.findValuesAsText("$ref").stream()
                .filter(reference -> root.at(reference.substring(1)).isMissingNode())
                .toList();
    }

    /** The names of all fields at any depth. */
    Set<String> fieldNames() {
        Set<String> names = new TreeSet<>();
        gather(root, names);
        return names;
    }

    private static void gather(JsonNode node, Set<String> names) {
        node.fieldNames().forEachRemaining(names::add);
        node.elements().forEachRemaining(element -> gather(element, names));
    }

    /** The channels of one server. */
    List<JsonNode> channels(String server) {
        return stream(root.path("channels"))
                .filter(channel -> channel.at("/servers/0/$ref").asText().equals("#/servers/" + server))
                .toList();
    }

    /** The only message of a channel. */
    JsonNode message(JsonNode channel) {
        return follow(channel.path("messages").elements().next());
    }

    JsonNode schema(String name) {
        return root.at("/components/schemas/" + name);
    }

    /** The name of the schema that stands for a type: nested ones begin with what they are nested in. */
    static String schemaName(Class<?> type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        return name.replace("$", "");
    }

    Set<String> properties(String schema) {
        Set<String> names = new TreeSet<>();
        schema(schema).path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    Set<String> required(String schema) {
        return texts(schema(schema).path("required"));
    }

    Set<String> words(String schema) {
        return texts(schema(schema).path("enum"));
    }

    static Set<String> texts(JsonNode array) {
        return stream(array).map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is wrong with {@code value} by a schema; nothing where all is well. */
    List<String> faults(String schema, JsonNode value) {
        ObjectNode self = JsonNodeFactory.instance.objectNode();
        self.set("components", root.path("components"));
        self.put("$ref", "#/components/schemas/" + schema);
        return REGISTRY.getSchema(self).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        Stream.Builder<JsonNode> elements = Stream.builder();
        node.elements().forEachRemaining(elements);
        return elements.build();
    }
}
