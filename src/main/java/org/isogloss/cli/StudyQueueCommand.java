package org.isogloss.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.isogloss.base.BadInputException;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Study;
import org.isogloss.launch.StudyQueue;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Changes the order of a study's waiting runs and how many work at the same time. */
@Command(
        name = "queue",
        description = {
            "Print the waiting runs of a study in the order they will be started, after changing it"
                    + " if asked.",
            "The process that works through the study looks before each start; runs at work go on."
        },
        mixinStandardHelpOptions = true)
final class StudyQueueCommand implements Callable<Integer> {
    @Spec CommandSpec command;

    @Mixin StudyPlace place;

    @Option(
            names = "--first",
            split = ",",
            paramLabel = "RUN",
            description = "Runs to start before all others, in this order, by their ids.")
    List<String> first = List.of();

    @Option(
            names = "--at-once",
            paramLabel = "N",
            converter = Count.class,
            description = "Runs at the same time from now on; each keeps its threads.")
    Integer atOnce;

    @Option(
            names = "--planned",
            description = "Back to the order of the plan and what the study was started with.")
    boolean planned;

    @Override
    public Integer call() {
        RunShelf shelf = place.shelf();
        Study study = place.study();
        List<String> waiting = waiting(shelf, study);
        StudyQueue before = planned ? StudyQueue.PLANNED : StudyQueue.read(shelf, study.name());
        for (String run : first) {
            if (!waiting.contains(run)) {
                throw new BadInputException(
                        "no run '"
                                + run
                                + "' of study '"
                                + study.name()
                                + "' waits; waiting are: "
                                + (waiting.isEmpty() ? "none" : String.join(", ", waiting)));
            }
        }
        StudyQueue queue = first.isEmpty() ? before : before.withFirst(first);
        if (atOnce != null) {
            queue = queue.withAtOnce(atOnce);
        }
        if (planned || !queue.equals(before)) {
            queue.write(shelf, study.name());
        }
        PrintWriter out = command.commandLine().getOut();
        if (queue.atOnce() != null) {
            out.println(
                    queue.atOnce() == 1 ? "1 run at a time" : queue.atOnce() + " runs at a time");
        }
        queue.ordered(waiting, run -> run).forEach(out::println);
        return ExitCode.OK;
    }

    /** Those of its plan that no process has begun, in its order. */
    private static List<String> waiting(RunShelf shelf, Study study) {
        return study.plan().stream()
                .map(ExperimentSpec::id)
                .filter(id -> waits(new RunFolder(shelf.path().resolve(study.name()).resolve(id))))
                .toList();
    }

    private static boolean waits(RunFolder run) {
        return !RunFolder.isOne(run.path()) || run.state().phase() == RunPhase.WAITING;
    }
}
