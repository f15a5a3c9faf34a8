package org.isogloss.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.isogloss.analysis.bias.Estimate;
import org.isogloss.corpus.Lang;
import org.isogloss.report.Measures;
import org.isogloss.report.StrategyScores;

/** Strategies' bias measures beside each other as lines of text. */
record MeasuresTable(Measures measures) {
    private static final String NAME = "%-30s";

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<StrategyScores> strategies = measures.strategies();
        lines.add(
                "%s, %s: %s, 95%% intervals over questions"
                        .formatted(
                                strategies.get(0).collection(),
                                strategies.get(0).backbone(),
                                StrategyScores.seedsInWords(strategies)));
        lines.add("");
        lines.add(
                row(
                        "mean over question languages",
                        strategies.stream().map(StrategyScores::name).toList()));
        for (Measures.Row row : measures.rows()) {
            lines.add(
                    row(
                            row.measure().name(),
                            row.values().stream()
                                    .map(one -> macro(one, row.measure().unit()))
                                    .toList()));
        }
        measures.rows().forEach(row -> byLanguage(row, lines));
        lines.add("");
        for (Measures.Row row : measures.rows()) {
            row.warnings().forEach(said -> lines.add(row.measure().name() + ": " + said));
        }
        if (!measures.problem().isEmpty()) {
            lines.add(measures.problem());
        }
        lines.add("");
        return lines;
    }

    private void byLanguage(Measures.Row row, List<String> lines) {
        List<Lang> languages =
                row.values().stream()
                        .flatMap(Optional::stream)
                        .flatMap(value -> value.byLanguage().keySet().stream())
                        .distinct()
                        .toList();
        if (languages.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(cells(row.measure().name(), languages.stream().map(Lang::tag).toList()));
        for (int i = 0; i < row.values().size(); i++) {
            String name = measures.strategies().get(i).name();
            Optional<Measures.Value> value = row.values().get(i);
            if (value.isPresent()) {
                lines.add(
                        cells("  " + name, numbers(value.get(), languages, row.measure().unit())));
            }
        }
    }

    private static List<String> numbers(Measures.Value value, List<Lang> languages, String unit) {
        return languages.stream().map(lang -> number(value.byLanguage().get(lang), unit)).toList();
    }

    private static String macro(Optional<Measures.Value> value, String unit) {
        return value.map(
                        one ->
                                number(one.macro(), unit)
                                        + " "
                                        + BiasTable.interval(one.macro().interval(), unit))
                .orElse("-");
    }

    private static String number(Estimate estimate, String unit) {
        return estimate == null ? "" : BiasTable.number(estimate.value(), unit);
    }

    private static String row(String name, List<String> values) {
        return (String.format(Locale.ROOT, NAME, name)
                        + values.stream()
                                .map(value -> String.format(Locale.ROOT, "  %-26s", value))
                                .collect(Collectors.joining()))
                .stripTrailing();
    }

    private static String cells(String name, List<String> cells) {
        return (String.format(Locale.ROOT, NAME, name)
                        + cells.stream()
                                .map(cell -> String.format(Locale.ROOT, " %8s", cell))
                                .collect(Collectors.joining()))
                .stripTrailing();
    }
}
