package org.isogloss.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.isogloss.analysis.stats.Interval;
import org.isogloss.analysis.stats.PairedComparison;
import org.isogloss.analysis.stats.Quantity;
import org.isogloss.analysis.stats.RunScores;
import org.isogloss.analysis.stats.Scope;
import org.isogloss.analysis.stats.TestSettings;
import org.isogloss.retrieval.Score;

/** Between what the macro numbers of a single run may lie, had other questions been asked. */
public final class MacroIntervals {
    private MacroIntervals() {}

    /**
     * The 95 % intervals of a run's macro numbers by their names in {@link Macro#byName}; a number
     * that could not be measured has none.
     */
    public static Map<String, Interval> of(String name, Iterable<Score> scores) {
        Map<String, Quantity> all = quantities();
        Set<String> metrics =
                all.values().stream().map(Quantity::metric).collect(Collectors.toSet());
        RunScores run = new RunScores(name, metrics);
        scores.forEach(run::add);
        Map<String, Quantity> measured = new LinkedHashMap<>();
        all.forEach(
                (number, quantity) -> {
                    if (Quantity.macros(run, quantity.metric()).contains(quantity)) {
                        measured.put(number, quantity);
                    }
                });
        Map<Quantity, Interval> found =
                new PairedComparison(TestSettings.STANDARD).intervals(run, measured.values());
        Map<String, Interval> intervals = new LinkedHashMap<>();
        measured.forEach((number, quantity) -> intervals.put(number, found.get(quantity)));
        return intervals;
    }

    private static Map<String, Quantity> quantities() {
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        quantities.put("monolingualMap", Quantity.macro("map", Scope.MONOLINGUAL));
        quantities.put("crossLingualMap", Quantity.macro("map", Scope.CROSS_LINGUAL));
        quantities.put("multilingualMap", Quantity.macro("map", Scope.MULTILINGUAL));
        quantities.put("monolingualRecall1", Quantity.macro("recall_1", Scope.MONOLINGUAL));
        quantities.put("crossLingualRecall1", Quantity.macro("recall_1", Scope.CROSS_LINGUAL));
        quantities.put("multilingualRecall10", Quantity.macro("recall_10", Scope.MULTILINGUAL));
        quantities.put("rankDistance", Quantity.macro(Score.RANK_DISTANCE, Scope.MULTILINGUAL));
        quantities.put("ownLanguageTop1", Quantity.macro(Score.OWN_LANGUAGE_1, Scope.MULTILINGUAL));
        return quantities;
    }
}
