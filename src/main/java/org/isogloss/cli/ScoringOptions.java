package org.isogloss.cli;

import java.nio.file.Path;
import org.isogloss.run.ModelEvaluation;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which model is scored on which data set. */
final class ScoringOptions {
    @Mixin ModelOptions model;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "PATH",
            description = "A data set of any known format.")
    Path data;

    @Mixin DataOptions reading;

    @Option(names = "--context", description = "Encode each candidate together with its paragraph.")
    boolean context;

    /** The model, opened. */
    ModelEvaluation evaluation() {
        return ModelEvaluation.open(model.directory(), model.encoding(context), model.compute());
    }
}
