package org.isogloss.encoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;

/** Writes model directories of a few hundred numbers. */
public final class TinyDirectory {
    public static final List<String> TEXTS =
            List.of(
                    "What is the capital of Greece? The capital of Greece is Athens, since 1834.",
                    "What is the capital of Thailand? The capital is Bangkok, since 1782.",
                    "กรุงเทพมหานครเป็นเมืองหลวงของประเทศไทย เมืองหลวงของประเทศไทย",
                    "दिल्ली भारत की राजधानी है। भारत की राजधानी दिल्ली",
                    "القاهرة عاصمة مصر. عاصمة مصر القاهرة؟",
                    "北京是中国的首都。中国的首都是北京。");

    private TinyDirectory() {}

    public static ModelConfig config(String type, int vocabulary, int layers) {
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

    /** As {@link #counted(Path, ModelConfig)}, with a layer of 5 numbers after CLS pooling. */
    static Path countedWithDense(Path folder, ModelConfig config) {
        Path tokenizer = folder.resolve("tokenizer.json");
        AtomicFile.writeText(tokenizer, "{}");
        ModelDescription model =
                new ModelDescription(
                        config,
                        new SentenceHead(Pooling.CLS, dense(config), true),
                        new TextInput(tokenizer, true, 20, new Prompts("query: ", "")));
        ModelDirectory.write(folder, model, tensors(config, dense(config)), "# Tiny\n");
        return folder;
    }

    static Dense dense(ModelConfig config) {
        return new Dense(config.hidden(), 5, true, Dense.Activation.TANH);
    }

    static List<NamedTensor> tensors(ModelConfig config) {
        return tensors(config, null);
    }

    private static List<NamedTensor> tensors(ModelConfig config, Dense dense) {
        List<NamedTensor> tensors = new ArrayList<>();
        for (WeightLayout.Slot slot : WeightLayout.of(config, dense)) {
            for (String name : slot.names()) {
                tensors.add(counted(name, slot.shape()));
            }
        }
        return tensors;
    }

    static List<NamedTensor> renamed(ModelConfig config, UnaryOperator<String> name) {
        List<NamedTensor> tensors = new ArrayList<>();
        for (NamedTensor each : tensors(config)) {
            tensors.add(new NamedTensor(name.apply(each.name()), each.shape(), each.values()));
        }
        return tensors;
    }

    /** Puts a directory's weights into two files and an index. */
    static void split(Path folder, ModelConfig config) throws IOException {
        List<NamedTensor> all = tensors(config);
        Map<String, String> places = new LinkedHashMap<>();
        for (int part = 0; part < 2; part++) {
            String name = "model-0000" + (part + 1) + "-of-00002.safetensors";
            List<NamedTensor> some = all.subList(part * 6, part == 0 ? 6 : all.size());
            Safetensors.write(folder.resolve(name), some);
            some.forEach(each -> places.put(each.name(), name));
        }
        JsonFile.write(
                folder.resolve("model.safetensors.index.json"),
                Map.of("metadata", Map.of("total_size", 1), "weight_map", places));
        Files.delete(folder.resolve("model.safetensors"));
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
    public static ModelDirectory random(Path folder, ModelConfig sizes, Pooling pooling) {
        Path tokenizer = folder.resolve("tokenizer.json");
        String json = new BpeTrainer(sizes.vocabulary(), 9).train(TEXTS, Cancellation.NEVER);
        AtomicFile.writeText(tokenizer, json);
        ModelDescription model = new ModelDescription(sizes, pooling, true, 20, tokenizer);
        try (Weights weights = Weights.random(sizes, 7, ComputeDevice.CPU)) {
            return ModelDirectory.write(folder, model, weights.namedTensors(), "# Tiny\n");
        }
    }
}
