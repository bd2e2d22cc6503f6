package plumbline.streams.reminding;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.event.Exercise;

/** Every exercise a reminder may suggest, from {@code exercises.json}. */
public final class StretchCatalogue {
    private static final Map<String, CatalogueEntry> ENTRIES = load();

    /** In the order of the file, which is that of the state's format: new ones come last. */
    private static final List<String> IDS = List.copyOf(ENTRIES.keySet());

    private StretchCatalogue() {}

    private static Map<String, CatalogueEntry> load() {
        Map<String, CatalogueEntry> entries = new LinkedHashMap<>();
        for (CatalogueEntry entry : read()) {
            entries.put(entry.exercise().id(), entry);
        }
        return entries;
    }

    private static List<CatalogueEntry> read() {
        try (InputStream json = StretchCatalogue.class.getResourceAsStream("exercises.json")) {
            if (json == null) {
                throw new IllegalStateException("exercises.json is missing");
            }
            Decoded<CatalogueEntry[]> entries = EventJson.decode(json.readAllBytes(), CatalogueEntry[].class);
            if (entries instanceof Decoded.Accepted<CatalogueEntry[]> accepted) {
                return Arrays.asList(accepted.value());
            }
            throw new IllegalStateException("exercises.json: " + entries);
        } catch (IOException e) {
            throw new IllegalStateException("exercises.json can't be read", e);
        }
    }

    /** All there are. */
    public static List<String> ids() {
        return IDS;
    }

    static List<CatalogueEntry> entries() {
        return List.copyOf(ENTRIES.values());
    }

    /** The place of an id in the file, -1 where it has none. */
    static int place(String id) {
        return IDS.indexOf(id);
    }

    /** The id at a place, empty where there is none. */
    static String at(int place) {
        return place >= 0 && place < IDS.size() ? IDS.get(place) : "";
    }

    /**
     * The exercise of that id as it suits the place: a floor exercise in its desk form, or nothing where it has none.
     *
     * @param floor whether the wearer can use the floor
     */
    static Optional<Exercise> suited(String id, boolean floor) {
        CatalogueEntry entry = ENTRIES.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("no exercise '" + id + "' in the catalogue");
        }
        if (entry.exercise().place() == Exercise.Place.FLOOR && !floor) {
            return Optional.ofNullable(entry.deskForm()).flatMap(desk -> suited(desk, false));
        }
        return Optional.of(entry.exercise());
    }
}
