package plumbline.streams.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Upload;
import plumbline.streams.Sitter;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** Whether an upload that comes again says the same. */
class RecentUploadsTest {
    private final List<Upload> uploads = new ArrayList<>();
    private RecentUploads recent = new RecentUploads();

    private void note(Upload upload) {
        recent.note(upload);
        StateWriter out = new StateWriter();
        recent.write(out);
        recent = RecentUploads.read(new StateReader(out.toBytes()));
    }

    private Upload only(Sitter sitter) {
        return uploads.get(uploads.size() - 1);
    }

    private Sitter sitter() {
        return new Sitter(uploads::add);
    }

    @Test
    void theSameSentAgainIsTheSame() {
        Upload upload = only(sitter().bad(10));
        note(upload);

        assertThat(recent.holds(upload.sentAt(5_000, 0))).isTrue();
        assertThat(recent.contradicts(upload.sentAt(5_000, 0))).isFalse();
    }

    @Test
    void anythingElseThatWasMeasuredContradicts() {
        note(only(sitter().bad(10)));

        assertThat(List.of(
                        only(sitter().good(10)),
                        only(sitter().shoulders(5, 10)),
                        only(sitter().sits(10)),
                        only(sitter().calibration("other", 0, 0).bad(10)),
                        only(sitter().at(Sitter.BEGIN.plusMillis(1)).bad(10))))
                .allMatch(recent::contradicts);
    }

    @Test
    void otherReadingsDoNot() {
        note(only(sitter().bad(10)));

        assertThat(List.of(
                        only(sitter().bad(20)),
                        only(sitter().perUpload(5).bad(5)),
                        only(sitter().restarts().bad(10))))
                .noneMatch(recent::contradicts);
    }

    @Test
    void theLastThreeAreKnown() {
        sitter().bad(10 * (RecentUploads.MOST + 1));
        uploads.forEach(this::note);

        assertThat(uploads.subList(1, uploads.size())).allMatch(recent::holds);
        assertThat(recent.holds(uploads.get(0))).isFalse();
    }
}
