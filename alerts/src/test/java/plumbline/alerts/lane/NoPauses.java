package plumbline.alerts.lane;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs at once what was to wait, and keeps how long it was to wait. */
final class NoPauses extends ScheduledThreadPoolExecutor {
    final List<Duration> asked = new CopyOnWriteArrayList<>();

    NoPauses() {
        super(1);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        asked.add(Duration.of(delay, unit.toChronoUnit()));
        return super.schedule(command, 0, unit);
    }
}
