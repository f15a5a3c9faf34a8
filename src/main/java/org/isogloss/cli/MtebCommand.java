package org.isogloss.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.isogloss.analysis.mteb.MtebModel;
import org.isogloss.analysis.mteb.MtebResult;
import org.isogloss.analysis.mteb.MtebScores;
import org.isogloss.analysis.mteb.MtebTask;
import org.isogloss.analysis.mteb.MtebTasks;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Lang;
import org.isogloss.retrieval.Rankings;
import org.isogloss.run.ScoredRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes stored results as MTEB keeps them. */
@Command(
        name = "mteb",
        description = {
            "Write stored results in MTEB's layout: DIR/<org>__<model>/<revision>/<task>.json and"
                    + " model_meta.json. The model is not needed.",
            "Computed from the exact ranks in ranks.csv, so that every cutoff is exact; MTEB's"
                    + " nauc_* need scores that are not kept and are left out. A subset is a pair of"
                    + " languages; MTEB has no task for the multilingual pool."
        },
        mixinStandardHelpOptions = true)
final class MtebCommand implements Callable<Integer> {
    private static final String MAIN_SCORE = "ndcg_at_10";

    @Spec CommandSpec command;

    @Parameters(
            arity = "1..*",
            paramLabel = "RESULTS|RUN",
            description =
                    "Folders of results or of runs by one model; several where each holds some of"
                            + " the task's subsets.")
    List<Path> folders = List.of();

    @Option(
            names = "--task",
            required = true,
            paramLabel = "NAME",
            description =
                    "A task of MTEB, such as MLQARetrieval; any other name needs --order as well.")
    String name;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "ORG/NAME",
            description = "The model's name on the Hugging Face hub.")
    String model;

    @Option(
            names = "--revision",
            paramLabel = "COMMIT",
            description = "The model's revision (default: ${DEFAULT-VALUE}).")
    String revision = MtebModel.NO_REVISION;

    @Option(
            names = "--split",
            paramLabel = "NAME",
            description = "The split that was scored (default: the task's only one, or test).")
    String split;

    @Option(
            names = "--dataset-revision",
            paramLabel = "COMMIT",
            description = "The data set's revision (default: as MTEB has it).")
    String datasetRevision;

    @Option(
            names = "--order",
            paramLabel = "corpus-first|query-first",
            description =
                    "Whose language a subset names first; MTEB's own tasks say it themselves.")
    String order;

    @Option(
            names = "--main-score",
            paramLabel = "KEY",
            description =
                    "What stands for a subset, such as recall_at_1 (default: the task's, or "
                            + MAIN_SCORE
                            + ").")
    String mainScore;

    @Option(
            names = "--collection",
            paramLabel = "NAME",
            description = "Which results of a run that is scored on several collections.")
    String collection;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "The folder of all models' results (default: ${DEFAULT-VALUE}); the task's file"
                            + " of this model is replaced.")
    Path out = Path.of("results");

    @Override
    public Integer call() {
        OutputPlace.requireFolder(out);
        MtebModel meta = MtebModel.named(model, revision);
        List<ScoredRun> runs = folders.stream().map(f -> ScoredRun.open(f, collection)).toList();
        List<Rankings> rankings = runs.stream().map(MtebCommand::rankings).toList();
        MtebTask task = task(rankings);
        List<MtebScores> scores = rankings.stream().map(MtebScores::new).toList();
        MtebResult result =
                MtebResult.of(
                        task,
                        task.split(split),
                        datasetRevision == null ? task.revision() : datasetRevision,
                        scores);
        Path folder = out.resolve(meta.folder());
        Path file = folder.resolve(task.name() + ".json");
        Path about = folder.resolve("model_meta.json");
        JsonFile.write(file, result);
        if (!Files.exists(about)) {
            // A later task of the same model leaves alone what somebody filled in.
            JsonFile.write(about, meta);
        }
        tell(task, result, scores, left(runs, rankings), file);
        return ExitCode.OK;
    }

    private static Rankings rankings(ScoredRun run) {
        return run.results()
                .rankings()
                .orElseThrow(
                        () ->
                                BadInputException.in(
                                        run.results().path(),
                                        "was scored before ranks were kept; score the model anew"));
    }

    /** How many questions have no relevant passage, and so no rank and no number. */
    private static int left(List<ScoredRun> runs, List<Rankings> rankings) {
        int asked = runs.stream().mapToInt(run -> run.summary().questions()).sum();
        return asked - rankings.stream().mapToInt(each -> each.questions().size()).sum();
    }

    private MtebTask task(List<Rankings> rankings) {
        MtebTasks tasks = MtebTasks.shipped();
        if (tasks.named(name).isPresent()) {
            if (order != null || mainScore != null) {
                throw usage(name + " is MTEB's; its order and main score are not to be chosen");
            }
            return tasks.named(name).get();
        }
        if (!name.matches("[\\w.-]+")) {
            throw usage("'" + name + "' cannot be the name of a task and of its file");
        }
        String main = mainScore == null ? MAIN_SCORE : mainScore;
        if (!MtebScores.keys().contains(main)) {
            throw usage("there is no score '" + main + "'; name one such as recall_at_1");
        }
        return tasks.own(
                name,
                MtebModel.NO_REVISION,
                split == null ? "test" : split,
                main,
                order(tasks),
                languages(rankings));
    }

    private MtebTask.Order order(MtebTasks tasks) {
        if ("corpus-first".equals(order)) {
            return MtebTask.Order.CORPUS_FIRST;
        }
        if ("query-first".equals(order)) {
            return MtebTask.Order.QUERY_FIRST;
        }
        throw usage(
                "'"
                        + name
                        + "' is no task that is known ("
                        + tasks.names()
                        + "): say with --order whether its subsets name the passages' language"
                        + " first (corpus-first) or the questions' (query-first)");
    }

    private static Set<Lang> languages(List<Rankings> rankings) {
        Set<Lang> languages = new TreeSet<>();
        for (Rankings each : rankings) {
            languages.addAll(each.candidates().keySet());
            each.questions().forEach(ranking -> languages.add(ranking.question().lang()));
        }
        return languages;
    }

    private void tell(
            MtebTask task, MtebResult result, List<MtebScores> scores, int left, Path file) {
        PrintWriter print = command.commandLine().getOut();
        int found = result.subsets().size();
        print.printf(
                Locale.ROOT,
                "%s: %s %.5f, the mean over %d of %d subsets%n",
                task.name(),
                task.mainScore(),
                result.score(),
                found,
                task.subsets().size());
        int pairs = scores.stream().mapToInt(MtebScores::pairs).sum();
        if (pairs > found) {
            print.printf(
                    Locale.ROOT,
                    "left out: %d pairs of languages that are no subset of the task%n",
                    pairs - found);
        }
        if (found < task.subsets().size()) {
            print.println(
                    "Models that were scored on other subsets cannot be compared by the mean.");
        }
        if (left > 0) {
            print.printf(
                    Locale.ROOT,
                    "left out: %,d questions without a relevant passage; MTEB counts those that"
                            + " were judged as 0%n",
                    left);
        }
        if (!task.note().isEmpty()) {
            print.println(task.note());
        }
        print.println(file);
    }

    private ParameterException usage(String problem) {
        return new ParameterException(command.commandLine(), problem);
    }
}
