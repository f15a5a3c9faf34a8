package org.isogloss.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.isogloss.base.Cancellation;
import org.isogloss.corpus.format.Dataset;
import org.isogloss.corpus.format.DatasetFormats;
import org.isogloss.corpus.format.DatasetWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a data set in another format. */
@Command(
        name = "convert",
        description = {
            "Write a data set in another format: what it can be trained on as parallel-jsonl,",
            "what it can be scored on as beir or trec, which hold one language on each side."
        },
        mixinStandardHelpOptions = true)
final class ConvertCommand implements Callable<Integer> {
    @Spec CommandSpec command;
    private final Cancellation stop;

    @Parameters(paramLabel = "PATH", description = "A file or folder of any known format.")
    Path path;

    @Mixin DataOptions reading;
    @Mixin PoolOptions indexing;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "ID",
            description = "parallel-jsonl, beir or trec.")
    String to;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PATH",
            description = "The file (parallel-jsonl) or folder (beir, trec) to write.")
    Path out;

    ConvertCommand(Cancellation stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() {
        DatasetWriter writer =
                DatasetWriter.all().stream()
                        .filter(each -> each.id().equals(to))
                        .findFirst()
                        .orElseThrow(this::unknown);
        Dataset dataset =
                DatasetFormats.read(path, reading.options(), indexing.place(command, stop));
        writer.write(out, dataset);
        PrintWriter print = command.commandLine().getErr();
        dataset.report().entries().forEach(print::println);
        return ExitCode.OK;
    }

    private ParameterException unknown() {
        List<String> known = DatasetWriter.all().stream().map(DatasetWriter::id).toList();
        return new ParameterException(
                command.commandLine(), "--to is '" + to + "', but must be one of " + known);
    }
}
