package plumbline.standalone.faults.process;

/**
 * What a process holds, to be compared before and after: a leak shows as a difference.
 *
 * @param heapBytes after a garbage collection
 */
public record Footprint(int threads, int openFiles, long heapBytes) {
    /** Whether threads and files are as many; its heap is never quite the same. */
    public boolean holdsAsManyAs(Footprint other) {
        return threads == other.threads && openFiles == other.openFiles;
    }
}
