package org.isogloss.cli;

import java.util.concurrent.Callable;
import org.isogloss.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops runs. */
@Command(
        name = "cancel",
        description = {
            "Ask runs to stop; each does so between two steps, and its checkpoints stay.",
            "'run' with a run's folder, or 'study resume', goes on from there."
        },
        mixinStandardHelpOptions = true)
final class CancelCommand implements Callable<Integer> {
    @Spec CommandSpec command;

    @Mixin AskedRuns runs;

    @Override
    public Integer call() {
        for (RunFolder run :
                runs.that(phase -> !phase.ended(), "runs that have not ended can be cancelled")) {
            run.requestCancel();
            command.commandLine().getOut().println(run.id() + " is asked to stop");
        }
        return ExitCode.OK;
    }
}
