package plumbline.streams.reminding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.contract.event.Exercise;
import plumbline.contract.event.PostureIssue;

/**
 * One exercise with what is known about it.
 *
 * @param issues what it may help with
 * @param minLevel from which level on it is suggested
 * @param contraindications who should not do it
 * @param deskForm id of the exercise that takes its place where the floor does not suit; null where there is none
 */
record CatalogueEntry(
        Exercise exercise,
        List<PostureIssue> issues,
        int minLevel,
        List<String> equipment,
        List<String> contraindications,
        String source,
        @Nullable String deskForm) {}
