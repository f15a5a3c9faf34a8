package org.isogloss.encoder;

import java.util.ArrayList;
import java.util.List;

/**
 * The tensors of a model in the kernels' order, with the Hugging Face names they are stored under.
 *
 * <p>Letters as in {@link ModelConfig}. The kernels stack query, key and value into one matrix [3H,
 * H]; files keep the three apart, so a slot may have several names. A Dense layer has a file of its
 * own; its names begin as in a sentence-transformers state dict, where it is step 2.
 */
final class WeightLayout {
    /** Before the names of the Dense layer's tensors. */
    static final String DENSE = "2.";

    private WeightLayout() {}

    /** What fresh weights look like. */
    enum Fresh {
        WORD,
        NORMAL,
        ZERO,
        ONE
    }

    /**
     * One array of the kernels.
     *
     * @param names of the tensors stacked in it along the first dimension, each of the same shape
     * @param shape of each of these tensors
     * @param fresh how it is initialised
     */
    record Slot(List<String> names, List<Long> shape, Fresh fresh) {
        /** The array's shape. */
        long[] stacked() {
            long[] dimensions = shape.stream().mapToLong(Long::longValue).toArray();
            dimensions[0] *= names.size();
            return dimensions;
        }
    }

    /** The slots of a model's weights. */
    static List<Slot> of(ModelConfig config, Dense dense) {
        List<Slot> slots = new ArrayList<>(of(config));
        if (dense != null) {
            dense.shapes()
                    .forEach(
                            (name, shape) -> {
                                Fresh fresh = shape.size() > 1 ? Fresh.NORMAL : Fresh.ZERO;
                                slots.add(new Slot(List.of(DENSE + name), shape, fresh));
                            });
        }
        return List.copyOf(slots);
    }

    /** The slots of an encoder alone. */
    static List<Slot> of(ModelConfig config) {
        List<Slot> slots = new ArrayList<>();
        long h = config.hidden();
        String embeddings = "embeddings.";
        slots.add(table(embeddings + "word_embeddings", config.vocabulary(), h, Fresh.WORD));
        slots.add(table(embeddings + "position_embeddings", config.positions(), h, Fresh.NORMAL));
        slots.add(
                table(embeddings + "token_type_embeddings", config.tokenTypes(), h, Fresh.NORMAL));
        addNorm(slots, embeddings + "LayerNorm", h);
        for (int layer = 0; layer < config.layers(); layer++) {
            addLayer(slots, "encoder.layer." + layer + ".", h, config.feedForward());
        }
        return List.copyOf(slots);
    }

    private static void addLayer(List<Slot> slots, String layer, long h, long f) {
        String self = layer + "attention.self.";
        List<String> stack = List.of(self + "query", self + "key", self + "value");
        addLinear(slots, stack, h, h);
        addLinear(slots, List.of(layer + "attention.output.dense"), h, h);
        addNorm(slots, layer + "attention.output.LayerNorm", h);
        addLinear(slots, List.of(layer + "intermediate.dense"), f, h);
        addLinear(slots, List.of(layer + "output.dense"), h, f);
        addNorm(slots, layer + "output.LayerNorm", h);
    }

    private static Slot table(String name, long rows, long h, Fresh fresh) {
        return new Slot(List.of(name + ".weight"), List.of(rows, h), fresh);
    }

    private static void addLinear(List<Slot> slots, List<String> names, long out, long in) {
        slots.add(new Slot(with(names, ".weight"), List.of(out, in), Fresh.NORMAL));
        slots.add(new Slot(with(names, ".bias"), List.of(out), Fresh.ZERO));
    }

    private static void addNorm(List<Slot> slots, String name, long h) {
        slots.add(new Slot(List.of(name + ".weight"), List.of(h), Fresh.ONE));
        slots.add(new Slot(List.of(name + ".bias"), List.of(h), Fresh.ZERO));
    }

    private static List<String> with(List<String> names, String suffix) {
        return names.stream().map(name -> name + suffix).toList();
    }
}
