package org.isogloss.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.isogloss.base.BadInputException;
import org.isogloss.experiment.Study;
import org.isogloss.run.RunShelf;
import picocli.CommandLine.Parameters;

/** A study by the folder its runs stand in. */
final class StudyPlace {
    @Parameters(
            paramLabel = "STUDY_DIR",
            description = "The study's folder of runs, such as runs/world-facts.")
    Path folder;

    /** The folder that holds the study's and those of others. */
    RunShelf shelf() {
        return new RunShelf(folder.toAbsolutePath().normalize().getParent());
    }

    /**
     * The study as it was last started.
     *
     * @throws BadInputException if the folder has none
     */
    Study study() {
        Path file = shelf().studyFile(folder.toAbsolutePath().normalize().getFileName().toString());
        if (!Files.exists(file)) {
            throw BadInputException.in(
                    folder,
                    "has no study.json, so it is no study's folder; name the one that 'study run"
                            + " --runs' made below its folder of runs");
        }
        return Study.read(file);
    }
}
