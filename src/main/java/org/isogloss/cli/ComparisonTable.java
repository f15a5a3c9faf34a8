package org.isogloss.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.isogloss.analysis.stats.Comparison;
import org.isogloss.analysis.stats.ComparisonReport;
import org.isogloss.analysis.stats.Side;
import org.isogloss.analysis.stats.SideValue;
import org.isogloss.analysis.stats.Verdict;
import org.isogloss.corpus.Lang;

/** Two sides compared, in lines for people; the JSON has all of it. */
record ComparisonTable(ComparisonReport report) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s: %,d questions, %,d question ids",
                        report.collection(),
                        report.questions(),
                        report.clusters()));
        addSide("A", report.a(), lines);
        addSide("B", report.b(), lines);
        lines.add("");
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%-26s %" + wide() + "s %" + wide() + "s %9s  %-20s %7s %7s %9s %9s  %s",
                        "",
                        "A",
                        "B",
                        "A - B",
                        percent() + " interval",
                        "p",
                        "p Holm",
                        "detects",
                        "more ids",
                        "verdict"));
        report.macro().forEach(comparison -> lines.add(row(comparison)));
        lines.add("");
        lines.addAll(legend());
        report.cells().stream()
                .map(Comparison::metric)
                .distinct()
                .forEach(metric -> addCells(metric, lines));
        return lines;
    }

    private static void addSide(String letter, Side side, List<String> lines) {
        lines.add(letter + "  " + side.name());
        if (side.runs().size() > 1) {
            lines.add("   " + String.join(", ", side.runs()));
        }
        side.zeroShot().forEach(verdict -> lines.add("   " + verdict));
    }

    private String row(Comparison found) {
        StatisticText text = new StatisticText(found.metric());
        return String.format(
                Locale.ROOT,
                "%-26s %" + wide() + "s %" + wide() + "s %9s  %s %7s %7s %9s %9s  %s",
                found.quantity(),
                side(found.a(), text),
                side(found.b(), text),
                text.signed(found.difference().estimate()),
                StatisticText.grey(
                        String.format(Locale.ROOT, "%-20s", text.ends(found.difference(), true))),
                StatisticText.p(found.p()),
                StatisticText.p(found.pHolm()),
                text.number(found.minimalDetectable()),
                more(found),
                found.sentence());
    }

    private static String side(SideValue side, StatisticText text) {
        return text.number(side.estimate())
                + (side.runs().size() > 1 ? " ±" + text.number(side.deviation()) : "");
    }

    /** How wide a side's column is. */
    private int wide() {
        return severalRuns() ? 17 : 9;
    }

    private static String more(Comparison found) {
        if (found.difference().estimate() == 0) {
            return "-";
        }
        return found.moreClusters() == null
                ? "seeds"
                : String.format(Locale.ROOT, "%,d", found.moreClusters());
    }

    private List<String> legend() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "p: "
                        + String.join(
                                "; ",
                                report.macro().stream()
                                        .map(c -> c.test().toString())
                                        .distinct()
                                        .toList())
                        + "; translations of a question are one id; p Holm: corrected for all"
                        + " rows; it decides the verdict");
        if (severalRuns()) {
            lines.add("±: standard deviation over seeds");
        }
        lines.add(
                "detects: the least true difference one such test tells 8 times of 10; more ids:"
                        + " question ids to add for that, if the difference seen is the true one");
        lines.addAll(report.notes());
        return lines;
    }

    private boolean severalRuns() {
        return report.a().runs().size() + report.b().runs().size() > 2;
    }

    private String percent() {
        return String.format(Locale.ROOT, "%.4g %%", 100 * report.settings().level())
                .replaceFirst("\\.?0+ %", " %");
    }

    private void addCells(String metric, List<String> lines) {
        List<Comparison> cells =
                report.cells().stream().filter(c -> c.metric().equals(metric)).toList();
        List<String> answers =
                List.copyOf(new TreeSet<>(cells.stream().map(c -> c.cell().answer()).toList()));
        lines.add("");
        lines.add(
                metric
                        + ", A - B by question language (rows) and answer language (columns; *: all"
                        + " together)");
        StringBuilder header = new StringBuilder("        ");
        answers.forEach(a -> header.append(String.format(Locale.ROOT, "%10s", a)));
        lines.add(header.toString());
        for (Lang question : new TreeSet<>(cells.stream().map(c -> c.cell().question()).toList())) {
            StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-8s", question));
            answers.forEach(answer -> row.append(cell(cells, question, answer)));
            lines.add(row.toString());
        }
        long told = cells.stream().filter(c -> c.verdict() != Verdict.TIE).count();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "*: told apart after Holm's correction for %,d cells (%,d); all others are"
                                + " ties",
                        cells.size(),
                        told));
    }

    private static String cell(List<Comparison> cells, Lang question, String answer) {
        return cells.stream()
                .filter(c -> c.cell().question().equals(question))
                .filter(c -> c.cell().answer().equals(answer))
                .findFirst()
                .map(ComparisonTable::cell)
                .orElse("          ");
    }

    private static String cell(Comparison found) {
        String text = new StatisticText(found.metric()).signed(found.difference().estimate());
        boolean tie = found.verdict() == Verdict.TIE;
        String padded = String.format(Locale.ROOT, "%9s%s", text, tie ? " " : "*");
        return tie ? StatisticText.grey(padded) : padded;
    }
}
