package org.isogloss.experiment;

import java.util.List;
import java.util.Locale;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Setting;

/**
 * How a row of a study that is not trained comes about: as the mean of the models of two other
 * rows, weight by weight, for each backbone and seed (Wortsman et al., "Robust fine-tuning of
 * zero-shot models", 2022).
 *
 * @param first the row that counts {@code weight}, as part of its runs' ids: {@code monolingual}
 * @param second the row that counts the rest
 * @param weight the share of the first, 0 to 1
 */
public record Interpolated(String first, String second, double weight) {
    /** What such a row is called where others name their batch strategy. */
    public static final String ID = "interpolation";

    /** The share of the first of the two models. */
    public static final Setting WEIGHT =
            new Setting(
                    "weight",
                    "Weight of the first model",
                    "",
                    0,
                    1,
                    0.5,
                    "The share of the first model in the mean; the second has the rest. 0.5 is our"
                            + " choice.");

    /** What hybrid batches lie between. */
    private static final List<String> STANDARD = List.of("monolingual", "cross-lingual");

    /**
     * @throws BadInputException if the weight is no share, or both rows are the same
     */
    public Interpolated {
        WEIGHT.problem(weight)
                .ifPresent(
                        problem -> {
                            throw new BadInputException(problem);
                        });
        if (first.equals(second)) {
            throw new BadInputException(
                    "an interpolation of '" + first + "' with itself is that row; name two");
        }
    }

    /** Of a strategy chosen under {@link #ID}. */
    static Interpolated of(StrategyChoice choice) {
        choice.parameters().keySet().stream()
                .filter(id -> !id.equals(WEIGHT.id()))
                .findFirst()
                .ifPresent(
                        id -> {
                            throw new BadInputException(
                                    "an interpolation has no setting '"
                                            + id
                                            + "'; it has "
                                            + WEIGHT.id());
                        });
        List<String> rows = choice.of().isEmpty() ? STANDARD : choice.of();
        if (rows.size() != 2) {
            throw new BadInputException(
                    "an interpolation is \"of\" two rows of the study, such as "
                            + STANDARD
                            + ", but here of "
                            + rows);
        }
        double weight = choice.parameters().getOrDefault(WEIGHT.id(), WEIGHT.standard());
        return new Interpolated(rows.get(0), rows.get(1), weight);
    }

    /** The two rows. */
    public List<String> rows() {
        return List.of(first, second);
    }

    /** What it is, in a sentence. */
    public String meaning() {
        return String.format(
                Locale.ROOT,
                "Not trained: the mean of the models of %s (weight %.2f) and %s (%.2f), weight by"
                        + " weight, for each backbone and seed (Wortsman et al., 2022).",
                first,
                weight,
                second,
                1 - weight);
    }
}
