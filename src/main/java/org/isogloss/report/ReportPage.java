package org.isogloss.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isogloss.corpus.Lang;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.run.Environment;

/**
 * A study's report as one web page that needs nothing else: pictures and style are in it, nothing
 * is fetched and nothing runs. The same study gives the same page.
 */
final class ReportPage {
    /** By this an earlier report is told from other people's pages. */
    static final String GENERATOR = "<meta name=\"generator\" content=\"Isogloss";

    private static final int DIGEST_SEEN = 16;

    private final StudyReport report;
    private final Markup page = new Markup();
    private final ReportFigures figures = new ReportFigures(page);

    ReportPage(StudyReport report) {
        this.report = report;
    }

    /** The page; its head, which knows the colours of all figures, is made last. */
    String html() {
        page.open("body");
        page.block("header", header -> title());
        page.block("main", "id", "report", main -> sections());
        page.block("footer", footer -> foot());
        page.close();
        Markup whole = new Markup().trusted("<!DOCTYPE html>\n").open("html", "lang", "en");
        whole.block("head", this::head).trusted(page.page());
        return whole.close().page() + "\n";
    }

    private void head(Markup head) {
        head.open("meta", "charset", "utf-8");
        head.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        head.open("meta", "name", "generator", "content", "Isogloss " + Environment.version());
        head.open("meta", "name", "color-scheme", "content", "light dark");
        head.line("title", report.study().title() + " – study report");
        head.open("style").trusted(style() + choice() + figures.css()).close();
    }

    private void title() {
        StudySnapshot study = report.study();
        page.line("p", "Study report", "class", "kicker");
        page.line("h1", study.title());
        int planned = report.planned().size();
        page.line(
                "p",
                "%d of %d %s finished · %s · %s · %s · %s"
                        .formatted(
                                study.finished(),
                                planned,
                                planned == 1 ? "run" : "runs",
                                count(study.strategies().size(), "strategy", "strategies"),
                                count(study.backbones().size(), "backbone", "backbones"),
                                count(seeds().size(), "seed", "seeds"),
                                count(
                                        report.recipe().evaluation().size(),
                                        "test collection",
                                        "test collections")),
                "class",
                "lead");
        missing();
    }

    private void missing() {
        List<StudyReport.Missing> missing = report.missing();
        if (missing.isEmpty() && report.problems().isEmpty()) {
            return;
        }
        page.block(
                "aside",
                "class",
                "notice",
                notice -> {
                    notice.line("h2", "Not complete");
                    notice.line(
                            "p",
                            "What follows is what the finished runs found. Only seeds that all"
                                    + " strategies have finished are compared. These are missing:");
                    notice.open("ul");
                    for (StudyReport.Missing one : missing) {
                        notice.open("li").line("code", one.run()).text(" – " + one.why()).close();
                    }
                    report.problems().forEach(problem -> notice.line("li", report.told(problem)));
                    notice.close();
                });
    }

    private void sections() {
        new ReportScores(report, page, figures).write(this::question);
        if (!report.figures().sizes().isEmpty() || !report.figures().sizeProblems().isEmpty()) {
            page.block("section", "id", "size", section -> size());
        }
        page.block("section", "id", "learning", section -> learning());
        new ReportMethod(report, page).write();
    }

    /** The question and what ran to answer it. */
    private void question() {
        page.line("h2", "Question");
        page.line(
                "p",
                "A multilingual encoder is fine-tuned for retrieval on batches of questions and"
                        + " passages. Which batches leave it good at search within a language,"
                        + " across languages and in a pool of all languages, and even-handed"
                        + " between them? All models of this study are trained in the same way, but"
                        + (report.study().backbones().size() > 1
                                ? " for the backbone, what Settings says of it, and their batches:"
                                : " for their batches:"));
        page.open("dl");
        for (StrategyChoice strategy : report.study().strategies()) {
            page.open("dt").open("span", "class", "name");
            figures.mark(StrategyScores.style(strategy));
            page.text(StrategyScores.style(strategy).name()).close().close();
            page.line("dd", strategy.meaning());
        }
        page.close();
        page.line("h2", "What ran");
        runs();
        data();
        guard();
    }

    private void runs() {
        List<Long> seeds = seeds();
        page.open("table", "class", "compact");
        page.line("caption", "Runs by strategy, backbone and seed");
        page.open("thead").open("tr").line("th", "Strategy", "scope", "col");
        page.line("th", "Backbone", "scope", "col");
        seeds.forEach(seed -> page.line("th", "seed " + seed, "scope", "col"));
        page.close().close().open("tbody");
        for (StrategyChoice strategy : report.study().strategies()) {
            for (String backbone : report.study().backbones()) {
                String[] cells = new String[seeds.size() + 1];
                cells[0] = backbone;
                for (int i = 0; i < seeds.size(); i++) {
                    cells[i + 1] = state(strategy, backbone, seeds.get(i));
                }
                page.row(StrategyScores.style(strategy).name(), cells);
            }
        }
        page.close().close();
    }

