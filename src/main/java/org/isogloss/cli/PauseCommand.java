package org.isogloss.cli;

import java.util.concurrent.Callable;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lets runs stand still. */
@Command(
        name = "pause",
        description = {
            "Ask runs to stand still; each does so between two steps and keeps its memory.",
            "'continue' lets them go on."
        },
        mixinStandardHelpOptions = true)
final class PauseCommand implements Callable<Integer> {
    @Spec CommandSpec command;

    @Mixin AskedRuns runs;

    @Override
    public Integer call() {
        for (RunFolder run : runs.that(PauseCommand::trains, "runs at work can be paused")) {
            run.requestPause(true);
            command.commandLine().getOut().println(run.id() + " is asked to stand still");
        }
        return ExitCode.OK;
    }

    private static boolean trains(RunPhase phase) {
        return phase == RunPhase.STARTING || phase == RunPhase.RUNNING;
    }
}
