package org.isogloss.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.isogloss.analysis.Evaluation;
import org.isogloss.base.Cancellation;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.format.DatasetFormats;
import org.isogloss.run.ModelEvaluation;
import org.isogloss.run.ResultFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores a model on a data set. */
@Command(
        name = "evaluate",
        description = {
            "Score a model on a data set: monolingual, cross-lingual and multilingual retrieval,"
                    + " rank distance and language preference.",
            "Ranks are exact: 1 + the number of candidates scored higher; equal scores are ordered"
                    + " by passage id, descending, as trec_eval does."
        },
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    @Spec CommandSpec command;
    private final Cancellation stop;
    @Mixin ScoringOptions scored;
    @Mixin PoolOptions indexing;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where to write summary.json, scores.csv, bias.json, limits.json, ranks.csv,"
                            + " ranking.trec, languages.csv, geometry.json and map.csv; for an indexed corpus also vectors,"
                            + " with which an interrupted evaluation goes on.")
    Path out;

    EvaluateCommand(Cancellation stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() {
        if (out != null) {
            OutputPlace.requireFolder(out);
        }
        TestCollection collection =
                DatasetFormats.read(
                                scored.data,
                                scored.reading.options(),
                                indexing.place(command, stop))
                        .collectionToScoreOn();
        try (ModelEvaluation evaluation = scored.evaluation()) {
            Evaluation result =
                    evaluation.of(
                            collection,
                            Optional.ofNullable(out).map(ResultFolder::new),
                            ConsoleProgress.of(command),
                            stop);
            PrintWriter print = command.commandLine().getOut();
            new MacroTable(result).lines().forEach(print::println);
            return ExitCode.OK;
        }
    }
}
