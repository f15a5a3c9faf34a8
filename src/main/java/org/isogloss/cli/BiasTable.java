package org.isogloss.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.isogloss.analysis.bias.BiasMeasure;
import org.isogloss.analysis.bias.BiasReport;
import org.isogloss.analysis.bias.Effect;
import org.isogloss.analysis.bias.Estimate;
import org.isogloss.analysis.bias.Explanation;
import org.isogloss.analysis.bias.Interval;
import org.isogloss.analysis.bias.Reference;
import org.isogloss.corpus.Lang;

/** A bias report as lines of text. */
record BiasTable(BiasReport report, boolean explain) {
    private static final int NAME = 30;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int candidates = report.candidates().values().stream().mapToInt(n -> n).sum();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s: %,d questions (%,d with translations as one), %,d candidates in %d"
                                + " languages",
                        report.collection(),
                        report.questions(),
                        report.clusters(),
                        candidates,
                        report.candidates().size()));
        lines.add("");
        overview(lines);
        lines.add("");
        byLanguage(lines);
        effects(lines);
        warnings(lines);
        if (explain) {
            report.measures().forEach(measure -> explain(measure, lines));
        } else {
            lines.add("--explain tells what each measure is and how it misleads.");
        }
        return lines;
    }

    private void overview(List<String> lines) {
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%-" + NAME + "s %9s  %-20s %-10s %s",
                        "mean over question languages",
                        "",
                        report.options().resamples() > 0 ? "95% interval" : "",
                        "fairer is",
                        "compare with"));
        for (BiasReport.Measured measure : report.measures()) {
            String references =
                    measure.result().references().stream()
                            .map(r -> r.name() + " " + number(r.macro(), measure.unit()))
                            .collect(Collectors.joining(", "));
            lines.add(
                    String.format(
                                    Locale.ROOT,
                                    "%-" + NAME + "s %9s  %-20s %-10s %s",
                                    measure.name(),
                                    number(measure.result().macro().value(), measure.unit()),
                                    interval(measure.result().macro().interval(), measure.unit()),
                                    words(measure.direction()),
                                    references)
                            .stripTrailing());
        }
    }

    private static String words(BiasMeasure.Direction direction) {
        return switch (direction) {
            case LOWER -> "lower";
            case HIGHER -> "higher";
            case ZERO -> "nearer 0";
        };
    }

    private void byLanguage(List<String> lines) {
        List<Lang> languages =
                report.measures().stream()
                        .flatMap(m -> m.result().byQuestionLanguage().keySet().stream())
                        .distinct()
                        .sorted()
                        .toList();
        lines.add(row("by question language", languages.stream().map(Lang::tag).toList()));
        for (BiasReport.Measured measure : report.measures()) {
            Map<Lang, Estimate> numbers = measure.result().byQuestionLanguage();
            if (numbers.isEmpty()) {
                continue;
            }
            lines.add(
                    row(
                            measure.name(),
                            languages.stream()
                                    .map(lang -> value(numbers.get(lang), measure.unit()))
                                    .toList()));
            for (Reference reference : measure.result().references()) {
                lines.add(
                        row(
                                "  " + reference.name(),
                                languages.stream()
                                        .map(lang -> value(reference, lang, measure.unit()))
                                        .toList()));
            }
        }
    }

    private static String value(Estimate estimate, String unit) {
        return estimate == null ? "" : number(estimate.value(), unit);
    }

    private static String value(Reference reference, Lang lang, String unit) {
        Double value = reference.byQuestionLanguage().get(lang);
        return value == null ? "" : number(value, unit);
    }

    private static String row(String name, List<String> cells) {
        return (String.format(Locale.ROOT, "%-" + NAME + "s", name)
                        + cells.stream()
                                .map(cell -> String.format(Locale.ROOT, " %8s", cell))
                                .collect(Collectors.joining()))
                .stripTrailing();
    }

    private void effects(List<String> lines) {
        for (BiasReport.Measured measure : report.measures()) {
            if (!measure.result().effects().isEmpty()) {
                lines.add("");
                lines.add(
                        row(measure.unit(), List.of("effect", "factor"))
                                + "  95% interval of the effect");
            }
            for (Effect effect : measure.result().effects()) {
                Estimate estimate = effect.estimate();
                boolean spread = effect.name().startsWith("standard");
                String factor =
                        spread
                                ? ""
                                : String.format(Locale.ROOT, "%.2f", Math.exp(estimate.value()));
                lines.add(
                        (row(
                                                (effect.name() + " " + effect.language()).strip(),
                                                List.of(number(estimate.value(), ""), factor))
                                        + "  "
                                        + interval(estimate.interval(), ""))
                                .stripTrailing());
            }
        }
        lines.add("");
    }

    private void warnings(List<String> lines) {
        for (BiasReport.Measured measure : report.measures()) {
            measure.result()
                    .warnings()
                    .forEach(warning -> lines.add(measure.name() + ": " + warning));
        }
    }

    private static void explain(BiasReport.Measured measure, List<String> lines) {
        Explanation text = measure.explanation();
        lines.add("");
        lines.add(measure.name() + " (" + measure.id() + ")");
        lines.add("  " + text.definition());
        lines.add("  formula: " + text.formula());
        lines.add("  source: " + text.source());
        lines.add("  range: " + text.range());
        lines.add("  trap: " + text.trap());
    }

    static String number(double value, String unit) {
        return Double.isNaN(value)
                ? "-"
                : String.format(Locale.ROOT, unit.equals("ranks") ? "%,.1f" : "%.3f", value);
    }

    static String interval(Interval interval, String unit) {
        return Double.isNaN(interval.low())
                ? ""
                : "[" + number(interval.low(), unit) + ", " + number(interval.high(), unit) + "]";
    }

    /** What can be told of results that were written before ranks were kept. */
    static List<String> lines(BiasCommand.OldResults old) {
        List<String> lines = new ArrayList<>();
        lines.add(
                old.collection()
                        + ": scored before ranks were kept, so that only two measures can be told;"
                        + " score the model anew for the others");
        List<Lang> languages = old.summary().map().questionLanguages();
        lines.add(row("by question language", languages.stream().map(Lang::tag).toList()));
        lines.add(row("Rank distance", cells(languages, old.summary().rankDistance(), "ranks")));
        lines.add(row("Own language first", cells(languages, old.summary().ownLanguageTop1(), "")));
        lines.add("absent: " + String.join(", ", old.absent()));
        return lines;
    }

    private static List<String> cells(List<Lang> languages, Map<Lang, Double> values, String unit) {
        return languages.stream()
                .map(lang -> number(values.getOrDefault(lang, Double.NaN), unit))
                .toList();
    }
}
