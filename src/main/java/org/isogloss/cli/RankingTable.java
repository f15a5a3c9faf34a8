package org.isogloss.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.isogloss.analysis.stats.Comparison;
import org.isogloss.analysis.stats.RankingReport;
import org.isogloss.analysis.stats.SideValue;
import org.isogloss.analysis.stats.TiedRanking;
import org.isogloss.analysis.stats.Verdict;

/** Settings ranked with their ties, in lines for people; the JSON has all of it. */
record RankingTable(RankingReport report) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s: %,d questions, %,d question ids; who shares a letter is tied",
                        report.collection(),
                        report.questions(),
                        report.clusters()));
        for (TiedRanking ranking : report.rankings()) {
            lines.add("");
            lines.add(ranking.quantity());
            String metric = ranking.pairs().get(0).comparison().metric();
            StatisticText text = new StatisticText(metric);
            ranking.rows().forEach(row -> lines.add(row(row, text)));
            ranking.pairs().forEach(pair -> lines.add(pair(pair, text)));
        }
        lines.add("");
        report.sides()
                .forEach(
                        side ->
                                side.zeroShot()
                                        .forEach(said -> lines.add(side.name() + ": " + said)));
        lines.addAll(report.notes());
        return lines;
    }

    private static String row(TiedRanking.Row row, StatisticText text) {
        String name = String.format(Locale.ROOT, "%-28s", row.name());
        String value = String.format(Locale.ROOT, "%9s", text.number(row.value().estimate()));
        return "  "
                + (row.best() ? StatisticText.bold(name + value) : name + value)
                + "  "
                + StatisticText.grey(
                        String.format(
                                Locale.ROOT, "%-20s", text.ends(row.value().interval(), false)))
                + String.format(
                        Locale.ROOT,
                        "  %-6s%s%s",
                        row.letters(),
                        runs(row.value(), text),
                        row.best() ? ", better than every other" : "");
    }

    private static String runs(SideValue value, StatisticText text) {
        int runs = value.runs().size();
        return runs == 1
                ? "1 run"
                : runs + " runs, sd over seeds " + text.number(value.deviation());
    }

    private static String pair(TiedRanking.Pair pair, StatisticText text) {
        Comparison found = pair.comparison();
        String verdict =
                found.verdict() == Verdict.TIE
                        ? found.sentence()
                        : found.sentence()
                                .replaceFirst(
                                        "^[AB]",
                                        found.sentence().startsWith("A") ? pair.a() : pair.b());
        return StatisticText.grey(
                String.format(
                        Locale.ROOT,
                        "    %s - %s: %s %s, p %s, Holm %s: %s",
                        pair.a(),
                        pair.b(),
                        text.signed(found.difference().estimate()),
                        text.ends(found.difference(), true),
                        StatisticText.p(found.p()),
                        StatisticText.p(found.pHolm()),
                        verdict));
    }
}
