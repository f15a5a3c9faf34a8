package org.isogloss.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.experiment.Study;
import org.isogloss.launch.Budget;
import org.isogloss.launch.FreeDevice;
import org.isogloss.launch.LocalProcess;
import org.isogloss.launch.StudyRun;
import org.isogloss.launch.slurm.JobEstimate;
import org.isogloss.launch.slurm.Slurm;
import org.isogloss.launch.slurm.SlurmSettings;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;
import org.isogloss.run.UserFolder;
import org.isogloss.run.bench.Measurements;
import org.isogloss.run.bench.PastRuns;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the runs of a study compute, how many at a time and for how long. */
final class StudyLaunch {
    private enum Where {
        LOCAL,
        SLURM
    }

    @Spec(Spec.Target.MIXEE)
    CommandSpec command;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            converter = Count.class,
            description =
                    "Runs at the same time (default: one a device; all where Slurm queues them).")
    Integer jobs;

    @Option(
            names = "--launcher",
            paramLabel = "NAME",
            description =
                    "local: processes on this machine, or slurm: jobs of Slurm (default: local).")
    private Where where = Where.LOCAL;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            converter = TimeSpan.class,
            description =
                    "Stop after this time, such as 90m or 6h; what is left goes on from its"
                            + " checkpoints when it is started again.")
    Duration budget;

    @Mixin SlurmOptions slurm;

    @Mixin ComputeOptions computing;

    /** Runs what is left of a study and prints what it came to. */
    int work(Study study, RunShelf shelf, Cancellation stop) throws InterruptedException {
        if (where == Where.SLURM || slurm.file != null) {
            return throughSlurm(study, shelf, stop);
        }
        List<ComputeDevice> devices = computing.devices();
        int atOnce = jobs == null ? devices.size() : jobs;
        FreeDevice here =
                new FreeDevice(
                        devices.stream()
                                .map(
                                        device ->
                                                new LocalProcess(
                                                        computing.threads(atOnce),
                                                        device.toString()))
                                .toList());
        return work(new StudyRun(shelf, here, this::tell), study, atOnce, stop);
    }

    private int throughSlurm(Study study, RunShelf shelf, Cancellation stop)
            throws InterruptedException {
        if (budget != null) {
            throw new BadInputException(
                    "--budget stops processes on this machine; give jobs of Slurm a --time");
        }
        if (study.halving() != null && slurm.array) {
            throw new BadInputException(
                    "study '"
                            + study.name()
                            + "' has halving, but the tasks of an array all train to their end;"
                            + " leave --array, or \"halving\", out");
        }
        SlurmSettings settings = slurm.settings();
        PrintWriter err = command.commandLine().getErr();
        JobEstimate estimate =
                new JobEstimate(
                        settings,
                        new Measurements(UserFolder.own().measurements()),
                        new PastRuns(shelf));
        try (Slurm launcher = new Slurm(settings, estimate, this::tell)) {
            StudyRun work = new StudyRun(shelf, launcher, this::tell);
            if (slurm.array) {
                // A mean of two models is submitted alone, when both are there
                launcher.submitArray(
                        work.prepare(study).stream()
                                .filter(run -> run.frozen().spec().strategy().trained())
                                .toList(),
                        study.name(),
                        shelf.studyFile(study.name()).getParent());
            }
            return work(work, study, jobs == null ? Integer.MAX_VALUE : jobs, stop);
        } catch (CancellationException e) {
            err.println("The jobs go on without this command; give it again to follow them.");
            throw e;
        }
    }

    private void tell(String sentence) {
        command.commandLine().getErr().println("isogloss: " + sentence);
    }

    private int work(StudyRun work, Study study, int atOnce, Cancellation stop)
            throws InterruptedException {
        PrintWriter err = command.commandLine().getErr();
        StudyProgress progress = new StudyProgress(err, ConsoleProgress.terminal());
        Budget time = new Budget(budget, System::nanoTime);
        List<RunFolder> ended =
                work.run(study, atOnce, progress::show, () -> stop.requested() || time.requested());
        progress.end();
        stop.check();
        int code = StudyOutcome.print(ended, command.commandLine().getOut(), err);
        if (time.requested() && code == ExitCode.CANCELLED) {
            long left =
                    ended.stream().filter(run -> run.state().phase() != RunPhase.FINISHED).count();
            err.printf(
                    Locale.ROOT,
                    "The budget is spent; %d of these %d runs are left. Started again, the study"
                            + " goes on from their checkpoints.%n",
                    left,
                    ended.size());
        }
        return code;
    }
}
