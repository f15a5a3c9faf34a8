package org.isogloss.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.isogloss.base.BadInputException;
import org.isogloss.encoder.NamedTensor;
import org.isogloss.encoder.Safetensors;

/** Arrays as a safetensors file and back, bit by bit, piece by piece. */
final class TensorFile {
    private static final int PIECE = 1 << 20; // elements

    private TensorFile() {}

    static void write(Path file, List<String> names, NDList arrays) {
        List<NamedTensor> tensors = new ArrayList<>();
        for (int i = 0; i < arrays.size(); i++) {
            NDArray array = arrays.get(i);
            tensors.add(
                    new NamedTensor(
                            names.get(i), shape(array), (from, into) -> copy(array, from, into)));
        }
        Safetensors.write(file, tensors);
    }

    private static void copy(NDArray array, long from, FloatBuffer into) {
        try (NDManager scope = array.getManager().newSubManager()) {
            NDArray flat = array.reshape(-1);
            flat.attach(scope);
            NDArray piece = flat.get(new NDIndex("{}:{}", from, from + into.remaining()));
            into.put(piece.toFloatArray());
        }
    }

    /**
     * Reads a file into arrays that are there already.
     *
     * @throws BadInputException if a tensor is missing or of another shape
     */
    static void read(Path file, List<String> names, NDList arrays) {
        try (Safetensors tensors = new Safetensors(file)) {
            for (int i = 0; i < arrays.size(); i++) {
                NamedTensor tensor = tensors.tensor(names.get(i));
                if (!tensor.shape().equals(shape(arrays.get(i)))) {
                    throw BadInputException.in(
                            file,
                            "tensor "
                                    + tensor.name()
                                    + " has the shape "
                                    + tensor.shape()
                                    + " where the model has "
                                    + shape(arrays.get(i))
                                    + "; it belongs to another model");
                }
                fill(arrays.get(i), tensor);
            }
        }
    }

    private static void fill(NDArray array, NamedTensor tensor) {
        for (long from = 0; from < tensor.size(); from += PIECE) {
            try (NDManager scope = array.getManager().newSubManager()) {
                float[] piece = new float[(int) Math.min(PIECE, tensor.size() - from)];
                tensor.values().read(from, FloatBuffer.wrap(piece));
                NDArray flat = array.reshape(-1); // a view: writing it writes the array
                flat.attach(scope);
                flat.set(new NDIndex("{}:{}", from, from + piece.length), scope.create(piece));
            }
        }
    }

    private static List<Long> shape(NDArray array) {
        return Arrays.stream(array.getShape().getShape()).boxed().toList();
    }
}
