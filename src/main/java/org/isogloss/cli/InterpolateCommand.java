package org.isogloss.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.isogloss.encoder.Interpolation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Mixes two checkpoints of one model. */
@Command(
        name = "interpolate",
        description =
                "Write the weighted mean of two checkpoints of one model, weight by weight: a"
                        + " baseline that needs no training.",
        mixinStandardHelpOptions = true)
final class InterpolateCommand implements Callable<Integer> {
    @Option(names = "--a", required = true, paramLabel = "DIR", description = "A model directory.")
    Path a;

    @Option(names = "--b", required = true, paramLabel = "DIR", description = "Another.")
    Path b;

    @Option(
            names = "--weight",
            required = true,
            paramLabel = "A",
            description = "The share of the first, from 0 to 1.")
    double weight;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where to write the model directory.")
    Path out;

    @Override
    public Integer call() {
        OutputPlace.requireEmptyFolder(out);
        new Interpolation(a, b, weight).write(out);
        return ExitCode.OK;
    }
}
