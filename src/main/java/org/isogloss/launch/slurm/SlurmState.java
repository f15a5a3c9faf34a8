package org.isogloss.launch.slurm;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Where Slurm says that a job stands; {@code squeue}'s and {@code sacct}'s names. */
public enum SlurmState {
    PENDING(false, "waits"),
    RUNNING(false, "runs"),
    SUSPENDED(false, "is suspended by Slurm; it goes on when Slurm lets it"),
    COMPLETED(true, "has completed"),
    FAILED(true, "failed; the end of process.log tells why"),
    TIMEOUT(
            true,
            "ran out of time; ask for more time and run the study again: it goes on from its checkpoint"),
    PREEMPTED(
            true,
            "was preempted and not requeued; run the study again: it goes on from its checkpoint"),
    OUT_OF_MEMORY(true, "needed more memory than it asked for; ask for more, or set a micro-batch"),
    NODE_FAIL(true, "was lost with its node; run the study again: it goes on from its checkpoint"),
    BOOT_FAIL(true, "was lost because its node did not start; run the study again"),
    DEADLINE(true, "could not end before its deadline; ask for less time or a later deadline"),
    CANCELLED(true, "was cancelled"),
    /** No longer known to Slurm, and it left no word. */
    GONE(
            true,
            "is not known to Slurm any more and left no word; run the study again: it goes on from"
                    + " its checkpoint");

    private static final Map<String, String> REASONS =
            Map.ofEntries(
                    Map.entry("None", "Slurm has not looked at it yet"),
                    Map.entry("Resources", "no node is free"),
                    Map.entry("Priority", "others come first"),
                    Map.entry("Dependency", "another job must end first"),
                    Map.entry("BeginTime", "Slurm starts it again in a moment"),
                    Map.entry("JobArrayTaskLimit", "enough tasks of its array run"),
                    Map.entry("JobHeldUser", "it is held; let it go with scontrol release"),
                    Map.entry(
                            "JobHeldAdmin",
                            "an administrator holds it, perhaps after it failed to start; ask them"),
                    Map.entry(
                            "PartitionTimeLimit",
                            "it asks for more time than the partition gives; cancel it and ask for"
                                    + " less"),
                    Map.entry(
                            "PartitionNodeLimit",
                            "it asks for more than the partition has; cancel it and ask for less"),
                    Map.entry("PartitionDown", "the partition is down"),
                    Map.entry("PartitionInactive", "the partition takes no jobs now"),
                    Map.entry("ReqNodeNotAvail", "the nodes it needs are down or reserved"),
                    Map.entry(
                            "BadConstraints",
                            "no node has what it asks for; cancel it and ask for less"),
                    Map.entry("InvalidAccount", "Slurm does not know the account; name another"),
                    Map.entry(
                            "InvalidQOS",
                            "Slurm does not know the quality of service; name another"),
                    Map.entry("Licenses", "a licence is in use"),
                    Map.entry("Reservation", "its reservation has not begun"));

    private final boolean ended;
    private final String words;

    SlurmState(boolean ended, String words) {
        this.ended = ended;
        this.words = words;
    }

    /**
     * The state of a name; empty if it is none of Slurm's.
     *
     * @param name as {@code squeue} or {@code sacct} print it: {@code CANCELLED by 1000}
     */
    static Optional<SlurmState> of(String name) {
        String word = name.strip().split("[ +]", 2)[0];
        return switch (word) {
            // Between two other states, some of them on the way back into the queue.
            case "CONFIGURING", "COMPLETING", "RESIZING", "SIGNALING", "STAGE_OUT" ->
                    Optional.of(RUNNING);
            case "REQUEUED", "REQUEUE_FED", "REQUEUE_HOLD", "RESV_DEL_HOLD", "SPECIAL_EXIT" ->
                    Optional.of(PENDING);
            case "STOPPED" -> Optional.of(SUSPENDED);
            case "REVOKED" -> Optional.of(CANCELLED);
            case "GONE" -> Optional.empty();
            default -> Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
        };
    }

    /** True if nothing more will happen to the job. */
    public boolean ended() {
        return ended;
    }

    /** What goes after the job's name, and the remedy where there is one. */
    String words(String reason) {
        if (this != PENDING) {
            return words + ".";
        }
        String known = REASONS.get(reason.split("[,(]", 2)[0].strip());
        if (known == null && (reason.startsWith("Assoc") || reason.startsWith("QOS"))) {
            known = "a limit of your account or quality of service is reached";
        }
        String shown = reason.isEmpty() || reason.equals("None") ? "" : " (" + reason + ")";
        return words + (known == null ? "" : ": " + known) + shown + ".";
    }
}
