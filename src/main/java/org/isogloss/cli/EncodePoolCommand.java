package org.isogloss.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.corpus.PassagePool;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.format.DatasetFormats;
import org.isogloss.encoder.ShardedVectors;
import org.isogloss.run.ModelEvaluation;
import org.isogloss.run.ResultFolder;
import org.isogloss.run.Share;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Encodes the passages of a data set larger than memory, alone or as one of several processes. */
@Command(
        name = "encode-pool",
        description = {
            "Encode the passages of an indexed data set into shards on disk, as evaluate does before"
                    + " it ranks; evaluate with the same --out then goes on with them.",
            "Several processes, on several machines, may each encode a share into the same folder."
                    + " Started again, each goes on with its first shard that is missing."
        },
        mixinStandardHelpOptions = true)
final class EncodePoolCommand implements Callable<Integer> {
    @Spec CommandSpec command;
    private final Cancellation stop;
    @Mixin ScoringOptions scored;
    @Mixin PoolOptions indexing;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "As of evaluate: the shards are NumPy arrays in DIR/vectors.")
    Path out;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Encode the I-th of N shares only; I from 1.")
    String shard = "1/1";

    @Option(
            names = "--check",
            description = "Encode nothing; look whether all shards are there and whole.")
    boolean check;

    @Option(
            names = "--index-only",
            description = "Make the index only, so that processes started later share it.")
    boolean indexOnly;

    EncodePoolCommand(Cancellation stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() {
        Share share = Share.parse(shard);
        PrintWriter print = command.commandLine().getOut();
        ResultFolder folder = new ResultFolder(out);
        if (check) {
            ShardedVectors vectors = ShardedVectors.open(folder.vectors());
            vectors.check();
            print.println(sentence(vectors));
            return ExitCode.OK;
        }
        OutputPlace.requireFolder(out);
        TestCollection collection =
                DatasetFormats.read(
                                scored.data,
                                scored.reading.options(),
                                indexing.place(command, stop))
                        .collectionToScoreOn();
        if (!(collection.passages() instanceof PassagePool pool)) {
            throw BadInputException.in(
                    scored.data,
                    "has too few passages to be indexed on disk; evaluate encodes them in memory,"
                            + " or give --index-from 0");
        }
        if (indexOnly) {
            print.println(pool.size() + " passages are indexed");
            return ExitCode.OK;
        }
        try (ModelEvaluation model = scored.evaluation()) {
            ShardedVectors vectors =
                    model.encode(pool, folder.vectors(), share, ConsoleProgress.of(command), stop);
            print.println(sentence(vectors));
            return ExitCode.OK;
        }
    }

    private static String sentence(ShardedVectors vectors) {
        List<Integer> missing = vectors.missing();
        int shards = vectors.manifest().shards();
        return "%d of %d shards are there, %d vectors of %d numbers in all"
                .formatted(
                        shards - missing.size(),
                        shards,
                        vectors.manifest().count(),
                        vectors.manifest().dimension());
    }
}
