package plumbline.streams.topology;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.Episode;
import plumbline.streams.device.DeviceInput.HistoryRead;
import plumbline.streams.history.SentUpload;
import plumbline.streams.topology.HistoryArchive.Archived;
import plumbline.streams.topology.HistoryArchive.TooLarge;

/**
 * The histories that the devices of one partition have asked for. While one is read, what arrives and is published meanwhile is
 * kept beside it, so that the answer has all that the device's state has. What is lost here, as in a crash, is asked for
 * again. For use by one thread.
 */
final class HistoryDesk {
    /** Further devices ask again later. */
    static final int MOST_REQUESTS = 200;

    /** A device that sends more while its history is read asks again later. */
    static final int MOST_MEANWHILE = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(HistoryDesk.class);

    private final HistoryArchive archive;
    private final Map<DeviceId, Request> requests = new HashMap<>();
    private final List<DeviceId> tooLarge = new ArrayList<>();

    HistoryDesk(HistoryArchive archive) {
        this.archive = archive;
    }

    private record Request(
            long sinceMillis,
            CompletableFuture<Archived> archived,
            List<SentUpload> uploads,
            Map<String, Optional<Episode>> episodes,
            Map<LocalDate, DaySummary> days) {}

    /** A device's history, ready for its machine. */
    record Answer(DeviceId device, HistoryRead history) {}

    void ask(int partition, DeviceId device, long sinceMillis) {
        Request open = requests.get(device);
        boolean isUnderWay = open != null && open.sinceMillis() <= sinceMillis;
        if (!isUnderWay && (open != null || requests.size() < MOST_REQUESTS)) {
            CompletableFuture<Archived> archived = archive.read(partition, device, sinceMillis);
            requests.put(
                    device, new Request(sinceMillis, archived, new ArrayList<>(), new HashMap<>(), new HashMap<>()));
        }
    }

    /** An upload was worked off. */
    void arrived(DeviceId device, Upload upload, long arrivalMillis) {
        Request open = requests.get(device);
        if (open != null) {
            open.uploads().add(new SentUpload(upload, arrivalMillis));
            if (open.uploads().size() > MOST_MEANWHILE) {
                requests.remove(device);
            }
        }
    }

    /** An episode was published, or retracted where there is none. */
    void published(DeviceId device, String id, Optional<Episode> episode) {
        Request open = requests.get(device);
        if (open != null) {
            open.episodes().put(id, episode);
        }
    }

    /** A revision of a day was published. */
    void published(DeviceId device, DaySummary day) {
        Request open = requests.get(device);
        if (open != null) {
            open.days().put(day.date(), day);
        }
    }

    /** One history that has been read since; one at a time, since folding it takes a while. */
    Optional<Answer> answer() {
        dropFailed();
        for (Map.Entry<DeviceId, Request> entry : requests.entrySet()) {
            if (isRead(entry.getValue())) {
                DeviceId device = entry.getKey();
                requests.remove(device);
                return Optional.of(answer(device, entry.getValue()));
            }
        }
        return Optional.empty();
    }

    /** The devices whose histories can't be held, since this was asked last: they are not to ask again. */
    List<DeviceId> tooLarge() {
        dropFailed();
        List<DeviceId> devices = List.copyOf(tooLarge);
        tooLarge.clear();
        return devices;
    }

    /** All at once, so that their devices may ask again. */
    private void dropFailed() {
        requests.entrySet().removeIf(entry -> {
            boolean isFailed = entry.getValue().archived().isCompletedExceptionally();
            if (isFailed) {
                noteFailed(entry.getKey(), entry.getValue().archived());
            }
            return isFailed;
        });
    }

    private void noteFailed(DeviceId device, CompletableFuture<Archived> archived) {
        Throwable cause = archived.handle((read, failure) -> failure).join();
        if (cause instanceof TooLarge) {
            LOG.warn("the late readings of {} are not worked into its history: {}", device, cause.getMessage());
            tooLarge.add(device);
        } else {
            LOG.debug("{} has no history yet, and asks again: {}", device, String.valueOf(cause));
        }
    }

    private static boolean isRead(Request request) {
        return request.archived().isDone() && !request.archived().isCompletedExceptionally();
    }

    private static Answer answer(DeviceId device, Request request) {
        Archived archived = request.archived().join();
        List<SentUpload> uploads = new ArrayList<>(archived.uploads());
        uploads.addAll(request.uploads());
        return new Answer(
                device,
                new HistoryRead(request.sinceMillis(), uploads, episodes(archived, request), days(archived, request)));
    }

    private static List<Episode> episodes(Archived archived, Request request) {
        Map<String, Optional<Episode>> episodes = new HashMap<>();
        archived.episodes().forEach(episode -> episodes.put(episode.id(), Optional.of(episode)));
        episodes.putAll(request.episodes());
        return episodes.values().stream().flatMap(Optional::stream).toList();
    }

    private static List<DaySummary> days(Archived archived, Request request) {
        Map<LocalDate, DaySummary> days = new HashMap<>();
        archived.days().forEach(day -> days.put(day.date(), day));
        days.putAll(request.days());
        return List.copyOf(days.values());
    }
}
