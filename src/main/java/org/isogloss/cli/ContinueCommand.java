package org.isogloss.cli;

import java.util.concurrent.Callable;
import org.isogloss.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lets paused runs go on. */
@Command(
        name = "continue",
        description = "Let runs go on that were asked to stand still.",
        mixinStandardHelpOptions = true)
final class ContinueCommand implements Callable<Integer> {
    @Spec CommandSpec command;

    @Mixin AskedRuns runs;

    @Override
    public Integer call() {
        for (RunFolder run :
                runs.that(
                        phase -> !phase.ended(),
                        "runs that have not ended go on; 'isogloss run' starts it again")) {
            run.requestPause(false);
            command.commandLine().getOut().println(run.id() + " may go on");
        }
        return ExitCode.OK;
    }
}
