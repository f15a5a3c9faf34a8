package org.isogloss.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.ParallelItem;
import org.isogloss.experiment.Batches;
import org.junit.jupiter.api.Test;

class PairWeightsTest {
    private static final Lang DE = new Lang("de");
    private static final Lang EN = new Lang("en");
    private static final Lang TH = new Lang("th");
    private static final int BATCHES = 600;

    private static ParallelCorpus corpus() {
        List<ParallelItem> items = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Map<Lang, Pair> pairs = new LinkedHashMap<>();
            for (Lang lang : List.of(DE, EN, TH)) {
                pairs.put(lang, new Pair("question " + i + lang, "answer " + i + lang));
            }
            items.add(new ParallelItem("i" + i, "i" + i, pairs, ""));
        }
        return new ParallelCorpus("three", items);
    }

    private static BatchPlan plan(String strategy, Map<String, Double> weights) {
        return new BatchPlan(
                new BatchSettings(strategy, Map.of(), 10, 1, false, PairWeights.of(weights)),
                List.of(corpus()),
                3);
    }

    @Test
    void makePairsComeAsManyTimesAsOften() {
        SamplingMatrix drawn =
                SamplingMatrix.of(plan("cross-lingual", Map.of("en>th", 5.0)), BATCHES);

        assertThat(drawn.share(EN, TH)).isCloseTo(.5, within(.025)); // 5 of 5 + 5 · 1
        assertThat(drawn.share(TH, EN)).isCloseTo(.1, within(.02));
        assertThat(drawn.share(DE, EN)).isCloseTo(.1, within(.02));
    }

    @Test
    void leaveOutPairsOfWeightZero() {
        SamplingMatrix drawn =
                SamplingMatrix.of(plan("hybrid", Map.of("th>th", 0.0, "de>en", 0.0)), BATCHES);

        assertThat(drawn.share(TH, TH)).isZero();
        assertThat(drawn.share(DE, EN)).isZero();
        assertThat(drawn.share(EN, EN)).isCloseTo(.25, within(.05)); // half of half
        assertThat(drawn.share(EN, DE)).isCloseTo(.1, within(.02));
    }

    @Test
    void leaveTheShareOfMonolingualBatchesAlone() {
        SamplingMatrix drawn = SamplingMatrix.of(plan("hybrid", Map.of("en>th", 50.0)), BATCHES);

        double monolingual = drawn.share(DE, DE) + drawn.share(EN, EN) + drawn.share(TH, TH);
        assertThat(monolingual).isCloseTo(.5, within(.05));
    }

    @Test
    void thatAreAllOneDrawTheVeryBatchesOfNone() {
        assertThat(plan("hybrid", Map.of("en>th", 1.0)).epoch(0))
                .isEqualTo(plan("hybrid", Map.of()).epoch(0));
    }

    @Test
    void refuseWhatLeavesNothingToDraw() {
        assertThatThrownBy(
                        () -> plan("monolingual", Map.of("de>de", 0.0, "en>en", 0.0, "th>th", 0.0)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("makes monolingual batches, but no item");
    }

    @Test
    void refuseLanguagesThatAreNotTrainedIn() {
        assertThatThrownBy(() -> plan("hybrid", Map.of("en>vi", 2.0)))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "the pair 'en>vi' has a weight, but the training data have only de, en, th");
    }

    @Test
    void refuseNamesAndNumbersThatAreNone() {
        assertThatThrownBy(() -> PairWeights.of(Map.of("en-th", 2.0)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("'en-th' is no pair of languages; write question language >");
        assertThatThrownBy(() -> PairWeights.of(Map.of("en>notes", 2.0)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("'notes' names no language");
        for (double wrong : new double[] {-1, Double.NaN, 1001}) {
            assertThatThrownBy(() -> PairWeights.of(Map.of("en>th", wrong)))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("must lie between 0 and 1000");
        }
    }

    @Test
    void areWrittenAmongBatchesOnlyWhereThereAreAny() {
        assertThat(JsonFile.line(new Batches(64, 1, false)))
                .isEqualTo("{\"size\":64,\"datasetTemperature\":1.0,\"languagesBySize\":false}");
        Batches weighted =
                new Batches(64, 1, false, PairWeights.of(Map.of("th>en", 0.0, "en>th", 4.0)));
        String json = JsonFile.line(weighted);
        assertThat(json).endsWith("\"pairs\":{\"en>th\":4.0,\"th>en\":0.0}}");
        assertThat(JsonFile.parse(json, Batches.class)).isEqualTo(weighted);
        assertThat(
                        JsonFile.parse(
                                "{\"size\":64,\"datasetTemperature\":1,\"languagesBySize\":false}",
                                Batches.class))
                .isEqualTo(new Batches(64, 1, false));
    }

    @Test
    void changeOneByOne() {
        PairWeights weights =
                PairWeights.NONE
                        .with(new LanguagePair(EN, TH), 3)
                        .with(new LanguagePair(DE, DE), 0);

        assertThat(weights.named())
                .containsExactly(Map.entry("de>de", 0.0), Map.entry("en>th", 3.0));
        assertThat(weights.of(new LanguagePair(TH, EN))).isEqualTo(1);
        assertThat(weights.with(new LanguagePair(EN, TH), 1).named()).containsOnlyKeys("de>de");
    }
}
