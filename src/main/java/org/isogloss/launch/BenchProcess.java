package org.isogloss.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isogloss.experiment.Backbone;
import org.isogloss.run.bench.Measurements;
import org.isogloss.run.bench.ScratchSize;

/**
 * Measures this machine in a process of its own, which outlives the window.
 *
 * @param measurements where what is measured is kept
 */
public record BenchProcess(Measurements measurements) {

    /** A process of the program that is under way or has ended. */
    public interface Running {
        /** The exit code, once it has ended: 0 if it did its work, 4 if it was cancelled. */
        Optional<Integer> exit();

        /** The last thing it said. */
        String said();

        /** Asks it to stop. */
        void cancel();
    }

    /**
     * Starts to measure and returns at once.
     *
     * @param backbone what to measure with; one from scratch by a model of nearly its size
     * @param batch questions of a batch
     * @param process on what to compute
     */
    public Running start(Backbone backbone, int batch, LocalProcess process) {
        Path log = measurements.folder().resolve("process.log");
        return LoggedProcess.start(process, arguments(backbone, batch, process), log);
    }

    List<String> arguments(Backbone backbone, int batch, LocalProcess process) {
        List<String> arguments = new ArrayList<>(List.of("bench"));
        if (backbone.scratch() == null) {
            arguments.addAll(List.of("--model", backbone.directory().orElseThrow().toString()));
        } else {
            arguments.addAll(List.of("--scratch", ScratchSize.near(backbone.scratch()).toString()));
        }
        arguments.addAll(List.of("--batch", Integer.toString(batch)));
        arguments.addAll(List.of("--keep-in", measurements.folder().toString()));
        arguments.addAll(process.options());
        return arguments;
    }
}
