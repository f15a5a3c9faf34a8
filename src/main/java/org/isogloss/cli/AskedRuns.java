package org.isogloss.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.isogloss.base.BadInputException;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import picocli.CommandLine.Parameters;

/**
 * Runs that something is asked of, whoever started them: of all of them or, if one refuses, none.
 */
final class AskedRuns {
    @Parameters(
            arity = "1..*",
            paramLabel = "RUN_DIR",
            description = "The runs' folders, such as runs/world-facts/hybrid-0.50-nano-1.")
    List<Path> folders;

    /** All of them. */
    List<RunFolder> all() {
        return folders.stream().map(RunFolder::open).toList();
    }

    /**
     * All of them, if each stands where it can be asked.
     *
     * @param rule what a run must be, to end the sentence "only …"
     * @throws BadInputException naming the first that does not
     */
    List<RunFolder> that(Predicate<RunPhase> may, String rule) {
        List<RunFolder> runs = all();
        for (RunFolder run : runs) {
            RunPhase phase = run.state().phase();
            if (!may.test(phase)) {
                throw BadInputException.in(
                        run.path(),
                        "is " + phase.word() + "; only " + rule + "; nothing was asked");
            }
        }
        return runs;
    }
}
