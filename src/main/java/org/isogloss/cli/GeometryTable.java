package org.isogloss.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.Macro;
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
                            outcome.directions() == 0
                                    ? outcome.erasure()
                                    : outcome.erasure() + ":" + outcome.directions(),
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
        lines.add(first.zeroShot());
        return lines;
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
