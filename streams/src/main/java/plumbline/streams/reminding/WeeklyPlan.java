package plumbline.streams.reminding;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.event.Exercise;

/** What may strengthen the back over a week, from {@code weekly-plan.json}: shown with a week's figures, never as a reminder. */
public final class WeeklyPlan {
    private static final List<Entry> ENTRIES = List.of(load());

    /**
     * One thing to do.
     *
     * @param fewest times a week
     * @param most times a week
     */
    public record Entry(
            String id,
            String name,
            Exercise.Place place,
            int fewest,
            int most,
            List<String> equipment,
            List<String> steps,
            List<String> contraindications,
            String caution,
            String why,
            String source) {}

    private WeeklyPlan() {}

    private static Entry[] load() {
        try (InputStream json = WeeklyPlan.class.getResourceAsStream("weekly-plan.json")) {
            if (json == null) {
                throw new IllegalStateException("weekly-plan.json is missing");
            }
            Decoded<Entry[]> entries = EventJson.decode(json.readAllBytes(), Entry[].class);
            if (entries instanceof Decoded.Accepted<Entry[]> accepted) {
                return accepted.value();
            }
            throw new IllegalStateException("weekly-plan.json: " + entries);
        } catch (IOException e) {
            throw new IllegalStateException("weekly-plan.json can't be read", e);
        }
    }

    public static List<Entry> entries() {
        return ENTRIES;
    }
}
