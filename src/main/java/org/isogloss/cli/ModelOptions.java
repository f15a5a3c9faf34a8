package org.isogloss.cli;

import java.nio.file.Path;
import org.isogloss.encoder.Pooling;
import org.isogloss.experiment.Encoding;
import org.isogloss.hub.ModelPlace;
import org.isogloss.run.Compute;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a command names a model and how texts become vectors with it. */
final class ModelOptions {
    private final ModelPlace place;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR",
            description =
                    "A Hugging Face or sentence-transformers model directory, or the id of a model"
                            + " fetched with model get.")
    Path named;

    @Option(
            names = "--max-tokens",
            paramLabel = "N",
            converter = Count.class,
            description = "Cut texts after N tokens (default: as the model says).")
    Integer maxTokens;

    @Option(
            names = "--pooling",
            paramLabel = "NAME",
            description = "mean, cls or max (default: as the model says).")
    Pooling pooling;

    @Option(
            names = "--question-prefix",
            paramLabel = "TEXT",
            description = "Put before each question, such as \"Query: \".")
    String questionPrefix;

    @Option(
            names = "--passage-prefix",
            paramLabel = "TEXT",
            description = "Put before each passage, such as \"Passage: \".")
    String passagePrefix;

    @Mixin ComputeOptions computing;

    ModelOptions(ModelPlace place) {
        this.place = place;
    }

    /** The model's folder. */
    Path directory() {
        return place.of(named);
    }

    Encoding encoding(boolean context) {
        return new Encoding(
                pooling == null ? null : pooling.id(),
                maxTokens,
                questionPrefix,
                passagePrefix,
                context);
    }

    /** What to compute on, with the engine started. */
    Compute compute() {
        Compute compute = computing.compute();
        compute.start(System.err::println);
        return compute;
    }
}
