package org.isogloss.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isogloss.analysis.SeedSpread;
import org.isogloss.analysis.bias.BiasMeasure;
import org.isogloss.analysis.bias.BiasReport;
import org.isogloss.analysis.stats.Comparison;
import org.isogloss.analysis.stats.Interval;
import org.isogloss.analysis.stats.TiedRanking;
import org.isogloss.analysis.stats.Verdict;
import org.isogloss.figure.Numbers;

/** What was found, a collection at a time: means, heatmaps, differences, curves and bias. */
final class ReportScores {
    private static final double LEAST_P = .0001;

    private final StudyReport report;
    private final Markup page;
    private final ReportFigures figures;

    ReportScores(StudyReport report, Markup page, ReportFigures figures) {
        this.report = report;
        this.page = page;
        this.figures = figures;
    }

    /**
     * Writes the contents and the sections.
     *
     * @param first writes what comes before the results
     */
    void write(Runnable first) {
        page.block("nav", "aria-label", "Contents", nav -> contents());
        page.block("section", "id", "question", section -> first.run());
        page.block("section", "id", "means", section -> means());
        List<CollectionFigures> all = report.figures().collections();
        if (all.isEmpty()) {
            return;
        }
        if (all.stream().anyMatch(one -> !one.curve().isEmpty())) {
            page.block("section", "id", "curve", section -> curves(all));
        }
        page.block("section", "id", "heatmaps", section -> heatmaps(all));
        page.block("section", "id", "bias", section -> bias(all));
    }

    private void contents() {
        boolean scored = !report.figures().collections().isEmpty();
        boolean curve =
                report.figures().collections().stream().anyMatch(one -> !one.curve().isEmpty());
        entry("question", "Question and data");
        entry("means", "Means");
        if (scored) {
            if (curve) {
                entry("curve", "α curve");
            }
            entry("heatmaps", "Language pairs");
            entry("bias", "Language bias");
        }
        entry("learning", "Learning");
        entry("settings", "Settings");
        entry("repeat", "Repeat it");
        entry("cite", "Cite");
    }

    private void entry(String anchor, String name) {
        page.line("a", name, "href", "#" + anchor).text(" ");
    }

    private void means() {
        page.line("h2", "Means over languages");
        if (report.figures().collections().isEmpty()) {
            page.line("p", "No run of this study has been scored yet.");
            return;
        }
        for (CollectionFigures one : report.figures().collections()) {
            table(one);
        }
        page.line(
                "p",
                "In brackets the 95% interval over questions and seeds, or ± the standard deviation"
                        + " over seeds where nothing was tested. Bold: told apart from every other"
                        + " strategy and better. Strategies that share a letter are tied: the test"
                        + " cannot tell them apart, which does not make them equal. Two-sided paired"
                        + " tests over question ids and seeds, all translations of a question as"
                        + " one, Holm’s correction, level .05. Rank distance is in ranks, lower is"
                        + " fairer; own first is the share of questions whose best candidate is in"
                        + " their own language.",
                "class",
                "note");
        report.figures().collections().forEach(this::tests);
    }

    private void table(CollectionFigures results) {
        page.open("div", "class", "wide").open("table", "class", "numbers");
        page.open("caption").line("b", heading(results));
        StrategyScores first = results.scores().get(0);
        page.text(
                ". %s questions per language, %s candidates in all; %s."
                        .formatted(
                                Numbers.count(first.questionsPerLanguage()),
                                Numbers.count(first.candidates()),
                                StrategyScores.seedsInWords(results.scores())));
        page.close();
        groups();
        page.open("tbody");
        for (StrategyScores one : results.scores()) {
            page.open("tr").open("th", "scope", "row").open("span", "class", "name");
            figures.mark(one.style());
            page.text(one.name()).close().close();
            SeedSpread macro = one.macro();
            for (MacroMeasure measure : MacroMeasure.values()) {
                cell(one, macro, measure, results);
            }
            page.close();
        }
        page.close().close().close();
        results.tests()
                .filter(tests -> tests.ranking().isEmpty())
                .ifPresent(
                        tests ->
                                page.line(
                                        "p",
                                        "Differences were not tested: "
                                                + report.told(tests.refusal()),
                                        "class",
                                        "note"));
    }

    private void groups() {
        page.open("thead").open("tr");
        page.line("th", "Strategy", "scope", "col", "rowspan", "2");
        List<String> groups =
                Arrays.stream(MacroMeasure.values()).map(MacroMeasure::group).toList();
        for (String group : groups.stream().distinct().toList()) {
            long span = groups.stream().filter(group::equals).count();
            page.line("th", group, "scope", "colgroup", "colspan", Long.toString(span));
        }
        page.close().open("tr");
        for (MacroMeasure measure : MacroMeasure.values()) {
            page.line("th", measure.label(), "scope", "col");
        }
        page.close().close();
    }

