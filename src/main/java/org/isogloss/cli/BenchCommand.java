package org.isogloss.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.launch.LocalProcess;
import org.isogloss.run.Compute;
import org.isogloss.run.UserFolder;
import org.isogloss.run.bench.Bench;
import org.isogloss.run.bench.BenchModel;
import org.isogloss.run.bench.Measurement;
import org.isogloss.run.bench.Measurements;
import org.isogloss.run.bench.MemoryTrace;
import org.isogloss.run.bench.ScratchSize;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures this machine. */
@Command(
        name = "bench",
        description = {
            "Measure how fast this machine trains, encodes, ranks and indexes, and the memory it takes.",
            "Estimates of a study's time are made of what is measured; it is kept in the folder"
                    + " isogloss/bench in your home."
        },
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    @Spec CommandSpec command;
    private final Cancellation stop;

    @ArgGroup Backbone backbone = new Backbone();

    /** What is measured with. */
    static final class Backbone {
        @Option(
                names = "--model",
                paramLabel = "DIR",
                description = "Measure with this model directory; it stays as it is.")
        Path directory;

        @Option(
                names = "--scratch",
                paramLabel = "SIZE",
                description =
                        "Measure with a model of random weights: layers x width x vocabulary, such"
                                + " as 12x384x30000; 0 layers make a bag of embeddings (default:"
                                + " 4x128x8000).")
        String size;
    }

    @Option(
            names = "--batch",
            paramLabel = "N",
            converter = Count.class,
            description = "Questions of a batch (default: ${DEFAULT-VALUE}).")
    int batch = 32;

    @Option(
            names = "--micro-batch-tokens",
            paramLabel = "N",
            converter = Count.class,
            description = "Compute batches in parts of at most N tokens (default: whole).")
    int microBatchTokens;

    @Option(
            names = "--steps",
            paramLabel = "N",
            converter = Count.class,
            description =
                    "Instead of measuring speed, train N steps and tell how resident memory grows.")
    int steps;

    @Option(names = "--json", description = "Print the measurement as JSON.")
    boolean json;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the measurement here instead, where no estimate looks for it.")
    Path out;

    @Option(
            names = "--keep-in",
            paramLabel = "DIR",
            description = "Where measurements are kept (default: isogloss/bench in your home).")
    Path folder = UserFolder.own().measurements();

    @Mixin ComputeOptions computing;

    BenchCommand(Cancellation stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (out != null) {
            OutputPlace.requireFile(out);
        }
        Compute compute = computing.compute();
        ScratchSize size =
                backbone.size == null ? ScratchSize.STANDARD : ScratchSize.of(backbone.size);
        if (!LocalProcess.surroundedAsRuns(System.getenv())) {
            // A run is measured, and runs are started in surroundings of their own.
            return LocalProcess.again(command.root().commandLine().getParseResult().originalArgs());
        }
        ConsoleProgress progress = ConsoleProgress.of(command);
        progress.at("opening the backbone", 0, 0);
        compute.start(System.err::println);
        try (BenchModel model = model(size)) {
            Bench bench = new Bench(model.directory(), compute, batch, microBatchTokens);
            if (steps > 0) {
                trace(bench);
            } else {
                report(bench.measure(progress, stop));
            }
        }
        return ExitCode.OK;
    }

    private BenchModel model(ScratchSize size) {
        return backbone.directory == null
                ? BenchModel.make(size, stop)
                : BenchModel.open(backbone.directory);
    }

    private void trace(Bench bench) {
        PrintWriter lines = json ? command.commandLine().getErr() : command.commandLine().getOut();
        MemoryTrace trace =
                MemoryTrace.of(
                        bench,
                        steps,
                        mark ->
                                lines.printf(
                                        Locale.ROOT,
                                        "step %,d: %,d MiB resident, %,.0f tokens/s%n",
                                        mark.step(),
                                        mark.mebibytes(),
                                        mark.tokensPerSecond()),
                        stop);
        lines.printf(
                Locale.ROOT,
                "growth after the warm-up, from step %,d to %,d: %+d MiB%n",
                trace.warm(),
                steps,
                trace.growth());
        if (json) {
            command.commandLine().getOut().println(JsonFile.text(trace));
        }
        if (out != null) {
            JsonFile.write(out, trace);
        }
    }

    private void report(Measurement measured) {
        Path kept = out;
        if (out == null) {
            kept = new Measurements(folder).keep(measured);
        } else {
            JsonFile.write(out, measured);
        }
        PrintWriter words = command.commandLine().getOut();
        if (json) {
            words.println(JsonFile.text(measured));
        } else {
            new MeasurementTable(measured).lines().forEach(words::println);
            words.println("kept in " + kept);
        }
    }
}
