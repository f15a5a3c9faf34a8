package org.isogloss.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A random model of a few hundred numbers, in the kernels' order, from a seed. */
public final class TinyModel {
    public static final int VOCABULARY = 50;
    public static final int POSITIONS = 20;
    public static final int HIDDEN = 8;
    private static final int FEED_FORWARD = 12;

    private TinyModel() {}

    public static KernelModel with(Pooling pooling, int positionOffset) {
        return new KernelModel(2, 1e-5, positionOffset, pooling);
    }

    public static NDList weights(NDManager manager, int layers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long h = HIDDEN;
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Shape(VOCABULARY, h));
        shapes.add(new Shape(POSITIONS, h));
        shapes.add(new Shape(2, h));
        shapes.add(new Shape(h));
        shapes.add(new Shape(h));
        for (int layer = 0; layer < layers; layer++) {
            shapes.add(new Shape(3 * h, h));
            shapes.add(new Shape(3 * h));
            shapes.add(new Shape(h, h));
            shapes.add(new Shape(h));
            shapes.add(new Shape(h));
            shapes.add(new Shape(h));
            shapes.add(new Shape(FEED_FORWARD, h));
            shapes.add(new Shape(FEED_FORWARD));
            shapes.add(new Shape(h, FEED_FORWARD));
            shapes.add(new Shape(h));
            shapes.add(new Shape(h));
            shapes.add(new Shape(h));
        }
        NDList weights = new NDList();
        for (Shape shape : shapes) {
            float[] values = new float[(int) shape.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (random.nextDouble() - 0.5) * 1.2f;
            }
            weights.add(manager.create(values, shape));
        }
        return weights;
    }

    /** The weights of a model whose Dense layer turns vectors of 8 numbers into 5. */
    public static NDList weightsWithDense(NDManager manager, int layers, long seed, boolean bias) {
        NDList weights = weights(manager, layers, seed);
        SplittableRandom random = new SplittableRandom(seed + 1);
        float[] weight = new float[5 * HIDDEN];
        float[] shift = new float[5];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = (float) (random.nextDouble() - 0.5);
        }
        for (int i = 0; i < shift.length; i++) {
            shift[i] = (float) (random.nextDouble() - 0.5);
        }
        weights.add(manager.create(weight, new Shape(5, HIDDEN)));
        if (bias) {
            weights.add(manager.create(shift));
        }
        return weights;
    }

    public static NDList zerosLike(NDManager manager, NDList weights) {
        NDList zeros = new NDList();
        weights.forEach(weight -> zeros.add(manager.zeros(weight.getShape())));
        return zeros;
    }

    public static double[][] toDouble(NDList arrays) {
        return arrays.stream().map(TinyModel::toDouble).toArray(double[][]::new);
    }

    public static double[] toDouble(NDArray array) {
        float[] values = array.toFloatArray();
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
