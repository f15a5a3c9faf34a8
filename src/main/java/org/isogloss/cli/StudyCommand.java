package org.isogloss.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.isogloss.base.Cancellation;
import org.isogloss.experiment.Study;
import org.isogloss.hub.ModelPlace;
import org.isogloss.launch.LocalProcess;
import org.isogloss.launch.StudyRun;
import org.isogloss.launch.slurm.JobEstimate;
import org.isogloss.launch.slurm.Slurm;
import org.isogloss.launch.slurm.SlurmSettings;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;
import org.isogloss.run.RunState;
import org.isogloss.run.UserFolder;
import org.isogloss.run.bench.Measurements;
import org.isogloss.run.bench.PastRuns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Several comparable runs at once. */
@Command(
        name = "study",
        description = "Train and score all runs of a study.",
        mixinStandardHelpOptions = true,
        subcommands = {StudyCommand.RunAll.class, StudyReportCommand.class})
final class StudyCommand {

    /** What starts runs. */
    enum Where {
        LOCAL,
        SLURM
    }

    /** Runs what is left of a study, each run in a process of its own. */
    @Command(
            name = "run",
            description = {
                "Train and score every run of a study that is not finished, each in a process of"
                        + " its own.",
                "Started again, it goes on where it was broken off."
            },
            mixinStandardHelpOptions = true)
    static final class RunAll implements Callable<Integer> {
        @Spec CommandSpec command;
        private final ModelPlace place;
        private final Cancellation stop;

        @Parameters(paramLabel = "FILE", description = "The study, as JSON.")
        Path file;

        @Option(
                names = "--runs",
                required = true,
                paramLabel = "DIR",
                description = "Where the runs' folders stand; made if missing.")
        Path runs;

        @Option(
                names = "--seeds",
                split = ",",
                paramLabel = "N",
                description = "Seeds to use instead of the study's, separated by commas.")
        List<Long> seeds = List.of();

        @Option(
                names = "--jobs",
                paramLabel = "N",
                converter = Count.class,
                description = "Runs at the same time (default: 1; all where Slurm queues them).")
        Integer jobs;

        @Option(
                names = "--launcher",
                paramLabel = "NAME",
                description =
                        "local: processes on this machine, or slurm: jobs of Slurm (default: local).")
        Where where = Where.LOCAL;

        @Mixin SlurmOptions slurm;

        @Mixin ComputeOptions computing;

        RunAll(ModelPlace place, Cancellation stop) {
            this.place = place;
            this.stop = stop;
        }

        @Override
        public Integer call() throws InterruptedException {
            Study read = Study.read(file, place::ofAbsent);
            Study study = seeds.isEmpty() ? read : read.withSeeds(seeds);
            RunShelf shelf = new RunShelf(runs.toAbsolutePath().normalize());
            if (where == Where.SLURM || slurm.file != null) {
                return throughSlurm(study, shelf);
            }
            int atOnce = jobs == null ? 1 : jobs;
            LocalProcess here =
                    new LocalProcess(
                            computing.threads(atOnce), computing.compute().device().toString());
            return work(new StudyRun(shelf, here), study, atOnce);
        }

        private int throughSlurm(Study study, RunShelf shelf) throws InterruptedException {
            SlurmSettings settings = slurm.settings();
            PrintWriter err = command.commandLine().getErr();
            JobEstimate estimate =
                    new JobEstimate(
                            settings,
                            new Measurements(UserFolder.own().measurements()),
                            new PastRuns(shelf));
            try (Slurm launcher =
                    new Slurm(settings, estimate, said -> err.println("isogloss: " + said))) {
                StudyRun work = new StudyRun(shelf, launcher);
                if (slurm.array) {
                    launcher.submitArray(
                            work.prepare(study),
                            study.name(),
                            shelf.studyFile(study.name()).getParent());
                }
                return work(work, study, jobs == null ? Integer.MAX_VALUE : jobs);
            } catch (CancellationException e) {
                err.println("The jobs go on without this command; give it again to follow them.");
                throw e;
            }
        }

        private int work(StudyRun work, Study study, int atOnce) throws InterruptedException {
            StudyProgress progress =
                    new StudyProgress(command.commandLine().getErr(), ConsoleProgress.terminal());
            List<RunFolder> ended = work.run(study, atOnce, progress::show, stop);
            progress.end();
            stop.check();
            return report(ended, command.commandLine().getOut(), command.commandLine().getErr());
        }

        /** Prints what the runs came to; a failure weighs more than a cancelled run. */
        static int report(List<RunFolder> ended, PrintWriter out, PrintWriter err) {
            new StudyTable(ended).lines().forEach(out::println);
            boolean cancelled = false;
            boolean failed = false;
            for (RunFolder run : ended) {
                RunState state = run.state();
                if (state.phase() == RunPhase.CANCELLED) {
                    cancelled = true;
                } else if (state.phase() != RunPhase.FINISHED) {
                    failed = true;
                    String phase = state.phase().name().toLowerCase(Locale.ROOT);
                    err.println(
                            run.id()
                                    + ": "
                                    + (state.message().isEmpty() ? phase : state.message()));
                    run.lastLogLines(10).forEach(err::println);
                }
            }
            // Last, so that a file that cannot be read hides no failure.
            rankings(ended).forEach(out::println);
            return failed ? ExitCode.FAILED : cancelled ? ExitCode.CANCELLED : ExitCode.OK;
        }

        /** The settings of a study ranked on each collection, where there are several. */
        private static List<String> rankings(List<RunFolder> ended) {
            List<String> collections =
                    ended.stream().flatMap(run -> run.scored().stream()).distinct().toList();
            List<String> lines = new ArrayList<>();
            for (String collection : collections) {
                List<RunFolder> scored =
                        ended.stream().filter(run -> run.scored().contains(collection)).toList();
                List<NamedRuns> settings = NamedRuns.bySetting(scored, collection);
                if (settings.size() > 1) {
                    lines.add("");
                    lines.addAll(new RankingTable(NamedRuns.ranking(settings)).lines());
                }
            }
            return lines;
        }
    }
}
