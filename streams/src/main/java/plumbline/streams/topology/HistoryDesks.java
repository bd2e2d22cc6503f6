package plumbline.streams.topology;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The desk of each partition, which all processors of that partition's task share. */
final class HistoryDesks {
    private final HistoryArchive archive;
    private final Map<Integer, HistoryDesk> desks = new ConcurrentHashMap<>();

    HistoryDesks(HistoryArchive archive) {
        this.archive = archive;
    }

    HistoryDesk of(int partition) {
        return desks.computeIfAbsent(partition, number -> new HistoryDesk(archive));
    }

    /** The task begins: what was asked for and kept before may have been rolled back. */
    void renew(int partition) {
        desks.remove(partition);
    }
}
