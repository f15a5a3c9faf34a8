package org.isogloss.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.isogloss.base.Cancellation;
import org.isogloss.run.ExperimentRun;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains runs once more with another seed, one after the other, in this process. */
@Command(
        name = "again",
        description = {
            "Make a run in the same study for each of these, like it but for the seed, then train"
                    + " and score them one after the other in this process.",
            "Where there is one with that seed already, it goes on."
        },
        mixinStandardHelpOptions = true)
final class AgainCommand implements Callable<Integer> {
    private final Cancellation stop;

    @Spec CommandSpec command;

    @Mixin AskedRuns runs;

    @Option(names = "--seed", required = true, paramLabel = "N", description = "The other seed.")
    long seed;

    @Mixin ComputeOptions computing;

    AgainCommand(Cancellation stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() {
        List<RunFolder> made = runs.all().stream().map(run -> run.again(seed)).toList();
        ConsoleProgress progress = ConsoleProgress.of(command);
        for (RunFolder run : made) {
            if (run.state().phase() != RunPhase.FINISHED) {
                train(run, progress);
            }
        }
        new StudyTable(made).lines().forEach(command.commandLine().getOut()::println);
        return ExitCode.OK;
    }

    private void train(RunFolder run, ConsoleProgress progress) {
        if (run.state().phase().ended()) {
            run.clearRequests(); // what was asked of the process that has ended
        }
        command.commandLine().getOut().println(run.path());
        RunPhase ended = new ExperimentRun(run, computing.compute(), false).execute(stop, progress);
        if (ended != RunPhase.FINISHED) {
            throw new CancellationException();
        }
    }
}
