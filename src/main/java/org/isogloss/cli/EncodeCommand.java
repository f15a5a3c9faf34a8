package org.isogloss.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.LineSource;
import org.isogloss.encoder.Side;
import org.isogloss.run.ModelEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Turns lines of text into vectors. */
@Command(
        name = "encode",
        description =
                "Encode a text file line by line into a NumPy array of float32, one row a line.",
        mixinStandardHelpOptions = true)
final class EncodeCommand implements Callable<Integer> {
    @Spec CommandSpec command;
    private final Cancellation stop;
    @Mixin ModelOptions model;

    @Option(
            names = "--in",
            required = true,
            paramLabel = "FILE",
            description = "UTF-8 text, one text a line; .gz is read in place.")
    Path in;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The .npy file.")
    Path out;

    @Option(
            names = "--side",
            paramLabel = "NAME",
            description = "question or passage: whose prefix to use (default: passage).")
    Side side = Side.PASSAGE;

    EncodeCommand(Cancellation stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() {
        OutputPlace.requireFile(out);
        List<String> texts = texts();
        try (ModelEvaluation opened =
                ModelEvaluation.open(model.directory(), model.encoding(false), model.compute())) {
            opened.encoder().encode(side, texts, ConsoleProgress.of(command), stop).writeNpy(out);
            return ExitCode.OK;
        }
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        try (LineSource lines = new LineSource(in)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                texts.add(line);
            }
        }
        if (texts.isEmpty()) {
            throw BadInputException.in(in, "is empty; it needs a text on each line");
        }
        return texts;
    }
}
