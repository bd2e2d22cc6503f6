package plumbline.streams.reminding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A rule that holds a reminder back now, and until when where that is known. */
record Hold(HoldRule rule, @Nullable Instant until) {}
