package org.isogloss.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.figure.LanguagePairDifference;
import org.isogloss.figure.LanguagePairHeatmap;
import org.isogloss.figure.PoolHeatmap;
import org.isogloss.figure.export.PaperTable;
import org.isogloss.report.CellMeasure;
import org.isogloss.report.LanguageOrder;
import org.isogloss.report.SizedStudy;
import org.isogloss.report.StudyWatch;
import org.isogloss.run.KeptScores;
import org.isogloss.ui.StudyFixture;
import org.isogloss.ui.study.FoundRankings;
import org.isogloss.ui.study.StudySelection;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsViewModelTest {
    @TempDir private Path runs;

    private ResultsViewModel model(int finished) {
        return model(finished, new InlineTasks());
    }

    private ResultsViewModel model(int finished, BackgroundTasks tasks) {
        StudyFixture fixture = new StudyFixture(runs, List.of(1L));
        fixture.finish(finished);
        StudySelection selection =
                new StudySelection(
                        new StudyWatch(fixture.shelf(), problem -> {}), new InlineTasks());
        ResultsViewModel model =
                new ResultsViewModel(
                        selection,
                        new FoundRankings(PoolPlace.NONE),
                        new KeptScores(),
                        PoolPlace.NONE,
                        tasks);
        selection.start();
        return model;
    }

    @Test
    void showsAHeatmapForEachStrategyOfEachCollection() {
        ResultsViewModel model = model(3);

        assertThat(model.shown().get())
                .extracting(CollectionResults::collection)
                .containsExactly("unseen-pairs", "unseen-countries");
        assertThat(model.shown().get())
                .allSatisfy(
                        one ->
                                assertThat(one.heatmaps())
                                        .extracting(CollectionResults.Panel::heading)
                                        .containsExactly(
                                                "monolingual", "cross-lingual", "hybrid α .50"));
    }

    @Test
    void printsTheZeroShotVerdictUnderEveryFigure() {
        assertThat(model(3).shown().get())
                .flatExtracting(
                        one ->
                                Stream.concat(one.heatmaps().stream(), one.differences().stream())
                                        .map(panel -> panel.figure().subtitle())
                                        .toList())
                .hasSize(10)
                .allMatch(
                        line ->
                                line.endsWith(
                                        "zero-shot: no overlap with the training data found"));
    }

    @Test
    void drawsAllHeatmapsOnOneScale() {
        assertThat(model(3).shown().get())
                .flatExtracting(CollectionResults::heatmaps)
                .extracting(panel -> ((LanguagePairHeatmap) panel.figure()).limits())
                .hasSize(6)
                .containsOnly(model(3).shown().get().get(0).scale());
    }

    @Test
    void showsTheChosenCollectionAlone() {
        ResultsViewModel model = model(3);

        model.selection().collection().set("unseen-countries");
        model.sideBySide().set(false);

        assertThat(model.shown().get())
                .extracting(CollectionResults::collection)
                .containsExactly("unseen-countries");
    }

    @Test
    void comparesAllOthersWithTheBaseline() {
        ResultsViewModel model = model(3);
        assertThat(model.baseline().get()).isEqualTo("monolingual");

        model.baseline().set("cross-lingual");

        assertThat(model.shown().get().get(0).differences())
                .extracting(CollectionResults.Panel::heading)
                .containsExactly("monolingual − cross-lingual", "hybrid α .50 − cross-lingual");
    }

    @Test
    void ordersTheLanguagesOfAllHeatmapsAndDifferencesAlike() {
        ResultsViewModel model = model(3);
        model.order().set(LanguageOrder.SCORE);

        List<Lang> first =
                ((LanguagePairHeatmap) model.shown().get().get(0).heatmaps().get(0).figure())
                        .scores()
                        .questionLanguages();
        assertThat(first).isNotEqualTo(StudyFixture.LANGUAGES).startsWith(new Lang("en"));
        for (CollectionResults one : model.shown().get()) {
            assertThat(one.heatmaps())
                    .allMatch(
                            panel ->
                                    ((LanguagePairHeatmap) panel.figure())
                                            .scores()
                                            .answerLanguages()
                                            .equals(first));
            assertThat(one.differences())
                    .allMatch(
                            panel ->
                                    ((LanguagePairDifference) panel.figure())
                                            .run()
                                            .table()
                                            .questionLanguages()
                                            .equals(first));
        }
    }

    @Test
    void aCellOfAnOrderedHeatmapIsThePairThatStandsThere() {
        ResultsViewModel model = model(3);
        model.order().set(LanguageOrder.SCORE);
        CollectionResults results = model.shown().get().get(0);
        CollectionResults.Panel panel = results.heatmaps().get(0);
        LanguagePairHeatmap heatmap = (LanguagePairHeatmap) panel.figure();

        model.ask(results, panel, 1);

        PairQuestionsViewModel.Asked asked = model.questions().asked().get().orElseThrow();
        assertThat(asked.question()).isEqualTo(heatmap.scores().questionLanguages().get(0));
        assertThat(asked.answer()).contains(heatmap.scores().answerLanguages().get(1));
    }

    @Test
    void followsTheMetricChosen() {
        ResultsViewModel model = model(3);
        new WrittenScores(model.selection().snapshot().get()).of("ndcg_cut_10");

        model.measure().set(new CellMeasure("ndcg_cut_10", CellMeasure.Pool.ANSWER_LANGUAGE));

        assertThat(model.definition().get())
                .startsWith("nDCG@10 among passages of the answer language alone");
        CollectionResults.Panel hybrid = model.shown().get().get(0).heatmaps().get(2);
        assertThat(((LanguagePairHeatmap) hybrid.figure()).scores().values().get(4).get(7))
                .isEqualTo(.4, Offset.offset(1e-12));
        assertThat(hybrid.figure().title()).isEqualTo("nDCG@10 by language pair: hybrid α .50");
        assertThat(hybrid.note()).isEqualTo("mono .400 · cross .400 · multi .200");
    }

    @Test
    void keepsTheOldHeatmapsWhileScoresAreReadElsewhereAndDropsWhatWasReadForAnOlderChoice() {
        HeldTasks held = new HeldTasks();
        ResultsViewModel model = model(3, held);
        held.finishAll();
        new WrittenScores(model.selection().snapshot().get()).of("recall_1");
        CellMeasure pairs = new CellMeasure("recall_1", CellMeasure.Pool.ANSWER_LANGUAGE);
        CellMeasure pool = new CellMeasure("recall_1", CellMeasure.Pool.ALL_LANGUAGES);

        model.measure().set(pairs);
        model.measure().set(pool);
        assertThat(seen(model)).isEqualTo(CellMeasure.MAP);
        assertThat(model.definition().get()).isEqualTo("Reading the scores of all runs…");

        held.finishNext(); // that of pairs
        assertThat(seen(model)).isEqualTo(CellMeasure.MAP);

        held.finishAll();
        assertThat(seen(model)).isEqualTo(pool);
        assertThat(model.definition().get()).startsWith("R@1 among passages of all languages");
    }

    private static CellMeasure seen(ResultsViewModel model) {
        return model.shown().get().get(0).measure();
    }

    /** Does nothing before it is told to. */
    private static final class HeldTasks implements BackgroundTasks {
        private final Deque<Runnable> held = new ArrayDeque<>();
        private final InlineTasks inline = new InlineTasks();

        @Override
        public <T> void run(Supplier<T> work, Consumer<T> done, Runnable ended) {
            held.add(() -> inline.run(work, done, ended));
        }

        @Override
        public <T> Repetition repeat(Duration rest, Supplier<T> work, Consumer<T> done) {
            throw new AssertionError("nothing is repeated here");
        }

        void finishNext() {
            held.remove().run();
        }

        void finishAll() {
            while (!held.isEmpty()) {
                finishNext();
            }
        }
    }

    @Test
    void showsThePoolOfAllLanguagesAsOneMapOfStrategiesWhoseCellsHaveQuestions() {
        ResultsViewModel model = model(3);
        new WrittenScores(model.selection().snapshot().get()).of("recall_10");

        model.measure().set(new CellMeasure("recall_10", CellMeasure.Pool.ALL_LANGUAGES));

        CollectionResults results = model.shown().get().get(0);
        assertThat(results.heatmaps()).hasSize(1);
        PoolHeatmap pool = (PoolHeatmap) results.heatmaps().get(0).figure();
        assertThat(pool.rows())
                .extracting(row -> row.values().get(new Lang("th")))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1)
                .containsExactly(0.0, .1, .2);
        PoolHeatmap gains = (PoolHeatmap) results.differences().get(0).figure();
        assertThat(gains.baseline()).isEqualTo("monolingual");
        assertThat(gains.rows())
                .extracting(PoolHeatmap.Row::strategy)
                .containsExactly("cross-lingual", "hybrid α .50");

        model.ask(results, results.differences().get(0), StudyFixture.LANGUAGES.size() + 1);

        PairQuestionsViewModel.Asked asked = model.questions().asked().get().orElseThrow();
        assertThat(asked.strategy().name()).isEqualTo("hybrid α .50");
        assertThat(asked.question()).isEqualTo(StudyFixture.LANGUAGES.get(1));
        assertThat(asked.answer()).isEmpty();
        assertThat(asked.base())
                .hasValueSatisfying(b -> assertThat(b.name()).isEqualTo("monolingual"));
    }

    @Test
    void showsAnotherStudyWithOtherStrategies() {
        ResultsViewModel model = model(3);
        new SizedStudy(runs, List.of(8, 16));

        model.selection().study().set("sizes");

        assertThat(model.chosen()).containsExactly("monolingual", "cross-lingual");
        assertThat(model.shown().get().get(0).heatmaps()).hasSize(2);
    }

    @Test
    void saysWhatToDoWhereOlderRunsLackTheMetricAndKeepsTheMeans() {
        ResultsViewModel model = model(3);
        new WrittenScores(model.selection().snapshot().get()).of("map");

        model.measure().set(new CellMeasure("recip_rank", CellMeasure.Pool.ANSWER_LANGUAGE));

        assertThat(model.definition().get()).contains("recip_rank", "isogloss rescore");
        assertThat(model.shown().get().get(0).heatmaps()).isEmpty();
        assertThat(model.shown().get().get(0).scores()).hasSize(3);
    }

    @Test
    void putsLanguagesThatWereNeverTrainedOnLastAndInBrackets() {
        ResultsViewModel model = model(3);
        new WrittenScores(model.selection().snapshot().get()).exposure();

        model.order().set(LanguageOrder.EXPOSURE);

        LanguagePairHeatmap first =
                (LanguagePairHeatmap) model.shown().get().get(0).heatmaps().get(0).figure();
        assertThat(first.scores().answerLanguages())
                .startsWith(new Lang("th"), new Lang("de"), new Lang("ar"));
        assertThat(first.unseen()).hasSize(9).doesNotContain(new Lang("th"), new Lang("de"));
        assertThat(first.explanation()).contains("languages in brackets were never trained on");
        assertThat(model.definition().get())
                .contains("th 100.0 %, de 50.0 %. Never trained on, in brackets: ar, el, en");
    }

    @Test
    void saysWhyTrainingCannotBeToldAndKeepsTheOrderOfTheData() {
        ResultsViewModel model = model(3);

        model.order().set(LanguageOrder.EXPOSURE);

        assertThat(model.definition().get()).contains("train.jsonl", "put the old one back");
        LanguagePairHeatmap first =
                (LanguagePairHeatmap) model.shown().get().get(0).heatmaps().get(0).figure();
        assertThat(first.scores().questionLanguages()).isEqualTo(StudyFixture.LANGUAGES);
        assertThat(first.unseen()).isEmpty();
    }

    @Test
    void givesTheMeansOfEachCollectionAsATableForAPaper() {
        ResultsViewModel model = model(3);

        assertThat(model.means())
                .extracting(PaperTable::id)
                .containsExactly("means-unseen-pairs", "means-unseen-countries");
        PaperTable means = model.means().get(0);
        assertThat(means.printed().rows())
                .extracting(row -> row.get(0))
                .containsExactly("monolingual", "cross-lingual", "hybrid α .50");
        assertThat(means.provenance().runs()).hasSize(3);
    }

    @Test
    void saysThatThePaperHasNoNumbersOnTheCollectionsShown() {
        ResultsViewModel model = model(3);
        assertThat(model.referenceWords().get()).isEmpty();

        model.reference().set(true);

        assertThat(model.referenceWords().get())
                .contains("no such means on unseen-pairs", "no such means on unseen-countries");
        assertThat(model.shown().get()).allMatch(one -> one.published().isEmpty());
        assertThat(model.means().get(0).printed().rows()).hasSize(3);
    }

    @Test
    void showsNothingBeforeTheFirstRunIsScored() {
        ResultsViewModel model = model(0);

        assertThat(model.shown().get()).isEmpty();
        assertThat(model.baseline().get()).isNull();
    }
}
