package org.isogloss.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.isogloss.batch.LanguagePair;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.figure.LanguagePairDifference;
import org.isogloss.figure.LanguagePairHeatmap;
import org.isogloss.figure.export.PaperTable;
import org.isogloss.report.LanguageOrder;
import org.isogloss.report.StudyWatch;
import org.isogloss.ui.StudyFixture;
import org.isogloss.ui.study.FoundRankings;
import org.isogloss.ui.study.StudySelection;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsViewModelTest {
    @TempDir private Path runs;

    private ResultsViewModel model(int finished) {
        StudyFixture fixture = new StudyFixture(runs, List.of(1L));
        fixture.finish(finished);
        StudySelection selection =
                new StudySelection(
                        new StudyWatch(fixture.shelf(), problem -> {}), new InlineTasks());
        ResultsViewModel model =
                new ResultsViewModel(
                        selection, new FoundRankings(PoolPlace.NONE), new InlineTasks());
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
        assertThat(asked.pair())
                .isEqualTo(
                        new LanguagePair(
                                heatmap.scores().questionLanguages().get(0),
                                heatmap.scores().answerLanguages().get(1)));
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
    void showsNothingBeforeTheFirstRunIsScored() {
        ResultsViewModel model = model(0);

        assertThat(model.shown().get()).isEmpty();
        assertThat(model.baseline().get()).isNull();
    }
}
