package org.isogloss.analysis.stats;

import java.util.List;
import java.util.Optional;
import org.isogloss.base.BadInputException;

/**
 * How intervals and tests are made.
 *
 * @param resamples how many bootstrap resamples and sign flips are drawn
 * @param seed decides every draw
 * @param level the intervals' level; tests are made at 1 − level
 */
public record TestSettings(int resamples, long seed, double level) {
    /** 10,000 resamples, seed 1, 95 %. */
    public static final TestSettings STANDARD = new TestSettings(10_000, 1, .95);

    /** Fewer leave the ends of a 95 % interval to a handful of resamples. */
    private static final int LEAST = 200;

    /**
     * @throws BadInputException if there are too few resamples, or the level is no share
     */
    public TestSettings {
        if (resamples < LEAST) {
            throw new BadInputException(
                    resamples + " resamples are too few for an interval; draw at least " + LEAST);
        }
        if (!(level >= .5 && level < 1)) {
            throw new BadInputException(
                    "level " + level + " must be from 0.5 to less than 1, such as 0.95");
        }
    }

    /** The level of significance, α. */
    public double alpha() {
        return 1 - level;
    }

    /**
     * Says where no p drawn could be small enough, corrected for as many tests made at once. A p
     * that was counted or is Student's has no such floor.
     */
    Optional<String> tooFew(List<Comparison> together) {
        List<Comparison> tests = together.stream().filter(c -> !Double.isNaN(c.p())).toList();
        boolean drawn = tests.stream().allMatch(c -> c.test() == PairedTest.DRAWN);
        return drawn && tests.size() > alpha() * (resamples + 1)
                ? Optional.of(
                        "%d resamples are too few to tell any of %d numbers apart after correction"
                                .formatted(resamples, tests.size()))
                : Optional.empty();
    }
}