    private void cell(
            StrategyScores one, SeedSpread macro, MacroMeasure measure, CollectionFigures results) {
        DoubleFunction<String> written = measure.written();
        String mean = written.apply(measure.of(macro.mean()));
        double deviation = measure.of(macro.deviation());
        Optional<TiedRanking.Row> ranked = results.means().ranked(one, measure);
        page.open("td");
        if (ranked.isPresent()) {
            Interval interval = ranked.get().value().interval();
            page.line(ranked.get().best() ? "b" : "span", mean);
            page.line("sup", ranked.get().letters());
            page.line(
                    "small",
                    "[%s, %s]"
                            .formatted(
                                    written.apply(interval.low()), written.apply(interval.high())));
        } else {
            page.line("span", mean);
            if (!Double.isNaN(deviation)) {
                page.line("small", "±" + written.apply(deviation));
            }
        }
        page.close();
    }

    private void tests(CollectionFigures results) {
        boolean tested = results.tests().flatMap(StudyTests::ranking).isPresent();
        if (!tested) {
            return;
        }
        page.open("details").line("summary", "Every two strategies on " + heading(results));
        page.open("div", "class", "wide").open("table", "class", "numbers");
        page.line("caption", "A less B, 95% interval, p after Holm’s correction");
        page.head("Measure", "A", "B", "A − B", "interval", "p", "verdict").open("tbody");
        for (MacroMeasure measure : MacroMeasure.values()) {
            results.tests()
                    .flatMap(t -> t.ranked(measure.metric(), measure.scope()))
                    .map(TiedRanking::pairs)
                    .orElse(List.of())
                    .forEach(pair -> pair(measure, pair));
        }
        page.close().close().close().close();
    }

    private void pair(MacroMeasure measure, TiedRanking.Pair pair) {
        Comparison comparison = pair.comparison();
        DoubleFunction<String> written = measure.written();
        Interval difference = comparison.difference();
        page.row(
                measure.group() + ", " + measure.label(),
                pair.a(),
                pair.b(),
                signed(difference.estimate(), written),
                "[%s, %s]"
                        .formatted(
                                signed(difference.low(), written),
                                signed(difference.high(), written)),
                comparison.pHolm() < LEAST_P ? "< .0001" : Numbers.p(comparison.pHolm()),
                comparison.verdict() == Verdict.TIE ? "tie" : "told apart");
    }

    private static String signed(double value, DoubleFunction<String> written) {
        return (value < 0 ? "−" : "+") + written.apply(Math.abs(value));
    }

    private void heatmaps(List<CollectionFigures> all) {
        page.line("h2", "Language pairs");
        ReportPage.languages(page, all.get(0).scores().get(0).languages());
        page.line(
                "p",
                "All heatmaps of a measure share one scale of colours, and all differences another."
                        + " Differences are taken from "
                        + all.get(0).scores().get(0).name()
                        + ".");
        List<CellMeasure> measures = all.get(0).cells().stream().map(CellFigures::measure).toList();
        choice(measures);
        for (int i = 0; i < measures.size(); i++) {
            page.open("div", "class", "choice choice-" + i);
            page.line("h3", measures.get(i).title());
            page.line("p", measures.get(i).sentence(), "class", "note");
            for (CollectionFigures one : all) {
                page.line("h4", heading(one));
                cells(one, one.cells().get(i));
            }
            page.close();
        }
        page.line("h3", "By question language");
        for (CollectionFigures one : all) {
            page.line("h4", heading(one));
            figures.grid(one.byLanguage());
        }
    }

    /** A native choice of one measure; what shows the chosen one is the style sheet alone. */
    private void choice(List<CellMeasure> measures) {
        if (measures.size() < 2) {
            return;
        }
        page.open("fieldset").line("legend", "What the heatmaps are of");
        for (int i = 0; i < measures.size(); i++) {
            String id = "choose-" + i;
            page.open("span", "class", "chooser")
                    .open(
                            "input",
                            "type",
                            "radio",
                            "name",
                            "cells",
                            "id",
                            id,
                            "checked",
                            i == 0 ? "checked" : "");
            page.line("label", measures.get(i).title(), "for", id).close();
        }
        page.close();
    }

