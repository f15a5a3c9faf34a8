package org.isogloss.analysis.bias;

import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Setting;

/**
 * What papers leave open and the user chooses.
 *
 * @param cutoff how many of the best hits exposure, mean rank correlation and Complete@k look at
 * @param peerCutoff ranks below this are alike to PEER; 0 for none
 * @param trim the share left out at each end by the trimmed mean
 * @param resamples how often questions are drawn for an interval; 0 for no intervals
 * @param seed where the drawing starts
 */
public record BiasOptions(int cutoff, int peerCutoff, double trim, int resamples, long seed) {
    /** How many of the best hits are looked at. */
    public static final Setting CUTOFF =
            new Setting(
                    "k",
                    "Best hits",
                    "hits",
                    1,
                    1000,
                    10,
                    "How many of the best hits exposure, mean rank correlation and Complete@k look"
                            + " at; of the first two no more than a run keeps. 10 is the usual page of results.");

    /** Below which rank PEER takes ranks as alike. */
    public static final Setting PEER_CUTOFF =
            new Setting(
                    "peerCutoff",
                    "PEER's cutoff",
                    "ranks",
                    0,
                    1e9,
                    20,
                    "PEER takes all ranks below this one as alike; 0 for none. 20 is the cutoff of"
                            + " the example of arXiv 2405.00978.");

    /** What the trimmed mean leaves out. */
    public static final Setting TRIM =
            new Setting(
                    "trim",
                    "Trimmed at each end",
                    "",
                    0,
                    0.45,
                    0.1,
                    "The share of questions with the least and with the greatest rank distance that"
                            + " the trimmed mean leaves out, each; our choice.");

    /** How often questions are drawn anew. */
    public static final Setting RESAMPLES =
            new Setting(
                    "resamples",
                    "Bootstrap samples",
                    "",
                    0,
                    100_000,
                    1000,
                    "How often parallel questions are drawn with replacement, all translations of"
                            + " one together, for 95% intervals; 0 for none.");

    /** Where the drawing starts. */
    public static final Setting SEED =
            new Setting(
                    "seed",
                    "Seed",
                    "",
                    0,
                    Integer.MAX_VALUE,
                    1,
                    "Where the drawing of the bootstrap starts; the same seed gives the same"
                            + " intervals.");

    /** All there is to choose. */
    public static final List<Setting> SETTINGS =
            List.of(CUTOFF, PEER_CUTOFF, TRIM, RESAMPLES, SEED);

    /** The standard values. */
    public static final BiasOptions STANDARD =
            new BiasOptions(
                    (int) CUTOFF.standard(),
                    (int) PEER_CUTOFF.standard(),
                    TRIM.standard(),
                    (int) RESAMPLES.standard(),
                    (long) SEED.standard());

    /**
     * Takes what was chosen of {@link #SETTINGS}; the others have their standard values.
     *
     * @param chosen values by the ids of settings
     * @throws BadInputException if a value is out of its range, or a number to count with is none
     */
    public static BiasOptions of(Map<String, Double> chosen) {
        return new BiasOptions(
                Math.toIntExact(whole(CUTOFF, chosen)),
                Math.toIntExact(whole(PEER_CUTOFF, chosen)),
                chosen.getOrDefault(TRIM.id(), TRIM.standard()),
                Math.toIntExact(whole(RESAMPLES, chosen)),
                whole(SEED, chosen));
    }

    /**
     * @throws BadInputException if a value is out of its range
     */
    public BiasOptions {
        refuse(CUTOFF, cutoff);
        refuse(PEER_CUTOFF, peerCutoff);
        refuse(TRIM, trim);
        refuse(RESAMPLES, resamples);
        refuse(SEED, (double) seed);
    }

    /** The same without intervals. */
    public BiasOptions withoutIntervals() {
        return new BiasOptions(cutoff, peerCutoff, trim, 0, seed);
    }

    private static long whole(Setting setting, Map<String, Double> chosen) {
        double value = chosen.getOrDefault(setting.id(), setting.standard());
        refuse(setting, value);
        if (value != Math.rint(value)) {
            throw new BadInputException(setting.id() + " is " + value + " but must be whole");
        }
        return (long) value;
    }

    private static void refuse(Setting setting, double value) {
        setting.problem(value)
                .ifPresent(
                        problem -> {
                            throw new BadInputException(problem);
                        });
    }
}
