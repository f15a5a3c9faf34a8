package org.isogloss.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Fingerprint;
import org.isogloss.base.JsonFile;

/**
 * A folder with all that training needs to go on as if it had never stopped.
 *
 * <p>{@code model.safetensors} holds the weights and {@code optimizer.safetensors} what the
 * optimizer needs, in the kernels' order and shapes; {@code state.json} the step, the best step so
 * far, and the SHA-256 of the other two.
 */
record Checkpoint(Path folder) {
    private static final String MODEL = "model.safetensors";
    private static final String OPTIMIZER = "optimizer.safetensors";
    private static final String STATE = "state.json";
    private static final List<String> LAYER =
            List.of(
                    "attention.qkv.weight",
                    "attention.qkv.bias",
                    "attention.output.weight",
                    "attention.output.bias",
                    "attention.layer_norm.weight",
                    "attention.layer_norm.bias",
                    "intermediate.weight",
                    "intermediate.bias",
                    "output.weight",
                    "output.bias",
                    "output.layer_norm.weight",
                    "output.layer_norm.bias");

    private static final List<String> DENSE = List.of("dense.weight", "dense.bias");

    /** What {@code state.json} holds. */
    record Saved(TrainingState state, RunIdentity run, Map<String, String> sha256) {
        Saved {
            sha256 = new TreeMap<>(sha256);
        }
    }

    static String folderName(int step) {
        return String.format(Locale.ROOT, "step-%06d", step);
    }

    void write(
            TrainingState state, RunIdentity run, NDList weights, Map<String, NDArray> optimizer) {
        TensorFile.write(folder.resolve(MODEL), weightNames(weights.size()), weights);
        TensorFile.write(
                folder.resolve(OPTIMIZER),
                List.copyOf(optimizer.keySet()),
                new NDList(optimizer.values()));
        Map<String, String> sums =
                Map.of(
                        MODEL, Fingerprint.of(folder.resolve(MODEL)),
                        OPTIMIZER, Fingerprint.of(folder.resolve(OPTIMIZER)));
        JsonFile.write(folder.resolve(STATE), new Saved(state, run, sums));
    }

    /**
     * Reads {@code state.json} alone.
     *
     * @throws BadInputException if it is missing or broken
     */
    Saved saved() {
        return JsonFile.read(folder.resolve(STATE), Saved.class);
    }

    /**
     * Reads {@code state.json} and checks the other files against it.
     *
     * @throws BadInputException if a file is missing or differs from what was written
     */
    Saved check() {
        Saved saved = saved();
        for (String name : List.of(MODEL, OPTIMIZER)) {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                throw BadInputException.in(file, "there is no such file");
            }
            if (!Fingerprint.of(file).equals(saved.sha256().get(name))) {
                throw BadInputException.in(file, "is not what was written: its SHA-256 differs");
            }
        }
        return saved;
    }

    void readWeights(NDList weights) {
        TensorFile.read(folder.resolve(MODEL), weightNames(weights.size()), weights);
    }

    /** Reads an optimizer's state into arrays that are there already. */
    void readOptimizer(Map<String, NDArray> optimizer) {
        TensorFile.read(
                folder.resolve(OPTIMIZER),
                List.copyOf(optimizer.keySet()),
                new NDList(optimizer.values()));
    }

    /** The names of a model's weights in the kernels' order. */
    static List<String> weightNames(int count) {
        List<String> names =
                new ArrayList<>(
                        List.of(
                                "embeddings.word",
                                "embeddings.position",
                                "embeddings.token_type",
                                "embeddings.layer_norm.weight",
                                "embeddings.layer_norm.bias"));
        for (int layer = 0; count - names.size() >= LAYER.size(); layer++) {
            for (String name : LAYER) {
                names.add("layer." + layer + "." + name);
            }
        }
        names.addAll(DENSE.subList(0, count - names.size()));
        return names;
    }
}
