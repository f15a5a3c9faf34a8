package org.isogloss.launch.slurm;

import java.time.Duration;

/**
 * What a run asks of its node where the user asks for nothing.
 *
 * @param time null to leave it to the partition
 * @param memoryBytes null to leave it to the partition
 */
public record JobRequest(Duration time, Long memoryBytes) {
    /** Leaves both to the partition. */
    public static final JobRequest NONE = new JobRequest(null, null);

    private static final long MEBI = 1 << 20;

    /** The time in Slurm's notation, whole minutes; null if there is none. */
    String timeText() {
        return time == null ? null : Long.toString(Math.max(1, (time.toSeconds() + 59) / 60));
    }

    /** The memory in Slurm's notation, whole mebibytes; null if there is none. */
    String memoryText() {
        return memoryBytes == null ? null : (memoryBytes + MEBI - 1) / MEBI + "M";
    }

    /** The larger of each, for runs that share one request. */
    JobRequest max(JobRequest other) {
        return new JobRequest(
                time == null || other.time == null
                        ? null
                        : time.compareTo(other.time) > 0 ? time : other.time,
                memoryBytes == null || other.memoryBytes == null
                        ? null
                        : Long.valueOf(Math.max(memoryBytes, other.memoryBytes)));
    }
}
