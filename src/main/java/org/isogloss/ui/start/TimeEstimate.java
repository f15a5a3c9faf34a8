package org.isogloss.ui.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.isogloss.base.JsonFile;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.Study;
import tools.jackson.databind.JsonNode;

/**
 * How long a study of small models takes on this machine, roughly.
 *
 * <p>Fitted to the sample study's bag-of-embeddings models on one 2.45 GHz core: 7 s for 600 steps
 * of batch 64 at 128 dimensions, 18 s at 512, and some seconds to start and to score each run. Of
 * larger models it says nothing, since a wrong estimate is worse than none.
 */
final class TimeEstimate {
    private static final double SECONDS_PER_STEP = .0056;
    private static final double SECONDS_PER_STEP_AND_DIMENSION = .0000477;
    private static final double MEASURED_BATCH = 64;
    private static final double START_AND_SCORE = 6;
    private static final String STEPS = "steps";

    private TimeEstimate() {}

    /** The time all runs of a study take, one after the other; empty where it cannot be told. */
    static Optional<Duration> of(Study study) {
        Map<String, Double> optimisation = study.recipe().optimisation();
        Double steps = optimisation.get(STEPS);
        if (steps == null) {
            return Optional.empty();
        }
        double seconds = 0;
        for (Backbone backbone : study.backbones()) {
            OptionalInt dimensions = dimensionsOfBag(backbone);
            if (dimensions.isEmpty()) {
                return Optional.empty();
            }
            double perStep =
                    SECONDS_PER_STEP + SECONDS_PER_STEP_AND_DIMENSION * dimensions.getAsInt();
            double batch = study.recipe().batches().size() / MEASURED_BATCH;
            seconds += START_AND_SCORE + steps * perStep * batch;
        }
        int each = study.strategies().size() * study.seeds().size();
        return Optional.of(Duration.ofSeconds(Math.round(seconds * each)));
    }

    private static OptionalInt dimensionsOfBag(Backbone backbone) {
        if (backbone.scratch() != null) {
            return backbone.scratch().layers() == 0
                    ? OptionalInt.of(backbone.scratch().hiddenSize())
                    : OptionalInt.empty();
        }
        Path config = backbone.directory().orElseThrow().resolve("config.json");
        if (!Files.isRegularFile(config)) {
            return OptionalInt.empty();
        }
        JsonNode model = JsonFile.tree(config);
        boolean bag = model.path("num_hidden_layers").asInt(1) == 0;
        return bag ? OptionalInt.of(model.path("hidden_size").asInt(0)) : OptionalInt.empty();
    }

    /** A time in words: {@code about 2 min}. */
    static String inWords(Duration time) {
        long minutes = Math.max(1, Math.round(time.toSeconds() / 60.0));
        return minutes < 100
                ? "about " + minutes + " min here"
                : "about " + Math.round(minutes / 60.0) + " h here";
    }
}
