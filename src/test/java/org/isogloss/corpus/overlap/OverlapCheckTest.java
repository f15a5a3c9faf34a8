package org.isogloss.corpus.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.ParallelItem;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.format.DatasetFormats;
import org.isogloss.corpus.overlap.OverlapVerdict.Outcome;
import org.isogloss.corpus.overlap.PairOverlap.Count;
import org.junit.jupiter.api.Test;

class OverlapCheckTest {
    private static final Path WORLD_FACTS = Path.of("sample-data", "world-facts");
    private static final Lang EN = new Lang("en");
    private static final Lang TH = new Lang("th");
    private static final Pair TOWER =
            new Pair(
                    "Who designed the tower that opened in Paris in 1889?",
                    "Engineers at Eiffel's company drew up the iron tower for the fair.");
    private static final Pair RIVER =
            new Pair(
                    "Which river flows through the capital of Hungary?",
                    "The Danube divides the city into Buda and Pest.");
    private static final Pair THAI_TOWER =
            new Pair(
                    "ใครออกแบบหอคอยที่เปิดในปารีส",
                    "วิศวกรของบริษัทไอเฟลเป็นผู้ออกแบบหอคอยเหล็กนี้");

    @Test
    void findsNothingBetweenSetsThatHaveNothingInCommon() {
        OverlapReport report = check(item("tower-of-paris", EN, TOWER), item("b", EN, RIVER));

        assertThat(report.pairs().get(0).counts()).isEmpty();
        assertThat(report.pairs().get(0).overlapping()).isEmpty();
        assertThat(report.verdict("test").outcome()).isEqualTo(Outcome.ZERO_SHOT);
        assertThat(report.verdict("test").sentence())
                .isEqualTo("zero-shot: no overlap with the training data found");
    }

    @Test
    void findsTheSameQuestionByItsIdInAnotherLanguage() {
        OverlapReport report =
                check(
                        item("56be4db0acb8001400a502ec", EN, TOWER),
                        item("56be4db0acb8001400a502ec", TH, THAI_TOWER));

        assertThat(report.pairs().get(0).counts())
                .containsExactly(
                        new Count(OverlapKind.ID, TextSide.QUESTION, TextSide.QUESTION, TH, 1));
        assertThat(report.overlapping(0)).containsExactly("56be4db0acb8001400a502ec");
        assertThat(report.verdict("test").sentence())
                .isEqualTo("overlap: 1 of 1 questions trained on");
    }

    @Test
    void takesEqualRunningNumbersForChanceUnlessTheTextsBearThemOut() {
        assertThat(check(item("q-17", EN, TOWER), item("q-17", EN, RIVER)).pairs().get(0))
                .satisfies(
                        pair -> {
                            assertThat(pair.counts()).isEmpty();
                            assertThat(pair.equalRunningNumbers()).isEqualTo(1);
                        });
        Pair other = new Pair("Who designed the famous tower of Paris?", "Nobody knows his name.");
        assertThat(check(item("q-17", EN, TOWER), item("q-17", EN, other)).pairs().get(0))
                .satisfies(
                        pair -> {
                            assertThat(pair.counts())
                                    .extracting(Count::kind)
                                    .containsExactly(OverlapKind.ID);
                            assertThat(pair.equalRunningNumbers()).isZero();
                        });
    }

    @Test
    void findsTextsAcrossSidesAndAmongHardNegatives() {
        Pair turned = new Pair(RIVER.passage(), "A long answer about something else altogether.");
        Pair negative = new Pair("A question of its own?", "Its answer.", List.of(TOWER.passage()));

        PairOverlap pair =
                between(
                                List.of(item("a", EN, turned), item("b", EN, negative)),
                                List.of(item("c", EN, TOWER), item("d", EN, RIVER)))
                        .pairs()
                        .get(0);

        assertThat(pair.counts())
                .containsExactly(
                        new Count(OverlapKind.EXACT, TextSide.PASSAGE, TextSide.QUESTION, EN, 1),
                        new Count(OverlapKind.EXACT, TextSide.PASSAGE, TextSide.PASSAGE, EN, 1));
        assertThat(pair.overlapping()).containsExactly("a", "b");
        assertThat(pair.examples())
                .extracting(example -> example.training().id() + " " + example.evaluation().id())
                .contains("a en_d");
    }

    @Test
    void findsQuestionsAboutATrainedArticle() {
        OverlapReport report =
                check(
                        new ParallelItem("a", "a", Map.of(EN, TOWER), "Eiffel_Tower"),
                        new ParallelItem("b", "b", Map.of(EN, RIVER), "Eiffel tower"));

        assertThat(report.verdict("test").outcome()).isEqualTo(Outcome.SAME_ARTICLES);
        assertThat(report.verdict("test").sentence()).isEqualTo("same articles: 1 of 1 questions");
        assertThat(report.overlapping(0)).as("an article is no reason to leave out").isEmpty();
    }

