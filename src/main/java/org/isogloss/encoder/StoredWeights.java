package org.isogloss.encoder;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isogloss.base.BadInputException;

/**
 * The weights file of a model directory, checked against its config.
 *
 * <p>Names may carry the prefix of a model with a head ({@code bert.} or {@code roberta.}) and the
 * LayerNorm names of the first BERT files ({@code gamma}, {@code beta}). Other tensors, such as a
 * pooler's, are left alone.
 */
final class StoredWeights implements AutoCloseable {
    private static final List<String> PREFIXES = List.of("", "bert.", "roberta.");

    private final Path file;
    private final Safetensors tensors;
    private final String prefix;

    /**
     * Opens a file.
     *
     * @throws BadInputException naming the first tensor that is missing or has another shape or an
     *     unreadable type
     */
    StoredWeights(Path file, ModelConfig config) {
        this.file = file;
        tensors = new Safetensors(file);
        try {
            List<WeightLayout.Slot> slots = WeightLayout.of(config);
            prefix = prefix(slots.get(0).names().get(0));
            slots.forEach(slot -> slot.names().forEach(name -> requireShape(name, slot.shape())));
        } catch (BadInputException e) {
            tensors.close();
            throw e;
        }
    }

    /** A tensor by its name in {@link WeightLayout}. */
    NamedTensor tensor(String name) {
        return tensors.tensor(
                find(name)
                        .orElseThrow(
                                () ->
                                        BadInputException.in(
                                                file,
                                                "holds no tensor '"
                                                        + prefix
                                                        + name
                                                        + "', which config.json calls for")));
    }

    private String prefix(String first) {
        return PREFIXES.stream()
                .filter(candidate -> tensors.names().contains(candidate + first))
                .findFirst()
                .orElseThrow(
                        () ->
                                BadInputException.in(
                                        file,
                                        "holds no tensor '"
                                                + first
                                                + "', with or without "
                                                + "bert. or roberta. before it; is it the model's "
                                                + "encoder?"));
    }

    private void requireShape(String name, List<Long> expected) {
        NamedTensor tensor = tensor(name);
        if (!tensor.shape().equals(expected)) {
            throw BadInputException.in(
                    file,
                    "tensor '"
                            + tensor.name()
                            + "' has shape "
                            + tensor.shape()
                            + ", but config.json calls for "
                            + expected);
        }
    }

    private Optional<String> find(String name) {
        String old =
                name.replace("LayerNorm.weight", "LayerNorm.gamma")
                        .replace("LayerNorm.bias", "LayerNorm.beta");
        return List.of(prefix + name, prefix + old).stream()
                .filter(tensors.names()::contains)
                .findFirst();
    }

    @Override
    public void close() {
        tensors.close();
    }
}
