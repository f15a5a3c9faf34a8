package org.isogloss.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.experiment.Study;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunLock;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;
import org.isogloss.run.RunState;
import org.isogloss.run.RunWatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells how a study stands. */
@Command(
        name = "status",
        description =
                "Print how the runs of a study stand, whoever started them. Exit code 0 if all are"
                        + " finished, 1 if one failed, 4 if some are left.",
        mixinStandardHelpOptions = true)
final class StudyStatusCommand implements Callable<Integer> {
    private static final long LOOK_EVERY_MS = 1000;

    @Spec CommandSpec command;

    private final Cancellation stop;

    @Mixin StudyPlace place;

    @Option(names = "--json", description = "Print JSON for scripts.")
    boolean json;

    @Option(
            names = "--follow",
            description = "Print what changes until no process works through the study.")
    boolean follow;

    StudyStatusCommand(Cancellation stop) {
        this.stop = stop;
    }

    /**
     * How a run stands.
     *
     * @param run its id
     * @param phase such as {@code running}
     * @param step training steps done, of all steps
     * @param secondsLeft of training; null where that cannot be told
     * @param message the last warning or error, or empty
     */
    record Row(String run, String phase, int step, int steps, Long secondsLeft, String message) {
        static Row of(RunFolder run) {
            RunState state = run.state();
            return new Row(
                    run.id(),
                    state.phase().word(),
                    state.step(),
                    state.steps(),
                    state.remaining().map(Duration::toSeconds).orElse(null),
                    state.message());
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        RunShelf shelf = place.shelf();
        Study study = place.study();
        PrintWriter out = command.commandLine().getOut();
        StudyProgress progress = new StudyProgress(out, ConsoleProgress.terminal());
        Map<RunFolder, RunWatch> watched = new HashMap<>();
        while (follow && RunLock.held(shelf.studyLock(study.name()))) {
            for (RunFolder run : runs(shelf, study)) {
                RunWatch watch = watched.computeIfAbsent(run, RunFolder::watch);
                watch.look();
                progress.show(run, watch.state());
            }
            Thread.sleep(LOOK_EVERY_MS);
            stop.check();
        }
        List<RunFolder> runs = runs(shelf, study);
        List<Row> rows = runs.stream().map(Row::of).toList();
        if (json) {
            out.println(JsonFile.text(rows));
        } else {
            rows.forEach(row -> out.println(line(row)));
        }
        if (runs.stream().anyMatch(run -> run.state().phase() == RunPhase.FAILED)) {
            return ExitCode.FAILED;
        }
        long finished =
                shelf.runs(study.name()).stream()
                        .filter(run -> run.state().phase().doneIn(study))
                        .count();
        return finished >= study.plan().size() ? ExitCode.OK : ExitCode.CANCELLED;
    }

    /** Its warm starts and its own in their order, as far as their folders are made. */
    private static List<RunFolder> runs(RunShelf shelf, Study study) {
        return Stream.concat(
                        study.starts().stream().flatMap(starts -> starts.plan().stream()),
                        study.plan().stream())
                .map(spec -> shelf.path().resolve(spec.study()).resolve(spec.id()))
                .filter(RunFolder::isOne)
                .map(RunFolder::new)
                .toList();
    }

    private static String line(Row row) {
        String steps =
                row.steps() == 0
                        ? ""
                        : String.format(Locale.ROOT, "step %,d of %,d", row.step(), row.steps());
        String left =
                row.secondsLeft() == null || !row.phase().equals(RunPhase.RUNNING.word())
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", %d min %02d s left",
                                row.secondsLeft() / 60,
                                row.secondsLeft() % 60);
        String said = row.message().isEmpty() ? "" : "  " + row.message();
        return String.format(
                        Locale.ROOT,
                        "%-32s %-10s %s%s%s",
                        row.run(),
                        row.phase(),
                        steps,
                        left,
                        said)
                .stripTrailing();
    }
}
