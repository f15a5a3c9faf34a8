package org.isogloss.encoder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.Cancellation;

/** Writes model directories of a few hundred numbers. */
final class TinyDirectory {
    static final List<String> TEXTS =
            List.of(
                    "What is the capital of Greece? The capital of Greece is Athens, since 1834.",
                    "What is the capital of Thailand? The capital is Bangkok, since 1782.",
                    "กรุงเทพมหานครเป็นเมืองหลวงของประเทศไทย เมืองหลวงของประเทศไทย",
                    "दिल्ली भारत की राजधानी है। भारत की राजधानी दिल्ली",
                    "القاهرة عاصمة مصر. عاصمة مصر القاهرة؟",
                    "北京是中国的首都。中国的首都是北京。");

    private TinyDirectory() {}

    static ModelConfig config(String type, int vocabulary, int layers) {
        int padding = type.equals("bert") ? 0 : 1;
        return new ModelConfig(
                type, vocabulary, 8, layers, 2, 12, 30, 2, 1e-5, padding, 0.1, 0.1, 0.02);
    }

    /** A directory whose weights are counted up and whose tokenizer is an empty object. */
    static Path counted(Path folder, ModelConfig config) {
        Path tokenizer = folder.resolve("tokenizer.json");
        AtomicFile.writeText(tokenizer, "{}");
        ModelDescription model = new ModelDescription(config, Pooling.MEAN, true, 20, tokenizer);
        ModelDirectory.write(folder, model, tensors(config), "# Tiny\n");
        return folder;
    }

    static List<NamedTensor> tensors(ModelConfig config) {
        List<NamedTensor> tensors = new ArrayList<>();
        for (WeightLayout.Slot slot : WeightLayout.of(config)) {
            for (String name : slot.names()) {
                tensors.add(counted(name, slot.shape()));
            }
        }
        return tensors;
    }

    static NamedTensor counted(String name, List<Long> shape) {
        return new NamedTensor(
                name,
                shape,
                (from, into) -> {
                    for (long i = from; into.hasRemaining(); i++) {
                        into.put(i / 64f);
                    }
                });
    }

    /** A directory with random weights and a tokenizer learnt from {@link #TEXTS}. */
    static ModelDirectory random(Path folder, ModelConfig sizes, Pooling pooling) {
        Path tokenizer = folder.resolve("tokenizer.json");
        String json = new BpeTrainer(sizes.vocabulary(), 9).train(TEXTS, Cancellation.NEVER);
        AtomicFile.writeText(tokenizer, json);
        ModelDescription model = new ModelDescription(sizes, pooling, true, 20, tokenizer);
        try (Weights weights = Weights.random(sizes, 7, ComputeDevice.CPU)) {
            return ModelDirectory.write(folder, model, weights.namedTensors(), "# Tiny\n");
        }
    }
}
