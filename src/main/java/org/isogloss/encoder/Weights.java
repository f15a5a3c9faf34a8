package org.isogloss.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.isogloss.base.BadInputException;

/**
 * A model's weights: float32 arrays on a device, in the order {@link Kernels} takes them.
 *
 * <p>The arrays are the engine's own copy, so that training may change them in place. They live
 * until this object is closed.
 */
public final class Weights implements AutoCloseable {
    private static final double BAG_WORD_DEVIATION = 0.05;

    private final ModelConfig config;
    private final List<WeightLayout.Slot> slots;
    private final NDManager manager;
    private final NDList arrays = new NDList();

    private Weights(ModelConfig config, List<WeightLayout.Slot> slots, ComputeDevice device) {
        this.config = config;
        this.slots = slots;
        manager = PyTorch.newManager(device);
    }

    /**
     * The weights of a model directory, its Dense layer's among them.
     *
     * @throws BadInputException if the file has changed since the directory was opened and no
     *     longer fits
     */
    public static Weights load(ModelDirectory directory, ComputeDevice device) {
        ModelDescription model = directory.description();
        List<WeightLayout.Slot> slots = WeightLayout.of(model.config(), model.head().dense());
        Weights weights = new Weights(model.config(), slots, device);
        try (StoredWeights stored = directory.openWeights()) {
            for (WeightLayout.Slot slot : slots) {
                weights.add(slot, slot.names().stream().map(stored::tensor).toList());
            }
            return weights;
        } catch (BadInputException e) {
            weights.close();
            throw e;
        }
    }

    /**
     * Fresh weights: normally distributed with the config's initializer range, biases 0, LayerNorm
     * 1. A bag's word embeddings are wider, with a standard deviation of 0.05, as nothing but their
     * LayerNorm follows.
     *
     * @param seed the same on every machine gives the same weights
     */
    public static Weights random(ModelConfig config, long seed, ComputeDevice device) {
        Weights weights = new Weights(config, WeightLayout.of(config), device);
        SplittableRandom root = new SplittableRandom(seed);
        for (WeightLayout.Slot slot : weights.slots) {
            NamedTensor.Values values = fresh(config, slot.fresh(), root.split());
            List<NamedTensor> parts = new ArrayList<>();
            slot.names().forEach(name -> parts.add(new NamedTensor(name, slot.shape(), values)));
            weights.add(slot, parts);
        }
        return weights;
    }

    private static NamedTensor.Values fresh(
            ModelConfig config, WeightLayout.Fresh fresh, SplittableRandom random) {
        double deviation =
                fresh == WeightLayout.Fresh.WORD && config.layers() == 0
                        ? BAG_WORD_DEVIATION
                        : config.initializerRange();
        return (from, into) -> {
            while (into.hasRemaining()) {
                into.put(
                        switch (fresh) {
                            case ZERO -> 0;
                            case ONE -> 1;
                            case WORD, NORMAL -> (float) (deviation * normal(random));
                        });
            }
        };
    }

    /**
     * A standard normal number by Box and Muller (1958), whose functions StrictMath gives alike
     * everywhere; the JDK's own method is not bound to one algorithm.
     */
    private static double normal(SplittableRandom random) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    private void add(WeightLayout.Slot slot, List<NamedTensor> parts) {
        NDArray array = manager.zeros(new Shape(slot.stacked()), DataType.FLOAT32);
        arrays.add(array);
        long at = 0;
        for (NamedTensor part : parts) {
            FloatArrays.fill(array, at, part.size(), part.values());
            at += part.size();
        }
    }

    /** The sizes of the model. */
    public ModelConfig config() {
        return config;
    }

    /** The arrays themselves, in the kernels' order. */
    public NDList arrays() {
        return arrays;
    }

    /** The number of weights. */
    public long size() {
        return arrays.stream().mapToLong(NDArray::size).sum();
    }

    /**
     * The tensors under their Hugging Face names, query, key and value apart, for {@link
     * ModelDirectory#write}; their values are read from the arrays when they are written.
     */
    public List<NamedTensor> namedTensors() {
        List<NamedTensor> tensors = new ArrayList<>();
        int index = 0;
        for (WeightLayout.Slot slot : slots) {
            NDArray array = arrays.get(index++);
            long size = NamedTensor.size(slot.shape());
            for (int part = 0; part < slot.names().size(); part++) {
                long start = part * size;
                NamedTensor.Values values =
                        (from, into) -> FloatArrays.read(array, start + from, into);
                tensors.add(new NamedTensor(slot.names().get(part), slot.shape(), values));
            }
        }
        return tensors;
    }

    /** Frees the arrays. */
    @Override
    public void close() {
        manager.close();
    }
}
