package org.isogloss.ui.start;

import java.time.Duration;
import java.util.Optional;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.Study;

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
        Double steps = study.recipe().optimisation().get(STEPS);
        if (steps == null) {
            return Optional.empty();
        }
        double seconds = 0;
        for (Backbone backbone : study.backbones()) {
            if (backbone.scratch() == null || backbone.scratch().layers() > 0) {
                return Optional.empty();
            }
            double perStep =
                    SECONDS_PER_STEP
                            + SECONDS_PER_STEP_AND_DIMENSION * backbone.scratch().hiddenSize();
            double batch = study.recipe().batches().size() / MEASURED_BATCH;
            seconds += START_AND_SCORE + steps * perStep * batch;
        }
        int each = study.strategies().size() * study.seeds().size();
        return Optional.of(Duration.ofSeconds(Math.round(seconds * each)));
    }

    /** A time in words: {@code about 2 min}. */
    static String inWords(Duration time) {
        long minutes = Math.max(1, Math.round(time.toSeconds() / 60.0));
        return minutes < 100
                ? "about " + minutes + " min here"
                : "about " + Math.round(minutes / 60.0) + " h here";
    }
}
