package org.isogloss.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.isogloss.corpus.overlap.OverlapReport;
import org.isogloss.corpus.overlap.OverlapVerdict;
import org.isogloss.corpus.overlap.PairOverlap;

/** What evaluation and training sets have in common, in lines for people. */
record OverlapTable(OverlapReport report) {
    private static final int SHOWN = 100;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (PairOverlap pair : report.pairs()) {
            lines.add(pair.training() + " × " + pair.evaluation());
            lines.add("  " + pair.verdict().sentence());
            counts(pair).forEach((what, langs) -> lines.add("  " + what + ": " + langs));
            if (pair.equalRunningNumbers() > 0) {
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "  %,d equal ids look like running numbers and are not counted",
                                pair.equalRunningNumbers()));
            }
            if (!pair.overlapping().isEmpty()) {
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "  %,d of %,d training items would have to be left out",
                                pair.overlapping().size(),
                                pair.trainingItems()));
            }
            pair.examples().forEach(example -> add(example, lines));
        }
        if (report.pairs().size() > report.verdicts().size()) {
            lines.add("all training sets together");
            for (OverlapVerdict verdict : report.verdicts()) {
                lines.add("  " + verdict.evaluation() + ": " + verdict.sentence());
            }
        }
        return lines;
    }

    /** One line for each kind and sides: all languages, then each. */
    private static Map<String, String> counts(PairOverlap pair) {
        Map<String, Integer> totals = new LinkedHashMap<>();
        Map<String, StringBuilder> langs = new LinkedHashMap<>();
        for (PairOverlap.Count count : pair.counts()) {
            String what =
                    count.kind().id()
                            + ", "
                            + count.side().id()
                            + "s like a training "
                            + count.trainingSide().id();
            totals.merge(what, count.texts(), Integer::sum);
            langs.computeIfAbsent(what, row -> new StringBuilder())
                    .append(' ')
                    .append(count.lang())
                    .append(' ')
                    .append(String.format(Locale.ROOT, "%,d", count.texts()));
        }
        Map<String, String> lines = new LinkedHashMap<>();
        totals.forEach(
                (what, total) ->
                        lines.put(
                                what,
                                String.format(Locale.ROOT, "%,d (%s)", total, langs.get(what))
                                        .replace("( ", "(")));
        return lines;
    }

    private static void add(PairOverlap.Example example, List<String> lines) {
        lines.add(
                String.format(
                        Locale.ROOT,
                        "  %s, similarity %.2f",
                        example.kind().id(),
                        example.similarity()));
        lines.add("    training   " + place(example.training()));
        lines.add("    evaluation " + place(example.evaluation()));
    }

    private static String place(PairOverlap.Place place) {
        String text = place.text();
        return place.id() + ": " + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…");
    }
}