    private String state(StrategyChoice strategy, String backbone, long seed) {
        return report.study().runs().stream()
                .filter(run -> run.spec().strategy().equals(strategy))
                .filter(run -> run.spec().backbone().name().equals(backbone))
                .filter(run -> run.spec().seed() == seed)
                .map(run -> StudyReport.words(run.phase()))
                .findFirst()
                .orElse("–");
    }

    private List<Long> seeds() {
        return report.study().runs().stream()
                .map(run -> run.spec().seed())
                .distinct()
                .sorted()
                .toList();
    }

    private void data() {
        page.open("table", "class", "compact");
        page.line("caption", "Data and weights");
        page.head("Name", "Used for", "Licence beside it", "SHA-256").open("tbody");
        for (StudyReport.Source source : report.sources()) {
            page.open("tr").line("th", source.name(), "scope", "row");
            page.line("td", source.role());
            page.line("td", source.licence().isEmpty() ? "none found" : source.licence());
            String digest = source.sha256();
            page.open("td");
            if (digest.isEmpty()) {
                page.text("not written down");
            } else {
                String seen = digest.substring(0, Math.min(DIGEST_SEEN, digest.length()));
                page.open("code", "title", digest).text(seen + "…").close();
            }
            page.close().close();
        }
        page.close().close();
        page.line("p", "Whole digests stand in tables/data.csv.", "class", "note");
    }

    private void guard() {
        List<String> collections = report.study().collections();
        if (collections.isEmpty()) {
            return;
        }
        page.line("h3", "Is the test data in the training data?");
        page.open("dl");
        for (String collection : collections) {
            page.line("dt", collection);
            page.line("dd", guard(collection));
        }
        page.close();
        page.line(
                "p",
                "Test questions and passages were compared with all training texts by id, text,"
                        + " near copy and article. What the backbone was trained on before is not"
                        + " known.",
                "class",
                "note");
    }

    private String guard(String collection) {
        Set<String> verdicts =
                report.study().runs().stream()
                        .flatMap(run -> run.evaluations().stream())
                        .filter(evaluation -> evaluation.collection().equals(collection))
                        .map(evaluation -> evaluation.zeroShot())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        String all = String.join(" / ", verdicts);
        return all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1);
    }

    /** What becomes of scores and leads as models grow. */
    private void size() {
        page.line("h2", "Model size");
        for (String problem : report.figures().sizeProblems()) {
            page.line("p", "Not shown: " + report.told(problem), "class", "note");
        }
        for (SizeFigures sizes : report.figures().sizes()) {
            page.line("h3", sizes.collection());
            page.open("ul");
            for (SizeFigures.Measured measured : sizes.measures()) {
                measured.sentences().forEach(sentence -> page.line("li", sentence));
            }
            page.close();
            figures.grid(sizes.measures().stream().map(SizeFigures.Measured::values).toList());
            figures.grid(sizes.measures().stream().map(SizeFigures.Measured::leads).toList());
        }
    }

    private void learning() {
        page.line("h2", "How they learnt");
        if (report.figures().learning().isEmpty()) {
            page.line("p", "No run has made a step yet.");
        }
        figures.grid(report.figures().learning());
    }

    private void foot() {
        page.line(
                "p",
                "Made by Isogloss %s from the folders of the runs. The numbers of every figure and table stand as comma-separated values in the folder tables beside this page."
                        .formatted(Environment.version()));
    }

    private static String count(int n, String one, String several) {
        return n + " " + (n == 1 ? one : several);
    }

    private static String style() {
        try (InputStream css = ReportPage.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the report's style sheet", e);
        }
    }

    /**
     * On a screen only the chosen of the measures is shown; print has them all, and so has a
     * browser too old to tell which is chosen.
     */
    private String choice() {
        List<CollectionFigures> all = report.figures().collections();
        int measures = all.isEmpty() ? 0 : all.get(0).cells().size();
        if (measures < 2) {
            return "";
        }
        String chosen =
                IntStream.range(0, measures)
                        .mapToObj(i -> "section:has(#choose-%d:checked) .choice-%d".formatted(i, i))
                        .collect(Collectors.joining(", "));
        return """
                @supports selector(:has(a)) {
                  @media screen { .choice { display: none } %s { display: block } }
                }
                @supports not selector(:has(a)) { fieldset { display: none } }
                """
                .formatted(chosen);
    }

    /** The languages of a collection: code, English name and own name. */
    static void languages(Markup page, List<Lang> languages) {
        page.open("p", "class", "languages");
        for (Lang lang : languages) {
            page.open("span").line("b", lang.tag()).text(" " + lang.englishName() + " ");
            page.line(
                    "span",
                    lang.ownName(),
                    "lang",
                    lang.tag(),
                    "dir",
                    lang.rightToLeft() ? "rtl" : "ltr");
            page.close().text(" ");
        }
        page.close();
    }
}
