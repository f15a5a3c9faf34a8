package org.isogloss.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Halving;
import org.isogloss.experiment.Study;
import org.isogloss.hub.ModelPlace;
import org.isogloss.launch.LocalProcess;
import org.isogloss.launch.StudyMemory;
import org.isogloss.launch.StudyTimes;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;
import org.isogloss.run.UserFolder;
import org.isogloss.run.bench.Measurements;
import org.isogloss.run.bench.TimeEstimate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a study would do. */
@Command(
        name = "plan",
        description =
                "Print the runs of a study in their order, what of them is done, and how much time"
                        + " and memory they take on this machine. Nothing is started or written.",
        mixinStandardHelpOptions = true)
final class StudyPlanCommand implements Callable<Integer> {
    @Spec CommandSpec command;

    private final ModelPlace place;

    @Parameters(paramLabel = "FILE", description = "The study, as JSON.")
    Path file;

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            description = "Where runs stand, to tell which are done (default: ${DEFAULT-VALUE}).")
    Path runs = UserFolder.own().runs();

    @Mixin ComputeOptions computing;

    StudyPlanCommand(ModelPlace place) {
        this.place = place;
    }

    @Override
    public Integer call() {
        Study study = Study.read(file, place::ofAbsent);
        RunShelf shelf = new RunShelf(runs.toAbsolutePath().normalize());
        PrintWriter out = command.commandLine().getOut();
        out.println(study.name() + ": " + study.title());
        Optional<Study> starts = study.starts();
        starts.ifPresent(
                first -> print(first.plan(), shelf, "to start from, before all else", out));
        print(study.plan(), shelf, parts(study), out);
        if (study.halving() != null) {
            ladders(study, study.halving(), out);
        }
        LocalProcess here =
                new LocalProcess(computing.threads(1), computing.compute().device().toString());
        StudyTimes times = new StudyTimes(new Measurements(UserFolder.own().measurements()), shelf);
        out.println(
                times.of(study, here)
                        .map(StudyPlanCommand::words)
                        .orElse(
                                "how long it takes cannot be told before 'isogloss bench' has"
                                        + " measured such a model here"));
        OptionalLong memory = new StudyMemory().of(study, here);
        memory.ifPresent(
                bytes ->
                        out.printf(
                                Locale.ROOT, "a run takes up to %.1f GB of memory%n", bytes / 1e9));
        return ExitCode.OK;
    }

    /** When rows are ranked, how many go on, and what that saves. */
    private static void ladders(Study study, Halving halving, PrintWriter out) {
        int rows = study.strategies().size();
        for (ExperimentSpec spec : study.firstOfEachBackbone()) {
            List<String> rungs = new ArrayList<>();
            int going = rows;
            for (int step : halving.steps(spec, rows)) {
                int kept = Halving.kept(going);
                rungs.add("step " + step + ": " + going + " rows, " + kept + " go on");
                going = kept;
            }
            out.printf(
                    "halving of %s, on %s: %s%n",
                    spec.backbone().name(), halving.on(study.recipe()), String.join("; ", rungs));
        }
        out.printf(
                Locale.ROOT,
                "it trains %,d of %,d steps (%.0f %%)%n",
                halving.steps(study),
                halving.allSteps(study),
                100 * halving.share(study));
    }

    private static String parts(Study study) {
        return "to compare: strategies %d × backbones %d × seeds %d"
                .formatted(
                        study.strategies().size(), study.backbones().size(), study.seeds().size());
    }

    private static void print(
            List<ExperimentSpec> plan, RunShelf shelf, String what, PrintWriter out) {
        List<RunFolder> folders =
                plan.stream()
                        .map(spec -> shelf.path().resolve(spec.study()).resolve(spec.id()))
                        .map(RunFolder::new)
                        .toList();
        long dropped = count(folders, RunPhase.DROPPED);
        out.printf(
                Locale.ROOT,
                "%d %s; done: %d%s%n",
                plan.size(),
                what,
                count(folders, RunPhase.FINISHED),
                dropped == 0 ? "" : ", left behind by halving: " + dropped);
        for (int i = 0; i < folders.size(); i++) {
            RunFolder run = folders.get(i);
            List<String> sources = plan.get(i).sources();
            String after = sources.isEmpty() ? "" : "  mean of " + String.join(", ", sources);
            out.println(String.format("  %-32s %s%s", run.id(), phase(run), after).stripTrailing());
        }
    }

    private static long count(List<RunFolder> runs, RunPhase phase) {
        return runs.stream().filter(run -> phase(run).equals(phase.word())).count();
    }

    private static String phase(RunFolder run) {
        return RunFolder.isOne(run.path()) ? run.state().phase().word() : "";
    }

    private static String words(TimeEstimate estimate) {
        String basis =
                switch (estimate.basis()) {
                    case MEASURED -> "measured on this machine";
                    case LOGGED -> "by runs on this machine";
                    case REFERENCE -> "by another machine; 'isogloss bench' measures this one";
                };
        return "all of it takes about %d min (%s)"
                .formatted(Math.max(1, Math.round(estimate.time().toSeconds() / 60.0)), basis);
    }
}
