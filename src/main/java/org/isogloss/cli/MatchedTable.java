package org.isogloss.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.isogloss.analysis.bias.BiasMeasure;
import org.isogloss.analysis.bias.BiasMeasures;
import org.isogloss.analysis.bias.MatchedComparison;

/** Two runs' bias at equal effectiveness, as lines of text. */
record MatchedTable(Path first, Path second, List<MatchedComparison> comparisons, boolean explain) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("A = " + first);
        lines.add("B = " + second);
        for (MatchedComparison comparison : comparisons) {
            BiasMeasure measure = BiasMeasures.byId(comparison.measure()).orElseThrow();
            lines.add("");
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%-28s %9s %9s %9s  %-20s %9s %6s %6s",
                            measure.name(),
                            "A",
                            "B",
                            "A - B",
                            "95% interval",
                            "questions",
                            "mAP A",
                            "mAP B"));
            comparison.matches().forEach(match -> lines.add(line(match, measure.unit())));
        }
        lines.add("");
        for (MatchedComparison.Matching matching : MatchedComparison.Matching.values()) {
            if (explain) {
                lines.add(matching.words() + ": " + matching.definition());
            }
        }
        if (!explain) {
            lines.add("--explain tells how questions are matched.");
        }
        return lines;
    }

    private static String line(MatchedComparison.Match match, String unit) {
        return String.format(
                Locale.ROOT,
                "%-28s %9s %9s %9s  %-20s %,9.0f %6s %6s",
                "  " + match.matching().words(),
                BiasTable.number(match.first().value(), unit),
                BiasTable.number(match.second().value(), unit),
                BiasTable.number(match.difference().value(), unit),
                BiasTable.interval(match.difference().interval(), unit),
                match.questions(),
                MacroTable.share(match.firstMap()),
                MacroTable.share(match.secondMap()));
    }
}
