package org.isogloss.launch.slurm;

import java.nio.file.Files;
import java.util.Optional;
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

    void keepIn(RunFolder run) {
        JsonFile.write(run.job(), this);
    }
}