    @Test
    void callsManyFillingsOfOneSentenceAPatternAndFewANearCopy() {
        List<ParallelItem> templates = new ArrayList<>();
        for (String land :
                List.of("Peru", "Chad", "Mali", "Cuba", "Iran", "Iraq", "Laos", "Oman")) {
            templates.add(asked(land));
        }
        OverlapReport few = between(templates, List.of(asked("Togo")));
        templates.add(asked("Fiji"));
        templates.add(asked("Gabon"));
        OverlapReport many = between(templates, List.of(asked("Togo")));

        assertThat(few.verdict("test").outcome()).isEqualTo(Outcome.NEAR_COPIES);
        assertThat(many.verdict("test").sentence())
                .isEqualTo(
                        "zero-shot: no overlap with the training data found;"
                                + " trained patterns: 1 of 1 questions");
        assertThat(many.overlapping(0)).isEmpty();
    }

    private static ParallelItem asked(String land) {
        return item(
                land,
                EN,
                new Pair("What is the official currency of " + land + "?", land + " " + land));
    }

    @Test
    void judgesTheBundledStudyByWhatItIs() {
        ParallelCorpus training = DatasetFormats.read(WORLD_FACTS.resolve("train.jsonl")).items();
        List<TestCollection> tests =
                List.of(
                        DatasetFormats.read(WORLD_FACTS.resolve("unseen-pairs.jsonl")).collection(),
                        DatasetFormats.read(WORLD_FACTS.resolve("unseen-countries.jsonl"))
                                .collection());

        OverlapReport report =
                new OverlapCheck()
                        .between(List.of(training), tests, Progress.NONE, Cancellation.NEVER);

        for (OverlapVerdict verdict : report.verdicts()) {
            assertThat(verdict.questions() + verdict.passages())
                    .as("facts are split so that no text stands on both sides")
                    .isZero();
            assertThat(verdict.outcome()).isEqualTo(Outcome.NEAR_COPIES);
        }
        assertThat(report.verdict("unseen-pairs").samePattern())
                .as("of 2,112 questions in trained phrasings")
                .isBetween(2050, 2112);
        assertThat(report.verdict("unseen-pairs").nearQuestions())
                .as("two Congos and the like")
                .isBetween(1, 20);
    }

    @Test
    void saysTheSameAgainAndAsJson() {
        List<ParallelItem> items = List.of(item("a", EN, TOWER), item("b", TH, THAI_TOWER));
        OverlapReport once = between(items, items);

        assertThat(between(items, items)).isEqualTo(once);
        assertThat(JsonFile.convert(once, OverlapReport.class)).isEqualTo(once);
        assertThat(JsonFile.line(once.verdicts().get(0))).contains("\"outcome\":\"overlap\"");
    }

    @Test
    void joinsWhatSeveralTrainingSetsHaveWithoutCountingTwice() {
        ParallelCorpus one = new ParallelCorpus("one", List.of(item("a", EN, TOWER)));
        TestCollection test = new ParallelCorpus("test", one.items()).collection();

        OverlapReport report =
                new OverlapCheck()
                        .between(
                                List.of(one, one),
                                List.of(test),
                                Progress.NONE,
                                Cancellation.NEVER);

        assertThat(report.pairs()).hasSize(2);
        assertThat(report.verdict("test").questions()).isEqualTo(1);
    }

    @Test
    void stopsWhenAskedTo() {
        List<ParallelItem> items = List.of(item("a", EN, TOWER));
        TestCollection test = new ParallelCorpus("test", items).collection();

        assertThatThrownBy(
                        () ->
                                new OverlapCheck()
                                        .between(
                                                List.of(new ParallelCorpus("training", items)),
                                                List.of(test),
                                                Progress.NONE,
                                                () -> true))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void refusesAThresholdAtWhichItWouldMissWhatItPromises() {
        assertThatThrownBy(() -> new OverlapCheck(0.3))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("between 0.5 and 1.0");
    }

    private static OverlapReport check(ParallelItem training, ParallelItem evaluation) {
        return between(List.of(training), List.of(evaluation));
    }

    private static OverlapReport between(List<ParallelItem> training, List<ParallelItem> test) {
        return new OverlapCheck()
                .between(
                        List.of(new ParallelCorpus("training", training)),
                        List.of(new ParallelCorpus("test", test).collection()),
                        Progress.NONE,
                        Cancellation.NEVER);
    }

    private static ParallelItem item(String id, Lang lang, Pair pair) {
        Map<Lang, Pair> pairs = new LinkedHashMap<>();
        pairs.put(lang, pair);
        return new ParallelItem(id, id, pairs);
    }
}
