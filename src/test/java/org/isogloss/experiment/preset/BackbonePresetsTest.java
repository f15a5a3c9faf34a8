package org.isogloss.experiment.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isogloss.encoder.ModelConfig;
import org.isogloss.encoder.ModelDirectory;
import org.isogloss.encoder.ModelShape;
import org.isogloss.encoder.Pooling;
import org.isogloss.experiment.Backbone;
import org.isogloss.training.TrainingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BackbonePresetsTest {
    private static final Path MINI_LM = Path.of("../shared/models/all-minilm-l6-v2");

    static List<BackbonePreset> all() {
        return BackbonePresets.all();
    }

    @Test
    void hasEachIdOnce() {
        assertThat(all()).extracting(BackbonePreset::id).doesNotHaveDuplicates();
        assertThat(all()).extracting(BackbonePreset::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void fitsTogether(BackbonePreset preset) {
        ModelConfig config = preset.shape().config();
        assertThat(config.hidden() % config.heads()).isZero();
        assertThat(preset.encoding().maxTokens()).isBetween(2, config.longestText());
        assertThat(preset.nonEmbeddingParameters()).isPositive().isLessThan(preset.parameters());
        assertThat(preset.hub().isPresent()).isNotEqualTo(preset.fromScratch().isPresent());
        assertThat(preset.description()).isNotBlank().doesNotContain("\n");
        assertThat(preset.origin().source()).isNotBlank();
        if (preset.shape().dense() != null) {
            assertThat(preset.shape().dense().in()).isEqualTo(config.hidden());
        }
    }

    /** What has learnt nothing but masked words has no pooling, length or prefix of its own. */
    @ParameterizedTest
    @MethodSource("all")
    void saysHowTextsBecomeVectorsOrNothingOfIt(BackbonePreset preset) {
        if (preset.encoding().pooling() == null) {
            assertThat(preset.normalize()).isFalse();
            assertThat(preset.encoding().questionPrefix()).isEmpty();
        } else {
            Pooling.of(preset.encoding().pooling());
        }
        assertThat(preset.encoding().questionPrefix().isEmpty())
                .isEqualTo(preset.encoding().passagePrefix().isEmpty());
        assertThat(preset.encoding().questionPrefix().isEmpty())
                .isEqualTo(!preset.id().startsWith("me5"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void canBeTheBackboneOfAStudy(BackbonePreset preset) {
        assertThat(Backbone.at(preset.id(), Path.of("model")).name()).isEqualTo(preset.id());
        preset.fromScratch()
                .ifPresent(backbone -> assertThat(backbone.shape()).isEqualTo(preset.shape()));
    }

    /**
     * Published counts, which include the pooler, H * H + H; of LaBSE without its Dense layer.
     * Those of the hub, read from safetensors headers, also include position ids as integers, 512
     * or 514: they are subtracted here. Sources: hub (278044162, 559890946, 117654272, 470927360,
     * 22713728), KerasHub's presets (177853440 for mBERT), counts printed by model.parameters() for
     * FacebookAI/xlm-roberta-* and BAAI/bge-m3.
     */
    @ParameterizedTest
    @CsvSource({
        "xlmr.base, 278043648",
        "xlmr.large, 559890432",
        "mbert, 177853440",
        "labse, 470926848",
        "me5.small, 117653760",
        "me5.base, 278043648",
        "me5.large, 559890432",
        "bge.m3, 567754752",
        "minilm.l12, 117653760",
        "minilm.l6, 22713216"
    })
    void countsWeightsAsPublished(String id, long published) {
        BackbonePreset preset = BackbonePresets.find(id).orElseThrow();
        ModelShape encoder = new ModelShape(preset.shape().config(), null);
        long h = encoder.config().hidden();
        assertThat(encoder.parameters() + h * h + h).isEqualTo(published);
    }

    /**
     * KerasHub counts XLM-R base as 277450752: without pooler, the two positions before the first
     * and the one token type. Of multilingual MiniLM 21293568 lie in the transformer, 96212352 in
     * the embeddings with their LayerNorm.
     */
    @Test
    void countsPartsAsPublished() {
        BackbonePreset base = BackbonePresets.find("xlmr.base").orElseThrow();
        assertThat(base.parameters() - 3 * 768).isEqualTo(277_450_752);
        BackbonePreset small = BackbonePresets.find("me5.small").orElseThrow();
        assertThat(small.nonEmbeddingParameters() - 2 * 384).isEqualTo(21_293_568);
        assertThat(small.shape().embeddingParameters() + 2 * 384).isEqualTo(96_212_352);
        BackbonePreset labse = BackbonePresets.find("labse").orElseThrow();
        assertThat(labse.parameters()).isEqualTo(470_926_848L);
    }

    @Test
    void agreesWithThePublishedMiniLm() {
        assumeTrue(
                Files.isDirectory(MINI_LM), "skipped: all-minilm-l6-v2 is not beside the project");
        ModelDirectory directory = new ModelDirectory(MINI_LM);
        BackbonePreset preset = BackbonePresets.find("minilm.l6").orElseThrow();
        assertThat(directory.description().shape()).isEqualTo(preset.shape());
        assertThat(directory.maxTokens()).isEqualTo(preset.encoding().maxTokens());
        assertThat(directory.pooling().id()).isEqualTo(preset.encoding().pooling());
        assertThat(directory.normalize()).isEqualTo(preset.normalize());
    }

    @Test
    void costsWhatTrainingTakesWithTheModelsOwnDropout() {
        BackbonePreset base = BackbonePresets.find("xlmr.base").orElseThrow();
        TrainingCost.Plan plan = new TrainingCost.Plan(Map.of(), 8, 32, 4000, false);
        TrainingCost cost = TrainingCost.of(base, plan);
        assertThat(cost.weights()).isEqualTo(4 * base.parameters());
        assertThat(cost.moments()).isEqualTo(8 * base.parameters());
        int longest = TrainingSettings.standard().maxTokens();
        TrainingCost.Plan cut = new TrainingCost.Plan(Map.of(), 8, 32, longest, false);
        assertThat(TrainingCost.of(base, cut)).isEqualTo(cost);
        Map<String, Double> none = Map.of("dropout", 0.0, "attentionDropout", 0.0);
        TrainingCost without =
                TrainingCost.of(base, new TrainingCost.Plan(none, 64, 32, 128, false));
        assertThat(without.activations())
                .isLessThan(
                        TrainingCost.of(base, new TrainingCost.Plan(Map.of(), 64, 32, 128, false))
                                .activations());
    }
}
