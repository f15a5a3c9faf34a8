package org.isogloss.encoder;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isogloss.base.BadInputException;

/**
 * The weights of a model directory, checked against its config.
 *
 * <p>Names may carry the prefix of a model with a head ({@code bert.}, {@code roberta.}), of a
 * sentence-transformers state dict or of a wrapper, and the LayerNorm names of the first BERT files
 * ({@code gamma}, {@code beta}). Other tensors, such as a pooler's, are left alone.
 */
final class StoredWeights implements AutoCloseable {
    private static final List<String> PREFIXES =
            List.of("", "bert.", "roberta.", "0.auto_model.", "model.");

    private final WeightFiles encoder;
    private final WeightFiles dense;
    private final String prefix;

    /**
     * Takes files over.
     *
     * @param dense the Dense layer's, or null if the model has none
     * @throws BadInputException naming the first tensor that is missing or has another shape or an
     *     unreadable type
     */
    StoredWeights(WeightFiles encoder, WeightFiles dense, ModelDescription model) {
        this.encoder = encoder;
        this.dense = dense;
        try {
            List<WeightLayout.Slot> slots = WeightLayout.of(model.config(), model.head().dense());
            prefix = prefix(slots.get(0).names().get(0));
            slots.forEach(slot -> slot.names().forEach(name -> requireShape(name, slot.shape())));
        } catch (BadInputException e) {
            close();
            throw e;
        }
    }

    /** A tensor by its name in {@link WeightLayout}. */
    NamedTensor tensor(String name) {
        return files(name).tensor(find(name));
    }

    private WeightFiles files(String name) {
        return name.startsWith(WeightLayout.DENSE) ? dense : encoder;
    }

    private String prefix(String first) {
        return PREFIXES.stream()
                .filter(candidate -> encoder.holds(candidate + first))
                .findFirst()
                .orElseThrow(
                        () ->
                                BadInputException.in(
                                        encoder.file(),
                                        "holds no tensor '"
                                                + first
                                                + "', with or without bert., roberta.,"
                                                + " 0.auto_model. or model. before it; is it the"
                                                + " model's encoder?"));
    }

    private void requireShape(String name, List<Long> expected) {
        NamedTensor tensor = tensor(name);
        if (!tensor.shape().equals(expected)) {
            Path file = files(name).fileOf(tensor.name());
            throw BadInputException.in(
                    file,
                    "tensor '"
                            + tensor.name()
                            + "' has shape "
                            + tensor.shape()
                            + ", but config.json calls for "
                            + expected
                            + "; the two are of different models");
        }
    }

    /** The name of a tensor in its file. */
    private String find(String name) {
        String stored =
                name.startsWith(WeightLayout.DENSE)
                        ? name.substring(WeightLayout.DENSE.length())
                        : prefix + name;
        String old =
                stored.replace("LayerNorm.weight", "LayerNorm.gamma")
                        .replace("LayerNorm.bias", "LayerNorm.beta");
        Optional<String> found =
                List.of(stored, old).stream().filter(files(name)::holds).findFirst();
        return found.orElseThrow(
                () ->
                        BadInputException.in(
                                files(name).file(),
                                "holds no tensor '" + stored + "', which config.json calls for"));
    }

    @Override
    public void close() {
        encoder.close();
        if (dense != null) {
            dense.close();
        }
    }
}
