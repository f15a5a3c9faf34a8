package org.isogloss.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isogloss.base.BadInputException;
import org.isogloss.experiment.Study;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunLock;
import org.isogloss.run.RunShelf;

/**
 * Starts a background process that works through a study; it outlives the window, and so do its
 * runs.
 *
 * @param shelf where the runs stand
 * @param process starts processes on this machine
 */
public record StudyProcess(RunShelf shelf, LocalProcess process) {

    /**
     * Makes the run folders of a study and starts working through them; returns at once.
     *
     * @return the study's runs
     * @throws BadInputException if a process already works through it, or its data cannot be used
     */
    public List<RunFolder> start(Study study) {
        return begin(study, process.options());
    }

    /**
     * Makes the run folders of a study and starts submitting them to Slurm and following their
     * jobs; returns at once.
     *
     * @param slurm {@link org.isogloss.launch.slurm.SlurmSettings} as a file
     * @return the study's runs
     * @throws BadInputException if a process already works through it, or its data cannot be used
     */
    public List<RunFolder> submit(Study study, Path slurm) {
        return begin(study, List.of("--slurm", slurm.toString()));
    }

    private List<RunFolder> begin(Study study, List<String> options) {
        Path lock = shelf.studyLock(study.name());
        if (RunLock.held(lock)) {
            throw new BadInputException(
                    "study '"
                            + study.name()
                            + "' is already running: "
                            + RunLock.holder(lock)
                            + " works through it; see it under Runs");
        }
        List<RunFolder> runs = new StudyRun(shelf, process).prepare(study);
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "study",
                                "run",
                                shelf.studyFile(study.name()).toString(),
                                "--runs",
                                shelf.path().toString()));
        arguments.addAll(options);
        process.start(arguments, shelf.studyLog(study.name()));
        return runs;
    }
}
