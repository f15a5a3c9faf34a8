package org.isogloss.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.isogloss.batch.SampleCorpora.FIVE;
import static org.isogloss.batch.SampleCorpora.item;
import static org.isogloss.batch.SampleCorpora.langs;
import static org.isogloss.batch.SampleCorpora.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.isogloss.base.Setting;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.ParallelItem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every batch strategy promises; a new one in the list is tested by itself. */
class BatchStrategyContractTest {
    private static final int SIZE = 16;

    static List<BatchStrategy> strategies() {
        return BatchStrategies.all();
    }

    /** Two data sets with gaps: rewordings of a question, and items in only some languages. */
    private static List<ParallelCorpus> gappy() {
        List<ParallelItem> items = new ArrayList<>(parallel("full", 120, FIVE).items());
        for (int i = 0; i < 90; i++) {
            items.add(item("part" + i, "part?" + i / 3, langs("en", i % 2 == 0 ? "th" : "de")));
        }
        return List.of(new ParallelCorpus("full", items), parallel("english", 50, langs("en")));
    }

    private static BatchPlan plan(BatchStrategy strategy, long seed) {
        return new BatchPlan(BatchSettings.of(strategy.id(), SIZE), gappy(), seed);
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void saysWhatItIs(BatchStrategy strategy) {
        assertThat(strategy.id()).matches("[a-z-]+");
        assertThat(strategy.name()).isNotBlank();
        assertThat(strategy.meaning()).endsWith(".");
        assertThat(BatchStrategies.byId(strategy.id())).isSameAs(strategy);
        assertThat(strategy.settings())
                .allSatisfy(s -> assertThat(s.problem(s.standard())).isEmpty());
        assertThat(BatchStrategies.all()).extracting(BatchStrategy::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void givesKindsProbabilitiesThatAddUpToOne(BatchStrategy strategy) {
        BatchSettings settings = BatchSettings.of(strategy.id(), SIZE);
        assertThat(settings.shares().values()).allMatch(p -> p >= 0);
        assertThat(settings.shares().values().stream().mapToDouble(p -> p).sum())
                .isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void repeatsWithTheSameSeed(BatchStrategy strategy) {
        assertThat(plan(strategy, 7).epoch(3)).isEqualTo(plan(strategy, 7).epoch(3));
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void differsWithAnotherSeedOrEpoch(BatchStrategy strategy) {
        assertThat(plan(strategy, 7).epoch(3))
                .isNotEqualTo(plan(strategy, 8).epoch(3))
                .isNotEqualTo(plan(strategy, 7).epoch(4))
                .isNotEqualTo(plan(strategy, 8).epoch(2));
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void givesTheSameBatchInAnyOrderOfSteps(BatchStrategy strategy) {
        BatchPlan inOrder = plan(strategy, 5);
        BatchPlan jumping = plan(strategy, 5);
        int steps = 3 * inOrder.batchesPerEpoch();
        List<Batch> forward = LongStream.range(0, steps).mapToObj(inOrder::batch).toList();
        List<Batch> backward = new ArrayList<>();
        for (long step = steps - 1L; step >= 0; step--) {
            backward.add(0, jumping.batch(step));
        }
        List<Batch> epochs = new ArrayList<>();
        for (int epoch = 0; epoch < 3; epoch++) {
            epochs.addAll(inOrder.epoch(epoch));
        }
        assertThat(backward).isEqualTo(forward).isEqualTo(epochs);
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void fillsEveryBatchWithDifferentQuestions(BatchStrategy strategy) {
        for (Batch batch : plan(strategy, 11).epoch(0)) {
            assertThat(batch.rows()).hasSize(SIZE);
            assertThat(batch.rows())
                    .extracting(row -> row.item().question())
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void givesRowsTheLanguagesItsKindsPromise(BatchStrategy strategy) {
        for (Batch batch : plan(strategy, 13).epoch(0)) {
            assertThat(BatchSettings.of(strategy.id(), SIZE).shares().get(batch.kind()))
                    .isPositive();
            List<LanguagePair> pairs = batch.rows().stream().map(BatchRow::languages).toList();
            assertThat(pairs)
                    .allMatch(p -> strategy.admits(p.question(), p.answer()))
                    .allMatch(p -> p.sameLanguage() == (batch.kind() != BatchKind.CROSS_LINGUAL));
            if (batch.kind() == BatchKind.MONOLINGUAL) {
                assertThat(pairs).containsOnly(pairs.get(0));
            }
            assertThat(batch.rows())
                    .allMatch(row -> !row.questionText().isEmpty() && !row.passageText().isEmpty())
                    .allMatch(
                            row ->
                                    row.item().id().startsWith("english")
                                            == batch.corpus().equals("english"));
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void takesNoItemTwiceInAnEpochOfParallelItems(BatchStrategy strategy) {
        BatchPlan plan =
                new BatchPlan(
                        BatchSettings.of(strategy.id(), SIZE),
                        List.of(parallel("full", 10 * SIZE + 3, FIVE)),
                        17);
        assertThat(plan.batchesPerEpoch()).isEqualTo(10);
        assertThat(plan.epoch(0).stream().flatMap(batch -> batch.rows().stream()))
                .extracting(row -> row.item().id())
                .hasSize(10 * SIZE)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void planCanBeMadeAtTheEndsOfEverySetting(BatchStrategy strategy) {
        for (Setting setting : strategy.settings()) {
            for (double value : List.of(setting.minimum(), setting.maximum())) {
                BatchSettings settings =
                        new BatchSettings(
                                strategy.id(), Map.of(setting.id(), value), SIZE, 1, true);
                assertThat(new BatchPlan(settings, gappy(), 1).epoch(0)).isNotEmpty();
            }
        }
    }
}
