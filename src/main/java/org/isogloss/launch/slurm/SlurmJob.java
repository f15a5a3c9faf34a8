package org.isogloss.launch.slurm;

import java.nio.file.Files;
import java.util.Objects;
import java.util.Optional;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.run.RunFolder;

/**
 * The job a run was submitted as, kept in the run's folder so that whoever comes later finds it.
 *
 * @param id as Slurm's commands take it: {@code 17}, or {@code 17_3} for a task of an array
 * @param host where it was submitted, for {@code ssh}, or null
 */
public record SlurmJob(String id, String host) {

    /** The job a run was submitted as last; empty if it never was. */
    public static Optional<SlurmJob> of(RunFolder run) {
        return Files.exists(run.job())
                ? Optional.of(JsonFile.read(run.job(), SlurmJob.class))
                : Optional.empty();
    }

    /** True if it is asked about where it was submitted. */
    boolean isOf(String asked) {
        return Objects.equals(host, asked);
    }

    /**
     * Its id, for a queue that is asked through a host, or here if that is null.
     *
     * @throws BadInputException if it was submitted elsewhere: the same number may be another job
     */
    String idIn(String asked, RunFolder run) {
        if (!isOf(asked)) {
            throw BadInputException.in(
                    run.job(),
                    "the run was submitted as job "
                            + id
                            + (host == null ? " without a host" : " through " + host)
                            + ", and "
                            + (asked == null ? "no host is given" : asked + " is given")
                            + " now; follow it as it was submitted, or cancel that job and delete"
                            + " this file");
        }
        return id;
    }

    void keepIn(RunFolder run) {
        JsonFile.write(run.job(), this);
    }
}
