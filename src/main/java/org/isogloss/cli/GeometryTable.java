package org.isogloss.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.Macro;
import org.isogloss.analysis.stats.Interval;
import org.isogloss.run.LanguageGeometry;

/** Scores after each erasure as lines of text. */
record GeometryTable(List<LanguageGeometry.Outcome> outcomes) {

    List<String> lines() {
        Evaluation first = outcomes.get(0).scores();
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s: %,d questions, %,d candidates",
                        first.collection(),
                        first.questions(),
                        first.candidates()));
        lines.add(row("", "mono", "cross", "multi", "rank", "own", "language explains"));
        lines.add(row("taken out", "mAP", "mAP", "mAP", "dist.", "first", "questions passages"));
        for (LanguageGeometry.Outcome outcome : outcomes) {
            Macro macro = outcome.scores().macro();
            lines.add(
                    row(
                            name(outcome),
                            MacroTable.share(macro.monolingualMap()),
                            MacroTable.share(macro.crossLingualMap()),
                            MacroTable.share(macro.multilingualMap()),
                            String.format(Locale.ROOT, "%,.0f", macro.rankDistance()),
                            MacroTable.share(macro.ownLanguageTop1()),
                            String.format(
                                    Locale.ROOT,
                                    "%9s %8s",
                                    MacroTable.share(outcome.questionsExplained()),
                                    MacroTable.share(outcome.passagesExplained()))));
        }
        lines.add("95 % intervals over questions:");
        outcomes.forEach(outcome -> lines.add(intervals(outcome)));
        lines.add(first.zeroShot());
        return lines;
    }

    private static String name(LanguageGeometry.Outcome outcome) {
        return outcome.directions() == 0
                ? outcome.erasure()
                : outcome.erasure() + ":" + outcome.directions();
    }

    private static String intervals(LanguageGeometry.Outcome outcome) {
        Map<String, Interval> known = outcome.scores().intervals();
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-20s", name(outcome)));
        for (String number : List.of("monolingualMap", "crossLingualMap", "multilingualMap")) {
            line.append(ends(known.get(number), MacroTable::share));
        }
        line.append(ends(known.get("rankDistance"), x -> String.format(Locale.ROOT, "%,.0f", x)));
        line.append(ends(known.get("ownLanguageTop1"), MacroTable::share));
        return line.toString();
    }

    private static String ends(Interval interval, DoubleFunction<String> number) {
        return interval == null
                ? " -"
                : " [" + number.apply(interval.low()) + " " + number.apply(interval.high()) + "]";
    }

    private static String row(
            String what,
            String mono,
            String cross,
            String multi,
            String distance,
            String own,
            String explained) {
        return String.format(
                        Locale.ROOT,
                        "%-20s %6s %6s %6s %8s %6s  %s",
                        what,
                        mono,
                        cross,
                        multi,
                        distance,
                        own,
                        explained)
                .stripTrailing();
    }
}
