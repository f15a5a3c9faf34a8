package org.isogloss.batch;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;

/**
 * How many times as often pairs of languages are drawn as they would be without it, within batches
 * of the same kind; pairs that are not named keep the weight 1, and a pair of weight 0 never comes.
 *
 * <p>No paper's setting: the value without any is that of arXiv 2408.10536, every pair alike. In
 * JSON {@code {"en>th": 4, "th>th": 0.5}}: question language, answer language.
 *
 * @param weights by pair, none of them 1
 */
public record PairWeights(Map<LanguagePair, Double> weights) {
    /** Every pair alike. */
    public static final PairWeights NONE = new PairWeights(Map.of());

    /** The greatest weight: beyond it other pairs would hardly come at all. */
    public static final double MOST = 1000;

    private static final String ARROW = ">";

    /**
     * @throws BadInputException if a weight is not between 0 and {@link #MOST}
     */
    public PairWeights {
        Map<LanguagePair, Double> kept = new LinkedHashMap<>();
        new TreeMap<>(named(weights))
                .forEach(
                        (name, weight) -> {
                            if (!(weight >= 0 && weight <= MOST)) {
                                throw new BadInputException(
                                        "the weight %s of languages '%s' must lie between 0 and %.0f"
                                                .formatted(weight, name, MOST));
                            }
                            if (weight != 1) {
                                kept.put(pair(name), weight);
                            }
                        });
        weights = Collections.unmodifiableMap(kept);
    }

    /**
     * Reads weights by names such as {@code en>th}.
     *
     * @throws BadInputException if a name is no pair of languages, or a weight is out of range
     */
    @JsonCreator
    public static PairWeights of(Map<String, Double> named) {
        Map<LanguagePair, Double> weights = new LinkedHashMap<>();
        named.forEach(
                (name, weight) -> {
                    if (weight == null) {
                        throw new BadInputException("languages '" + name + "' have no weight");
                    }
                    weights.put(pair(name), weight);
                });
        return new PairWeights(weights);
    }

    /** The weights by names such as {@code en>th}, in the order of the names. */
    @JsonValue
    public Map<String, Double> named() {
        return new TreeMap<>(named(weights));
    }

    private static Map<String, Double> named(Map<LanguagePair, Double> weights) {
        return weights.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                one -> one.getKey().question() + ARROW + one.getKey().answer(),
                                Map.Entry::getValue));
    }

    private static LanguagePair pair(String name) {
        String[] languages = name.split(ARROW, -1);
        try {
            if (languages.length == 2) {
                return new LanguagePair(
                        new Lang(languages[0].strip()), new Lang(languages[1].strip()));
            }
        } catch (IllegalArgumentException e) {
            throw new BadInputException("pair '" + name + "': " + e.getMessage(), e);
        }
        throw new BadInputException(
                "'"
                        + name
                        + "' is no pair of languages; write question language > answer language,"
                        + " such as en>th, and th>th for monolingual batches");
    }

    /** The weight of a pair. */
    public double of(LanguagePair pair) {
        return weights.getOrDefault(pair, 1.0);
    }

    /** The same with another weight of a pair. */
    public PairWeights with(LanguagePair pair, double weight) {
        Map<LanguagePair, Double> next = new LinkedHashMap<>(weights);
        next.put(pair, weight);
        return new PairWeights(next);
    }

    /**
     * Refuses weights of languages that are not trained in.
     *
     * @throws BadInputException naming the pair and the languages there are
     */
    void requireIn(Collection<Lang> languages) {
        for (LanguagePair pair : weights.keySet()) {
            if (!languages.contains(pair.question()) || !languages.contains(pair.answer())) {
                throw new BadInputException(
                        "the pair '%s>%s' has a weight, but the training data have only %s"
                                .formatted(
                                        pair.question(),
                                        pair.answer(),
                                        languages.stream()
                                                .map(Lang::tag)
                                                .sorted()
                                                .collect(Collectors.joining(", "))));
            }
        }
    }
}
