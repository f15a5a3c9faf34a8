package org.isogloss.launch.slurm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.isogloss.base.BadInputException;

/**
 * Asks Slurm about jobs, all of them at once: {@code squeue} for what waits, runs or has just
 * ended, {@code sacct} for what ended earlier, and {@code scontrol} where the site keeps no
 * accounts.
 *
 * @param shell does the commands
 */
record SlurmQueue(SlurmShell shell) {
    /** Tells our lines from what a login node greets with. */
    private static final String MARK = "isogloss|";

    // Ids of single jobs and of tasks of arrays.
    private static final Pattern ID = Pattern.compile("[0-9]+(_[0-9]+)?");
    private static final int CELLS = 5;
    private static final Pattern ARRAY_SIZE =
            Pattern.compile("(?m)^MaxArraySize\\s*=\\s*([0-9]{1,9})\\s*$");
    private static final Pattern JOB_STATE = Pattern.compile("(?:^| )JobState=([A-Z_]+)");
    private static final Pattern REASON = Pattern.compile("(?:^| )Reason=(\\S+)");

    /**
     * Submits a script.
     *
     * @return the job's id
     * @throws BadInputException with sbatch's words if it is refused
     * @throws NoAnswerException if it may have been taken all the same
     */
    String submit(String script) {
        SlurmShell.Said said = shell.run(List.of("sbatch", "--parsable", script));
        // With clusters of several: id;cluster. A login node may greet before.
        Optional<String> id =
                said.lines().stream()
                        .map(line -> line.split(";", 2)[0])
                        .filter(word -> ID.matcher(word).matches())
                        .reduce((first, last) -> last);
        if (said.unanswered() || (said.code() == 0 && id.isEmpty())) {
            throw failure("sbatch does not answer", said);
        }
        if (said.code() != 0) {
            throw new BadInputException("sbatch does not take the job: " + said.complaint());
        }
        return id.orElseThrow();
    }

    /**
     * The most tasks that an array may have here.
     *
     * @throws NoAnswerException if that is not told
     */
    int arraySize() {
        SlurmShell.Said said = shell.run(List.of("scontrol", "show", "config"));
        Matcher size = ARRAY_SIZE.matcher(said.out());
        if (said.code() != 0 || !size.find()) {
            throw failure("scontrol does not tell how large an array may be", said);
        }
        return Integer.parseInt(size.group(1));
    }

    /** Cancels jobs; one that has ended already is none the worse for it. */
    void cancel(Collection<String> ids) {
        List<String> command = new ArrayList<>(List.of("scancel"));
        command.addAll(ids);
        SlurmShell.Said said = shell.run(command);
        if (said.code() != 0 && !said.complaint().contains("Invalid job id")) {
            throw failure("scancel does not cancel", said);
        }
    }

    /**
     * Asks about jobs.
     *
     * @return what is known of these and of the user's other jobs; one that is not in it is known
     *     to nobody
     * @throws NoAnswerException if Slurm does not answer, or not as agreed
     */
    Map<String, JobStatus> look(Set<String> ids) {
        Map<String, JobStatus> known = queued(ids);
        Set<String> others =
                ids.stream().filter(id -> !known.containsKey(id)).collect(Collectors.toSet());
        if (!others.isEmpty()) {
            known.putAll(ended(others));
        }
        return known;
    }

    /** Without the line of headings nobody has answered, whatever was printed. */
    private Map<String, JobStatus> queued(Set<String> ids) {
        SlurmShell.Said said =
                shell.run(
                        List.of(
                                "squeue",
                                "--array",
                                "--me",
                                "--states=all",
                                "--format=" + MARK + "%i|%T|%r|%j|%Z"));
        boolean headed = said.lines().stream().anyMatch(line -> line.startsWith(MARK + "JOBID|"));
        if (said.code() != 0 || !headed) {
            throw failure("squeue does not answer", said);
        }
        List<String> rows =
                said.lines().stream()
                        .filter(line -> line.startsWith(MARK))
                        .map(line -> line.substring(MARK.length()))
                        .toList();
        return parsed("squeue", rows, ids);
    }

    private Map<String, JobStatus> ended(Set<String> ids) {
        SlurmShell.Said said =
                shell.run(
                        List.of(
                                "sacct",
                                "--noheader",
                                "--parsable2",
                                "--delimiter=|" + MARK,
                                "--allocations",
                                "--jobs=" + String.join(",", ids),
                                "--format=JobID,State"));
        if (said.code() == 0) {
            List<String> rows =
                    said.lines().stream()
                            .filter(line -> line.contains("|" + MARK))
                            .map(line -> line.replace(MARK, ""))
                            .toList();
            Map<String, JobStatus> known = parsed("sacct", rows, ids);
            known.keySet().retainAll(ids);
            return known;
        }
        Map<String, JobStatus> known = new HashMap<>();
        for (String id : ids) {
            described(id).ifPresent(status -> known.put(id, status));
        }
        return known;
    }

    /** What the controller still remembers of a job, some minutes after its end. */
    private Optional<JobStatus> described(String id) {
        SlurmShell.Said said = shell.run(List.of("scontrol", "show", "job", "--oneliner", id));
        Matcher state = JOB_STATE.matcher(said.out());
        if (said.code() != 0 && !said.complaint().contains("Invalid job id")) {
            throw failure("scontrol does not answer", said);
        }
        if (said.code() != 0 || !state.find()) {
            return Optional.empty();
        }
        Matcher reason = REASON.matcher(said.out());
        String why = reason.find() ? reason.group(1) : "";
        return SlurmState.of(state.group(1)).map(found -> new JobStatus(found, why));
    }

    /**
     * Rows of id, state and perhaps more of {@link JobStatus}. One of our jobs in a state that is
     * none is refused with its words; others may be of a kind that is not known here.
     */
    private static Map<String, JobStatus> parsed(
            String command, List<String> rows, Set<String> ours) {
        Map<String, JobStatus> known = new HashMap<>();
        for (String row : rows) {
            String[] cells = Arrays.copyOf(row.split("\\|", CELLS), CELLS);
            Optional<SlurmState> state = Optional.ofNullable(cells[1]).flatMap(SlurmState::of);
            if (state.isPresent() && ID.matcher(cells[0]).matches()) {
                known.put(
                        cells[0],
                        new JobStatus(
                                state.get(),
                                Objects.toString(cells[2], ""),
                                Objects.toString(cells[3], ""),
                                Objects.toString(cells[4], "")));
            } else if (ours.contains(cells[0])) {
                throw new NoAnswerException(
                        command + " says what is not understood: '" + row + "'");
            }
        }
        return known;
    }

    private static NoAnswerException failure(String what, SlurmShell.Said said) {
        return new NoAnswerException(what + ": " + said.complaint());
    }
}
