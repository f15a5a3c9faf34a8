package org.isogloss.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.Macro;
import org.isogloss.analysis.SettingMeans;
import org.isogloss.analysis.stats.Interval;
import org.isogloss.retrieval.metric.Metric;
import org.isogloss.retrieval.metric.Metrics;

/** An evaluation's macro table as lines of text. */
record MacroTable(Evaluation evaluation) {
    private static final List<Metric> COLUMNS = Metrics.stored();

    List<String> lines() {
        Macro macro = evaluation.macro();
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s: %,d questions in %d languages, %,d candidates in %d",
                        evaluation.collection(),
                        evaluation.questions(),
                        evaluation.map().questionLanguages().size(),
                        evaluation.candidates(),
                        evaluation.map().answerLanguages().size()));
        boolean known = evaluation.intervals().containsKey("monolingualMap");
        lines.add(
                row("", COLUMNS.stream().map(Metric::name).toList())
                        + (known ? "  95 % interval of mAP" : ""));
        lines.add(row("monolingual", shares(SettingMeans::monolingual)) + ends("monolingualMap"));
        lines.add(
                row("cross-lingual", shares(SettingMeans::crossLingual)) + ends("crossLingualMap"));
        lines.add(
                row("multilingual", shares(SettingMeans::multilingual)) + ends("multilingualMap"));
        lines.add(
                String.format(
                        Locale.ROOT,
                        "rank distance %,.0f%s (mean over questions of worst - best rank of the"
                                + " parallel answers; lower is better)",
                        macro.rankDistance(),
                        rankDistanceEnds()));
        lines.add("top answer in the question's own language: " + share(macro.ownLanguageTop1()));
        lines.add(evaluation.zeroShot());
        return lines;
    }

    private String ends(String number) {
        Interval interval = evaluation.intervals().get(number);
        return interval == null
                ? ""
                : "  [" + share(interval.low()) + ", " + share(interval.high()) + "]";
    }

    private String rankDistanceEnds() {
        Interval interval = evaluation.intervals().get("rankDistance");
        return interval == null
                ? ""
                : String.format(Locale.ROOT, " [%,.0f, %,.0f]", interval.low(), interval.high());
    }

    /** A number from 0 to 1 with three decimals and, below 1, without the leading zero. */
    static String share(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.startsWith("0.") ? text.substring(1) : text;
    }

    private List<String> shares(ToDoubleFunction<SettingMeans> setting) {
        return COLUMNS.stream()
                .map(metric -> evaluation.metrics().get(metric.id()))
                .map(means -> share(setting.applyAsDouble(means)))
                .toList();
    }

    private static String row(String setting, List<String> cells) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-16s", setting));
        cells.forEach(cell -> row.append(String.format(Locale.ROOT, " %10s", cell)));
        return row.toString().stripTrailing();
    }
}
