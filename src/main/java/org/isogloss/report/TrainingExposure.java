package org.isogloss.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.run.Exposure;

/**
 * How much of a study's training each language was in.
 *
 * @param shares by language the share of rows whose question or answer is in it, a mean over
 *     strategies; most first. Empty where that is not known
 * @param problem why it is not known; empty where it is
 */
public record TrainingExposure(Map<Lang, Double> shares, String problem) {
    /** Nothing is known, and nothing was asked. */
    public static final TrainingExposure UNKNOWN = new TrainingExposure(Map.of(), "");

    /**
     * Reads what one run of each strategy saw: its seeds see the same but for chance, and a mean of
     * models sees nothing of its own. For any thread but the window's.
     *
     * @param all what was scored, a collection at a time
     */
    public static TrainingExposure of(
            StudySnapshot study, List<List<StrategyScores>> all, PoolPlace place) {
        Map<String, StrategyScores> strategies = new LinkedHashMap<>();
        Set<Lang> languages = new LinkedHashSet<>();
        for (StrategyScores one : all.stream().flatMap(List::stream).toList()) {
            if (one.strategy().trained()) {
                strategies.putIfAbsent(one.name(), one);
            }
            languages.addAll(one.map().questionLanguages());
            languages.addAll(one.map().answerLanguages());
        }
        try {
            List<Exposure> seen = new ArrayList<>();
            for (StrategyScores one : strategies.values()) {
                seen.add(Exposure.of(study.runs(one).get(0).folder(), place));
            }
            return new TrainingExposure(shares(languages, seen), "");
        } catch (BadInputException unreadable) {
            return new TrainingExposure(Map.of(), unreadable.getMessage());
        }
    }

    private static Map<Lang, Double> shares(Set<Lang> languages, List<Exposure> seen) {
        Map<Lang, Double> shares = new LinkedHashMap<>();
        for (Lang language : languages) {
            shares.put(
                    language,
                    seen.stream().mapToDouble(one -> one.share(language)).average().orElse(0));
        }
        Map<Lang, Double> sorted = new LinkedHashMap<>();
        shares.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }

    /** True if it was read. */
    boolean known() {
        return !shares.isEmpty();
    }

    double share(Lang language) {
        return shares.getOrDefault(language, 0.0);
    }

    /** The languages that are scored and were never trained on. */
    public Set<Lang> unseen() {
        return shares.entrySet().stream()
                .filter(one -> one.getValue() == 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** In a sentence: the share of each language and which were never seen, or why not known. */
    public String sentence() {
        if (!known()) {
            return problem;
        }
        String seen =
                shares.entrySet().stream()
                        .filter(one -> one.getValue() > 0)
                        .map(one -> one.getKey() + " " + percent(one.getValue()))
                        .collect(Collectors.joining(", "));
        String never = unseen().stream().map(Lang::tag).collect(Collectors.joining(", "));
        return "Training rows with a language on either side, mean of strategies: %s.%s"
                .formatted(
                        seen.isEmpty() ? "none" : seen,
                        never.isEmpty() ? "" : " Never trained on, in brackets: " + never + ".");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
