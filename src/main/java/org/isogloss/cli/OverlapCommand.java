package org.isogloss.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.format.Dataset;
import org.isogloss.corpus.format.DatasetFormats;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.corpus.format.ReadOptions;
import org.isogloss.corpus.overlap.OverlapCheck;
import org.isogloss.corpus.overlap.OverlapReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks for evaluation data in training data. */
@Command(
        name = "overlap",
        description = {
            "Look for the questions, passages and articles of evaluation sets in training sets.",
            "Texts are compared without case, punctuation and spaces; near copies by the Jaccard"
                    + " similarity of their character n-grams."
        },
        mixinStandardHelpOptions = true)
final class OverlapCommand implements Callable<Integer> {
    @Spec CommandSpec command;
    private final Cancellation stop;

    @Option(
            names = "--training",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description = "Data sets that are trained on.")
    List<Path> training;

    @Option(
            names = "--evaluation",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description = "Data sets that are scored on.")
    List<Path> evaluation;

    @Mixin PoolOptions indexing;

    @Option(
            names = "--threshold",
            paramLabel = "SIMILARITY",
            description = "From what similarity texts are near copies, 0.5 to 1 (default: 0.6).")
    Double threshold;

    @Option(names = "--json", description = "Print JSON for scripts.")
    boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the JSON there as well.")
    Path out;

    OverlapCommand(Cancellation stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() {
        OverlapCheck check = threshold == null ? new OverlapCheck() : new OverlapCheck(threshold);
        if (out != null) {
            OutputPlace.requireFile(out);
        }
        PoolPlace place = indexing.place(command, stop);
        List<ParallelCorpus> trained =
                training.stream().map(path -> read(path, place).itemsToTrainOn()).toList();
        List<TestCollection> tested =
                evaluation.stream().map(path -> read(path, place).collectionToScoreOn()).toList();
        OverlapReport report = check.between(trained, tested, ConsoleProgress.of(command), stop);
        if (out != null) {
            JsonFile.write(out, report);
        }
        PrintWriter print = command.commandLine().getOut();
        if (json) {
            print.println(JsonFile.text(report));
        } else {
            new OverlapTable(report).lines().forEach(print::println);
        }
        return ExitCode.OK;
    }

    private static Dataset read(Path path, PoolPlace place) {
        return DatasetFormats.read(path, ReadOptions.NONE, place);
    }
}
