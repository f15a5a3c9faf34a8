package org.isogloss.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.isogloss.encoder.ModelConfig;
import org.isogloss.encoder.ModelShape;

/**
 * How many weights a run's encoder has; a layer after pooling is not counted.
 *
 * @param parameters all of them
 * @param nonEmbedding those outside the tables of words, positions and token types: the N of
 *     scaling laws (Kaplan et al., 2020; Fang et al., arXiv 2403.18684)
 * @param layers transformer layers; a model of 0 is all tables but for one normalisation
 */
public record ModelSize(long parameters, long nonEmbedding, int layers) {

    /** The size of a run's model as it was written down, else by its configuration, if any. */
    public static Optional<ModelSize> of(RunFolder run) {
        return run.modelSize().or(() -> counted(run));
    }

    /** The size by the model's configuration; empty where the model is not there. */
    static Optional<ModelSize> counted(RunFolder run) {
        Path config = run.model().resolve("config.json");
        if (!Files.exists(config)) {
            return Optional.empty();
        }
        ModelShape shape = new ModelShape(ModelConfig.read(config), null);
        return Optional.of(
                new ModelSize(
                        shape.parameters(),
                        shape.nonEmbeddingParameters(),
                        shape.config().layers()));
    }
}
