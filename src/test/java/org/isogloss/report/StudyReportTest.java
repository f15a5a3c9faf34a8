package org.isogloss.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Halving;
import org.isogloss.experiment.Study;
import org.isogloss.figure.Figure;
import org.isogloss.run.EventLog;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.ui.StudyFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class StudyReportTest {
    @TempDir private static Path shared;
    private static StudyFixture complete;
    private static Document finished;

    @TempDir private Path home;

    @BeforeAll
    static void report() throws Exception {
        complete = new StudyFixture(shared.resolve("runs"), List.of(1L, 2L)).finish(6);
        finished = written(study(complete), shared);
    }

    private static Path study(StudyFixture fixture) {
        return fixture.shelf().path().resolve(fixture.study().name());
    }

    private StudyFixture fixture(int finished) {
        return new StudyFixture(home.resolve("runs"), List.of(1L, 2L)).finish(finished);
    }

    private Document written(Path study) throws Exception {
        return written(study, home);
    }

    private static Document written(Path study, Path home) throws Exception {
        ReportFolder folder = new ReportFolder(home.resolve("report"));
        folder.write(StudyReport.of(study, CellMeasure.USUAL));
        return parsed(Files.readString(folder.page()));
    }

    /** Well-formed XML is stricter than what a browser takes. */
    private static Document parsed(String page)
            throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page)));
    }

    private static List<Element> all(Document page, String element) {
        NodeList found = page.getElementsByTagName(element);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static String text(Document page) {
        return page.getDocumentElement().getTextContent();
    }

    @Test
    void aHalvedStudySaysHowItWasHalved() throws Exception {
        StudyFixture fixture = new StudyFixture(home.resolve("runs"), List.of(1L, 2L));
        Study whole = fixture.study();
        Study halved =
                new Study(
                        whole.name(),
                        whole.title(),
                        whole.strategies(),
                        whole.backbones(),
                        whole.seeds(),
                        whole.recipe().withOptimisation(Map.of("steps", 600.0, "patience", 0.0)),
                        null,
                        new Halving(null, 1));
        JsonFile.write(fixture.shelf().studyFile(halved.name()), halved);
        for (ExperimentSpec spec : halved.plan()) {
            if (spec.strategy().id().equals("monolingual")) {
                RunFolder run = RunFolder.create(fixture.shelf().path(), spec, Map.of());
                try (EventLog log = run.openLog(Clock.systemUTC())) {
                    log.append(new RunEvent.Dropped(300, "Left at step 300 of 600."));
                }
            } else {
                fixture.finish(spec);
            }
        }

        assertThat(text(written(study(fixture))))
                .contains("after step 300 the better 2 of 3 went on, of 600 steps")
                .contains("multilingual mAP in the probe of unseen-pairs")
                .contains("Runs left behind stand in no figure or table.")
                .contains("dropped by halving: Left at step 300 of 600.")
                .contains("4 of 6 runs finished");
    }

    @Test
    void aFinishedStudyIsToldWithItsNumbers() throws Exception {
        StudyFixture fixture = complete;
        Document page = finished;
        assertThat(text(page))
                .contains("6 of 6 runs finished")
                .doesNotContain("Not complete")
                .contains("Zero-shot: no overlap with the training data found")
                .contains("not stated in the paper: our choice")
                .contains("isogloss study run study.json --runs runs")
                .contains("elmahdy2024synergistic");
        double map =
                StudyFixture.LANGUAGES.stream()
                        .mapToDouble(
                                lang ->
                                        (StudyFixture.evaluation(spec(fixture, 0), "unseen-pairs")
                                                                .map()
                                                                .value(lang, lang)
                                                        + StudyFixture.evaluation(
                                                                        spec(fixture, 3),
                                                                        "unseen-pairs")
                                                                .map()
                                                                .value(lang, lang))
                                                / 2)
                        .average()
                        .orElseThrow();
        String shown = String.format(Locale.ROOT, "%.3f", map).substring(1);
        assertThat(all(page, "table").stream().map(Element::getTextContent))
                .anyMatch(table -> table.contains("monolingual" + shown));
    }

    private static ExperimentSpec spec(StudyFixture fixture, int place) {
        return fixture.study().plan().get(place);
    }

    @Test
    void nothingIsFetchedAndEveryLinkLeadsSomewhere() throws Exception {
        Document page = finished;
        Set<String> ids = new HashSet<>();
        List<String> twice = new ArrayList<>();
        for (Element element : all(page, "*")) {
            String id = element.getAttribute("id");
            if (!id.isEmpty() && !ids.add(id)) {
                twice.add(id);
            }
            assertThat(element.hasAttribute("src")).isFalse();
        }
        assertThat(twice).isEmpty();
        for (Element link : all(page, "a")) {
            String target = link.getAttribute("href");
            if (target.startsWith("#")) {
                assertThat(ids).contains(target.substring(1));
            } else {
                assertThat(shared.resolve("report").resolve(target)).isRegularFile();
            }
        }
        assertThat(all(page, "link")).isEmpty();
        assertThat(all(page, "script")).isEmpty();
    }

    @Test
    void whoCannotSeeFiguresIsToldThem() throws Exception {
        Document page = finished;
        List<Element> figures = all(page, "figure");
        // three heatmaps, two differences, two of the pool of all, two charts by language and two
        // curves a collection
        assertThat(figures).hasSize(2 * 11 + 1);
        for (Element figure : figures) {
            Element picture = (Element) figure.getElementsByTagName("div").item(0);
            assertThat(picture.getAttribute("role")).isEqualTo("img");
            assertThat(picture.getAttribute("aria-label")).hasSizeGreaterThan(100);
            assertThat(figure.getElementsByTagName("svg").getLength()).isEqualTo(1);
        }
        assertThat(all(page, "th")).allMatch(head -> !head.getAttribute("scope").isEmpty());
    }

    @Test
    void languagesAreNamedInTheirOwnScripts() throws Exception {
        Document page = finished;
        assertThat(all(page, "span"))
                .filteredOn(span -> span.getAttribute("lang").equals("ar"))
                .singleElement()
                .satisfies(
                        name -> {
                            assertThat(name.getTextContent()).isEqualTo("العربية");
                            assertThat(name.getAttribute("dir")).isEqualTo("rtl");
                        });
        assertThat(text(page)).contains("हिन्दी", "ไทย", "中文");
    }

    @Test
    void anUnfinishedStudySaysWhatIsMissing() throws Exception {
        StudyFixture fixture = fixture(2);
        RunFolder failed = RunFolder.create(fixture.shelf().path(), spec(fixture, 2), Map.of());
        try (EventLog log = failed.openLog(Clock.systemUTC())) {
            log.append(new RunEvent.Failed("the loss is NaN at step 3"));
        }
        Document page = written(study(fixture));
        assertThat(text(page))
                .contains("2 of 6 runs finished")
                .contains("Not complete")
                .contains("hybrid-0.50-nano-1 – failed: the loss is NaN at step 3")
                .contains("monolingual-nano-2 – waits for its turn");
        assertThat(all(page, "figure")).isNotEmpty();
    }

    @Test
    void aStudyThatScoredNothingStillHasAReport() throws Exception {
        Document page = written(study(fixture(0)));
        assertThat(text(page))
                .contains("0 of 6 runs finished")
                .contains("No run of this study has been scored yet");
    }

    @Test
    void namesThatLookLikeMarkupStayText() throws Exception {
        String hostile = "<script>alert('x')</script> & \"quoted\" </title>";
        StudyFixture fixture = fixture(3);
        Study own = fixture.study();
        JsonFile.write(
                fixture.shelf().studyFile(own.name()),
                new Study(
                        own.name(),
                        hostile,
                        own.strategies(),
                        own.backbones(),
                        own.seeds(),
                        own.recipe()));
        RunFolder failed = RunFolder.create(fixture.shelf().path(), spec(fixture, 4), Map.of());
        try (EventLog log = failed.openLog(Clock.systemUTC())) {
            log.append(new RunEvent.Failed("<img src=x onerror=alert(1)>\u0000\u0007"));
        }
        Document page = written(study(fixture));
        assertThat(all(page, "script")).isEmpty();
        assertThat(all(page, "img")).isEmpty();
        assertThat(all(page, "h1").get(0).getTextContent()).isEqualTo(hostile);
        assertThat(all(page, "title").get(0).getTextContent()).startsWith(hostile);
        assertThat(text(page)).contains("<img src=x onerror=alert(1)>");
    }

    @Test
    void theSameStudyGivesTheSameReport() throws Exception {
        String first = Files.readString(shared.resolve("report/index.html"));
        assertThat(new ReportPage(StudyReport.of(study(complete), CellMeasure.USUAL)).html())
                .isEqualTo(first);
    }

    @Test
    void figuresOfAllCollectionsHaveNamesOfTheirOwn() {
        StudyReport report = StudyReport.of(study(complete), CellMeasure.USUAL);
        assertThat(report.figures().all().stream().map(Figure::id)).doesNotHaveDuplicates();
    }

    @Test
    void pathsOfTheMachineAreNotTold() throws Exception {
        assertThat(text(finished)).doesNotContain(shared.toAbsolutePath().toString());
    }

    @Test
    void onlyAnEarlierReportIsWrittenOver() throws Exception {
        ReportFolder folder = new ReportFolder(home.resolve("report"));
        folder.requireOwn();
        folder.write(StudyReport.of(study(fixture(0)), CellMeasure.USUAL));
        folder.requireOwn();
        Path other = Files.createDirectories(home.resolve("other"));
        new ReportFolder(other).requireOwn();
        Files.writeString(other.resolve("index.html"), "<html>my page</html>\n");
        assertThatThrownBy(() -> new ReportFolder(other).requireOwn())
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("holds files that are no report");
    }

    @Test
    void aPageInAnotherEncodingIsNoReport() throws Exception {
        Path other = Files.createDirectory(home.resolve("other"));
        Files.write(other.resolve("index.html"), new byte[] {'<', (byte) 0xe9, '>', '\n'});

        assertThatThrownBy(() -> new ReportFolder(other).requireOwn())
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("holds files that are no report");
    }

    @Test
    void aRunThatCannotBeReadIsNotSaidToWait() throws Exception {
        StudyFixture fixture = fixture(6);
        Path spec = study(fixture).resolve(fixture.study().plan().get(5).id()).resolve("spec.json");
        Files.writeString(spec, "{");

        String text = text(written(study(fixture)));

        assertThat(text).contains(fixture.study().plan().get(5).id() + " – cannot be read");
        assertThat(text).doesNotContain("not started");
    }

    @Test
    void ofSeveralMeasuresTheReaderChoosesWithoutAProgram() throws Exception {
        Document page = finished;

        List<Element> choices = all(page, "input");

        assertThat(choices).extracting(one -> one.getAttribute("type")).containsOnly("radio");
        assertThat(choices)
                .extracting(one -> one.getAttribute("checked"))
                .containsExactly("checked", "");
        assertThat(all(page, "label"))
                .extracting(Element::getTextContent)
                .containsExactly("mAP, language pairs", "mAP, multilingual pool");
        for (int i = 0; i < choices.size(); i++) {
            String chosen = "choice choice-" + i;
            assertThat(all(page, "div"))
                    .filteredOn(one -> one.getAttribute("class").equals(chosen))
                    .singleElement()
                    .satisfies(
                            one ->
                                    assertThat(one.getElementsByTagName("svg").getLength())
                                            .isPositive());
            assertThat(all(page, "style").get(0).getTextContent())
                    .contains("section:has(#choose-" + i + ":checked) .choice-" + i);
        }
    }

    @Test
    void oneMeasureAloneLeavesNothingToChoose() throws Exception {
        String page =
                new ReportPage(StudyReport.of(study(complete), List.of(CellMeasure.MAP))).html();

        assertThat(all(parsed(page), "input")).isEmpty();
        assertThat(page).doesNotContain("multilingual pool over").doesNotContain(":has(");
    }

    @Test
    void aMeasureThatRunsDoNotHaveIsRefused() {
        CellMeasure unknown = new CellMeasure("ndcg_cut_10", CellMeasure.Pool.ANSWER_LANGUAGE);

        assertThatThrownBy(() -> StudyReport.of(study(complete), List.of(unknown)))
                .isInstanceOf(BadInputException.class);
    }

    @Test
    void aFolderWithoutRunsIsRefused() {
        assertThatThrownBy(() -> StudyReport.of(home, CellMeasure.USUAL))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("holds no runs");
    }
}
