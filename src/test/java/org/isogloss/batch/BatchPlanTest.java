package org.isogloss.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.isogloss.batch.SampleCorpora.FIVE;
import static org.isogloss.batch.SampleCorpora.item;
import static org.isogloss.batch.SampleCorpora.langs;
import static org.isogloss.batch.SampleCorpora.parallel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.ParallelItem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchPlanTest {
    private static final Lang EN = new Lang("en");

    private static BatchPlan plan(String strategy, int size, long seed, ParallelCorpus... corpora) {
        return new BatchPlan(BatchSettings.of(strategy, size), Arrays.asList(corpora), seed);
    }

    private static Stream<Batch> batches(BatchPlan plan, int count) {
        return LongStream.range(0, count).mapToObj(plan::batch);
    }

    private static double chiSquare(Map<?, Long> counts, int cells) {
        double expected = counts.values().stream().mapToLong(n -> n).sum() / (double) cells;
        double seen = counts.values().stream().mapToDouble(n -> sq(n - expected) / expected).sum();
        return seen + (cells - counts.size()) * expected;
    }

    private static double sq(double x) {
        return x * x;
    }

    /** 18.47 and 43.82 are the 99.9% points of chi-square with 4 and 19 degrees of freedom. */
    @ParameterizedTest
    @CsvSource({
        "monolingual, 1, 5, 18.47",
        "monolingual, 2, 5, 18.47",
        "mixed, 3, 5, 18.47",
        "mixed, 4, 5, 18.47",
        "cross-lingual, 5, 20, 43.82",
        "cross-lingual, 6, 20, 43.82"
    })
    void drawsLanguagesEvenly(String strategy, long seed, int cells, double bound) {
        BatchPlan plan = plan(strategy, 10, seed, parallel("p", 200, FIVE));
        Map<LanguagePair, Long> counts =
                batches(plan, 4000)
                        .flatMap(
                                batch ->
                                        strategy.equals("monolingual")
                                                ? batch.rows().stream().limit(1)
                                                : batch.rows().stream())
                        .collect(Collectors.groupingBy(BatchRow::languages, Collectors.counting()));
        assertThat(counts).hasSize(cells);
        assertThat(chiSquare(counts, cells)).isLessThan(bound);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.5, 1})
    void makesTheShareOfMonolingualBatchesThatAlphaSays(double alpha) {
        BatchSettings settings = new BatchSettings("hybrid", Map.of("alpha", alpha), 10, 1, false);
        BatchPlan plan = new BatchPlan(settings, List.of(parallel("p", 200, FIVE)), 21);
        long monolingual =
                batches(plan, 4000).filter(b -> b.kind() == BatchKind.MONOLINGUAL).count();
        // four standard deviations of a binomial count
        assertThat(monolingual / 4000.0)
                .isCloseTo(alpha, within(4 * Math.sqrt(alpha * (1 - alpha) / 4000)));
    }

    @Test
    void hybridWithoutAnAlphaTakesThePapersHalf() {
        assertThat(BatchSettings.of("hybrid", 10).shares())
                .isEqualTo(Map.of(BatchKind.MONOLINGUAL, 0.5, BatchKind.CROSS_LINGUAL, 0.5));
    }

    /** Sizes 100 and 900: p of the small one is 0.1 at T = 1, and 10/(10+30) = 0.25 at T = 2. */
    @ParameterizedTest
    @CsvSource({"1, 0.1", "2, 0.25", "100, 0.49451"})
    void drawsDataSetsBySizeAndTemperature(double temperature, double share) {
        BatchPlan plan =
                new BatchPlan(
                        new BatchSettings("monolingual", Map.of(), 10, temperature, false),
                        List.of(parallel("small", 100, FIVE), parallel("large", 900, FIVE)),
                        31);
        long small = batches(plan, 4000).filter(b -> b.corpus().equals("small")).count();
        assertThat(small / 4000.0)
                .isCloseTo(share, within(4 * Math.sqrt(share * (1 - share) / 4000)));
    }

    /** Sizes 100 and 900, weighted 9 and 1: both are as likely. */
    @Test
    void drawsDataSetsByTheirWeights() {
        BatchPlan plan =
                new BatchPlan(
                        BatchSettings.of("monolingual", 10),
                        List.of(parallel("small", 100, FIVE), parallel("large", 900, FIVE)),
                        List.of(9.0, 1.0),
                        31);
        long small = batches(plan, 4000).filter(b -> b.corpus().equals("small")).count();
        assertThat(small / 4000.0).isCloseTo(.5, within(4 * Math.sqrt(.25 / 4000)));
    }

    @Test
    void drawsLanguagesBySizeOnRequest() {
        List<ParallelItem> items =
                new ArrayList<>(parallel("both", 100, langs("en", "th")).items());
        items.addAll(parallel("english", 200, langs("en")).items());
        BatchPlan plan =
                new BatchPlan(
                        new BatchSettings("monolingual", Map.of(), 10, 1, true),
                        List.of(new ParallelCorpus("c", items)),
                        41);
        long english =
                batches(plan, 4000).filter(b -> b.rows().get(0).question().equals(EN)).count();
        // 300 of the 400 item-languages are English
        assertThat(english / 4000.0).isCloseTo(0.75, within(4 * Math.sqrt(0.75 * 0.25 / 4000)));
    }

    @Test
    void usesEachItemOnceBeforeAnyAgainWithinALanguage() {
        List<ParallelItem> items = new ArrayList<>(parallel("e", 30, langs("en")).items());
        items.addAll(parallel("t", 30, langs("th")).items());
        BatchPlan plan = plan("monolingual", 10, 3, new ParallelCorpus("c", items));
        for (int epoch = 0; epoch < 20; epoch++) {
            Map<Lang, Map<String, Long>> uses =
                    plan.epoch(epoch).stream()
                            .flatMap(b -> b.rows().stream())
                            .collect(
                                    Collectors.groupingBy(
                                            BatchRow::question,
                                            Collectors.groupingBy(
                                                    row -> row.item().id(),
                                                    Collectors.counting())));
            for (Map<String, Long> counts : uses.values()) {
                long rows = counts.values().stream().mapToLong(n -> n).sum();
                assertThat(counts).hasSize((int) Math.min(30, rows));
                assertThat(counts.values()).allMatch(n -> n == rows / 30 || n == (rows + 29) / 30);
            }
        }
    }

    @Test
    void neverPairsRewordingsOfOneQuestion() {
        List<ParallelItem> items = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            items.add(item("i" + i, "q" + i % 12, FIVE));
        }
        BatchPlan plan = plan("mixed", 12, 9, new ParallelCorpus("c", items));
        assertThat(batches(plan, 50))
                .allSatisfy(
                        batch ->
                                assertThat(batch.rows())
                                        .extracting(row -> row.item().question())
                                        .doesNotHaveDuplicates());
        // ten batches of the twelve questions: every wording comes, none is starved
        assertThat(plan.epoch(0).stream().flatMap(b -> b.rows().stream()))
                .extracting(row -> row.item().id())
                .hasSize(120)
                .doesNotHaveDuplicates();
    }

    @Test
    void leavesEnglishOnlyDataOutOfCrossLingualBatches() {
        BatchPlan plan =
                plan("hybrid", 10, 1, parallel("en", 500, langs("en")), parallel("p", 50, FIVE));
        Map<BatchKind, Map<String, Long>> counts =
                batches(plan, 400)
                        .collect(
                                Collectors.groupingBy(
                                        Batch::kind,
                                        Collectors.groupingBy(
                                                Batch::corpus, Collectors.counting())));
        assertThat(counts.get(BatchKind.CROSS_LINGUAL)).containsOnlyKeys("p");
        assertThat(counts.get(BatchKind.MONOLINGUAL)).containsOnlyKeys("p", "en");
    }

    @Test
    void refusesCrossLingualBatchesFromOneLanguage() {
        assertThatThrownBy(() -> plan("cross-lingual", 10, 1, parallel("one", 50, langs("en"))))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "the batch strategy 'cross-lingual' makes cross-lingual batches, but no item"
                                + " of the data sets [one [en]] exists in two languages; add"
                                + " parallel data or choose another strategy");
    }

    @Test
    void refusesEnglishOnlyWithoutEnglish() {
        assertThatThrownBy(() -> plan("english-only", 10, 1, parallel("x", 50, langs("th"))))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("[x [th]] exists in a language it takes");
    }

    @Test
    void refusesALanguageWithFewerQuestionsThanABatch() {
        List<ParallelItem> items = new ArrayList<>(parallel("e", 30, langs("en")).items());
        items.add(item("a", "same", langs("th")));
        items.add(item("b", "same", langs("th")));
        items.add(item("c", "other", langs("th")));
        assertThatThrownBy(() -> plan("monolingual", 10, 1, new ParallelCorpus("few", items)))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "the data set 'few' has only 2 different questions in th, too few for a"
                                + " batch of 10; take a batch size of at most 2, or leave that"
                                + " language or data set out");
    }

    @Test
    void countsTheBatchesThatTheItemsOfAllCorporaFill() {
        List<ParallelCorpus> parts = List.of(parallel("a", 10, FIVE), parallel("b", 10, FIVE));
        assertThat(new BatchPlan(BatchSettings.of("mixed", 10), parts, 1).batchesPerEpoch())
                .isEqualTo(2);
        assertThat(plan("mixed", 10, 1, parallel("a", 10, FIVE)).batchesPerEpoch()).isEqualTo(1);
    }

    @Test
    void seedsThatAreNeighboursDoNotShareEpochs() {
        Function<Long, List<List<Batch>>> epochs =
                seed -> {
                    BatchPlan plan = plan("mixed", 10, seed, parallel("p", 40, FIVE));
                    return Stream.of(0, 1, 2, 3).map(plan::epoch).toList();
                };
        List<List<Batch>> all =
                Stream.of(0L, 1L, 2L, 3L, 0x9E3779B97F4A7C15L)
                        .flatMap(seed -> epochs.apply(seed).stream())
                        .toList();
        assertThat(all).hasSize(20).doesNotHaveDuplicates();
    }

    /**
     * Prints, for reading: an epoch of 100,000 items in 11 languages should take about a second,
     * also when half of each item's languages are missing.
     */
    @Test
    @Tag("speed")
    void plansALargeEpoch() {
        List<Lang> eleven = langs("ar", "de", "el", "en", "es", "hi", "ru", "th", "tr", "vi", "zh");
        SplittableRandom random = new SplittableRandom(1);
        List<ParallelItem> gaps = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            gaps.add(
                    item(
                            "" + i,
                            "" + i,
                            eleven.stream().filter(l -> random.nextBoolean()).toList()));
        }
        for (ParallelCorpus corpus :
                List.of(parallel("full", 100_000, eleven), new ParallelCorpus("gaps", gaps))) {
            for (String strategy : List.of("hybrid", "mixed")) {
                long start = System.nanoTime();
                BatchPlan plan = plan(strategy, 100, 1, corpus);
                long ready = System.nanoTime();
                assertThat(plan.epoch(0)).hasSize(1000);
                System.out.printf(
                        Locale.ROOT,
                        "%s, %s: 100k items x 11 languages: checked in %.2f s, planned in %.2f s%n",
                        corpus.name(),
                        strategy,
                        (ready - start) / 1e9,
                        (System.nanoTime() - ready) / 1e9);
            }
        }
    }
}
