package org.isogloss.training;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.isogloss.encoder.ModelConfig;

/**
 * Prints what training takes beside what {@link TrainingMemory} says it takes: models of random
 * weights, each in a process of its own.
 *
 * <p>Not a test: it takes a quarter of an hour.
 */
final class MemoryBench {
    private static final double MEBI = 1 << 20;
    private static final ModelConfig BAG = ModelConfig.bag(4000, 128, 160);
    private static final ModelConfig TINY = ModelConfig.transformer(8000, 128, 4, 4, 512, 160);
    private static final ModelConfig SIX = ModelConfig.transformer(30000, 384, 6, 12, 1536, 512);
    private static final ModelConfig TWELVE =
            ModelConfig.transformer(30000, 384, 12, 12, 1536, 512);
    private static final ModelConfig WORDS = ModelConfig.transformer(100000, 384, 6, 12, 1536, 512);
    private static final ModelConfig WIDE = ModelConfig.transformer(30000, 768, 6, 12, 3072, 512);
    private static final ModelConfig BASE = ModelConfig.transformer(120000, 768, 12, 12, 3072, 512);

    private MemoryBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, Double> whole = Map.of();
        Map<String, Double> parts = Map.of("microBatchTokens", 1024.0);
        List<MemoryProbe> probes =
                List.of(
                        new MemoryProbe(BAG, 64, whole),
                        new MemoryProbe(BAG, 512, whole),
                        new MemoryProbe(TINY, 32, whole),
                        new MemoryProbe(TINY, 128, whole),
                        new MemoryProbe(TINY, 128, Map.of("attentionDropout", 0.0)),
                        new MemoryProbe(SIX, 16, whole),
                        new MemoryProbe(SIX, 64, whole),
                        new MemoryProbe(SIX, 64, parts),
                        new MemoryProbe(SIX, 64, Map.of("frozenEmbeddings", 1.0)),
                        new MemoryProbe(SIX, 64, Map.of("trainedLayers", 2.0)),
                        new MemoryProbe(SIX, 64, Map.of("loraRank", 8.0)),
                        new MemoryProbe(
                                SIX, 64, Map.of("loraRank", 8.0, "microBatchTokens", 1024.0)),
                        new MemoryProbe(TWELVE, 32, whole),
                        new MemoryProbe(TWELVE, 32, parts),
                        new MemoryProbe(WORDS, 4, whole),
                        new MemoryProbe(WORDS, 16, whole),
                        new MemoryProbe(WORDS, 32, parts),
                        new MemoryProbe(WORDS, 16, Map.of("frozenEmbeddings", 1.0)),
                        new MemoryProbe(WIDE, 16, whole),
                        new MemoryProbe(WIDE, 8, Map.of("microBatchTokens", 512.0)),
                        new MemoryProbe(BASE, 8, Map.of("microBatchTokens", 256.0)));
        System.out.println(
                "vocabulary x hidden x layers, pairs, settings: MiB measured, estimated");
        for (MemoryProbe probe : probes) {
            long measured = probe.peak();
            long estimated = probe.estimate();
            ModelConfig model = probe.model();
            System.out.printf(
                    Locale.ROOT,
                    "%d x %d x %d, %d, %s: %.0f, %.0f (%+.0f %%)%n",
                    model.vocabulary(),
                    model.hidden(),
                    model.layers(),
                    probe.pairs(),
                    probe.settings(),
                    measured / MEBI,
                    estimated / MEBI,
                    100.0 * (estimated - measured) / measured);
        }
    }
}
