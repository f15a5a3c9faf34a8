package org.isogloss.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.isogloss.base.Cancellation;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Fingerprints;
import org.isogloss.run.ExperimentRun;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One run, in this process. */
@Command(
        name = "run",
        description = {
            "Train and score one run in this process.",
            "Started again, it goes on from its last checkpoint."
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Spec CommandSpec command;
    private final Cancellation stop;

    @Parameters(paramLabel = "SPEC", description = "A run's spec as JSON, or the folder of a run.")
    Path spec;

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            description = "Where the run's folder is made; needed with a spec.")
    Path runs;

    @Option(
            names = "--interruptible",
            description =
                    "A signal to end interrupts the run and does not cancel it: for schedulers that"
                            + " start it again.")
    boolean interruptible;

    @Option(
            names = "--until",
            paramLabel = "STEP",
            converter = Count.class,
            description =
                    "Stop with a checkpoint after this training step; started again without it, the"
                            + " run ends as if it had never stopped.")
    int lastStep = Integer.MAX_VALUE;

    @Mixin ComputeOptions computing;

    RunCommand(Cancellation stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() {
        if (runs == null && !Files.isDirectory(spec)) {
            throw new ParameterException(
                    command.commandLine(),
                    "a spec needs --runs DIR, the folder in which the run's folder is made");
        }
        RunFolder folder = folder();
        ConsoleProgress progress = ConsoleProgress.of(command);
        RunPhase ended =
                new ExperimentRun(folder, computing.compute(), interruptible, lastStep)
                        .execute(stop, progress);
        new StudyTable(List.of(folder)).lines().forEach(command.commandLine().getOut()::println);
        if (ended != RunPhase.FINISHED) {
            throw new CancellationException();
        }
        return ExitCode.OK;
    }

    private RunFolder folder() {
        if (Files.isDirectory(spec)) {
            RunFolder folder = RunFolder.open(spec);
            if (folder.state().phase().ended()) {
                folder.clearRequests(); // what was asked of the process that has ended
            }
            return folder;
        }
        ExperimentSpec read = ExperimentSpec.read(spec);
        return RunFolder.create(
                runs.toAbsolutePath().normalize(), read, new Fingerprints().of(read));
    }
}
