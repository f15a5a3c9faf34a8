package org.isogloss.report;

import java.util.function.DoubleFunction;
import org.isogloss.analysis.Macro;
import org.isogloss.analysis.stats.Scope;
import org.isogloss.figure.Numbers;
import org.isogloss.retrieval.Score;

/** A column of the table of macro averages: which number, and the test that goes with it. */
public enum MacroMeasure {
    MONOLINGUAL_MAP("mAP", "monolingual", "map", Scope.MONOLINGUAL, "monolingualMap"),
    CROSS_LINGUAL_MAP("mAP", "cross-lingual", "map", Scope.CROSS_LINGUAL, "crossLingualMap"),
    MULTILINGUAL_MAP("mAP", "multilingual", "map", Scope.MULTILINGUAL, "multilingualMap"),
    MONOLINGUAL_RECALL_1(
            "Recall at 1", "monolingual", "recall_1", Scope.MONOLINGUAL, "monolingualRecall1"),
    CROSS_LINGUAL_RECALL_1(
            "Recall at 1", "cross-lingual", "recall_1", Scope.CROSS_LINGUAL, "crossLingualRecall1"),
    MULTILINGUAL_RECALL_10(
            "Recall at 10",
            "multilingual",
            "recall_10",
            Scope.MULTILINGUAL,
            "multilingualRecall10"),
    RANK_DISTANCE(
            "Language bias",
            "rank distance",
            Score.RANK_DISTANCE,
            Scope.MULTILINGUAL,
            "rankDistance"),
    OWN_LANGUAGE_FIRST(
            "Language bias",
            "own first",
            Score.OWN_LANGUAGE_1,
            Scope.MULTILINGUAL,
            "ownLanguageTop1");

    private final String group;
    private final String label;
    private final String metric;
    private final Scope scope;
    private final String number;

    MacroMeasure(String group, String label, String metric, Scope scope, String number) {
        this.group = group;
        this.label = label;
        this.metric = metric;
        this.scope = scope;
        this.number = number;
    }

    /** What it shares with its neighbours, to stand above them. */
    public String group() {
        return group;
    }

    /** Its name below that of its group. */
    public String label() {
        return label;
    }

    /** Its metric's id in the tests. */
    public String metric() {
        return metric;
    }

    /** The cells it is a mean of. */
    public Scope scope() {
        return scope;
    }

    /** The number. */
    public double of(Macro macro) {
        return macro.byName().get(number);
    }

    /** How its numbers are written: scores with three decimals, ranks whole. */
    public DoubleFunction<String> written() {
        return this == RANK_DISTANCE ? Numbers::count : Numbers::score;
    }
}