    private void cells(CollectionFigures one, CellFigures cells) {
        if (cells.measure().pooled()) {
            figures.grid(cells.all().toList());
        } else {
            figures.grid(cells.scores());
            figures.grid(cells.differences());
        }
        if (cells.differences().isEmpty() && one.scores().size() > 1) {
            page.line(
                    "p",
                    "No differences are shown: not all strategies have been scored with the"
                            + " same seeds.");
        }
        if (!cells.refusal().isEmpty()) {
            page.line(
                    "p",
                    "Differences were not tested: " + report.told(cells.refusal()),
                    "class",
                    "note");
        }
    }

    private void curves(List<CollectionFigures> all) {
        page.line("h2", "The share of monolingual batches");
        for (CollectionFigures one : all) {
            if (!one.curve().isEmpty()) {
                page.line("h3", heading(one));
                figures.grid(one.curve());
            }
        }
    }

    private void bias(List<CollectionFigures> all) {
        page.line("h2", "Language bias");
        for (CollectionFigures one : all) {
            page.line("h3", heading(one));
            measures(one.measures());
            figures.grid(one.bias());
        }
        all.stream()
                .map(CollectionFigures::measures)
                .filter(measures -> !measures.rows().isEmpty())
                .findFirst()
                .ifPresent(this::definitions);
    }

    private void measures(Measures measures) {
        if (!measures.problem().isEmpty()) {
            page.line(
                    "p",
                    "Not all measures are there: " + report.told(measures.problem()),
                    "class",
                    "note");
        }
        if (measures.rows().isEmpty()) {
            return;
        }
        page.open("div", "class", "wide").open("table", "class", "numbers worded");
        page.line(
                "caption",
                "Means over question languages, means of seeds; in brackets 95% intervals over"
                        + " questions");
        String[] columns =
                Stream.concat(
                                Stream.of("Measure", "Fairer is"),
                                measures.strategies().stream().map(StrategyScores::name))
                        .toArray(String[]::new);
        page.head(columns).open("tbody");
        for (Measures.Row row : measures.rows()) {
            page.open("tr").open("th", "scope", "row");
            page.line("a", row.measure().name(), "href", "#measure-" + row.measure().id());
            page.close().line("td", fairer(row.measure().direction()));
            row.values().forEach(value -> value(row.measure(), value));
            page.close();
        }
        page.close().close().close();
        for (Measures.Row row : measures.rows()) {
            for (String warning : row.warnings()) {
                page.line("p", row.measure().name() + ": " + warning, "class", "note");
            }
        }
    }

    private void value(BiasReport.Measured measure, Optional<Measures.Value> value) {
        boolean ranks = measure.unit().equals("ranks");
        DoubleFunction<String> written = ranks ? Numbers::count : Numbers::score;
        page.open("td");
        value.ifPresentOrElse(
                one -> {
                    page.line("span", written.apply(one.macro().value()));
                    if (!Double.isNaN(one.macro().interval().low())) {
                        page.line(
                                "small",
                                "[%s, %s]"
                                        .formatted(
                                                written.apply(one.macro().interval().low()),
                                                written.apply(one.macro().interval().high())));
                    }
                },
                () -> page.text("–"));
        page.close();
    }

    private static String fairer(BiasMeasure.Direction direction) {
        return switch (direction) {
            case LOWER -> "lower";
            case HIGHER -> "higher";
            case ZERO -> "nearer 0";
        };
    }

    private void definitions(Measures measures) {
        page.line("h3", "What the measures are");
        page.open("dl", "class", "definitions");
        for (Measures.Row row : measures.rows()) {
            BiasReport.Measured measure = row.measure();
            page.line("dt", measure.name(), "id", "measure-" + measure.id());
            page.open("dd").line("p", measure.explanation().definition());
            page.line("p", measure.explanation().formula(), "class", "formula");
            page.line(
                    "p",
                    "%s Range: %s Trap: %s"
                            .formatted(
                                    measure.explanation().source(),
                                    measure.explanation().range(),
                                    measure.explanation().trap()));
            String references =
                    row.values().stream()
                            .flatMap(Optional::stream)
                            .limit(1)
                            .flatMap(value -> value.references().stream())
                            .map(reference -> reference.name())
                            .collect(Collectors.joining(", "));
            if (!references.isEmpty()) {
                page.line("p", "Compared with: " + references + ".");
            }
            page.close();
        }
        page.close();
    }

    /** The collection, with the backbone where there are several. */
    private String heading(CollectionFigures one) {
        return report.study().backbones().size() > 1
                ? one.collection() + ", " + one.backbone()
                : one.collection();
    }
}
