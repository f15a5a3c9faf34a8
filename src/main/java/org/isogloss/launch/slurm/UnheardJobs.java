package org.isogloss.launch.slurm;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isogloss.base.BadInputException;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunShelf;

/**
 * Finds jobs that no run knows of: {@code sbatch} was not heard to the end, or somebody submitted a
 * script by hand. Their runs must not be submitted a second time.
 */
final class UnheardJobs {
    private final Set<String> heard = new HashSet<>();

    /** The job of a run alone; empty if there is none. */
    Optional<String> of(RunFolder run, Map<String, JobStatus> queue) {
        return queue.entrySet().stream()
                .filter(job -> worksIn(run.path(), job.getValue()))
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder());
    }

    /**
     * Looks for arrays of a study of which no run knows that it is a task.
     *
     * @throws BadInputException if there is one: which of its tasks is which run is not known
     */
    void refuseArrays(Path study, Map<String, JobStatus> queue) {
        queue.forEach(
                (id, status) -> {
                    if (worksIn(study, status) && !isHeard(array(id), study)) {
                        throw BadInputException.in(
                                study,
                                "job "
                                        + array(id)
                                        + " is an array of this study that no run knows of: sbatch"
                                        + " was not heard to the end when it was submitted; cancel"
                                        + " it by 'scancel "
                                        + array(id)
                                        + "' and start the study again");
                    }
                });
    }

    private boolean isHeard(String array, Path study) {
        if (!heard.contains(array)) {
            new RunShelf(study.getParent())
                    .runs(study.getFileName().toString()).stream()
                            .flatMap(run -> SlurmJob.of(run).stream())
                            .forEach(job -> heard.add(array(job.id())));
        }
        return heard.contains(array);
    }

    private static String array(String id) {
        return id.split("_", 2)[0];
    }

    private static boolean worksIn(Path folder, JobStatus status) {
        return !status.state().ended()
                && status.name().equals(folder.getFileName().toString())
                && status.folder().equals(folder.toAbsolutePath().normalize().toString());
    }
}
