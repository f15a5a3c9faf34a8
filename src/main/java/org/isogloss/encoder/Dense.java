package org.isogloss.encoder;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import tools.jackson.databind.JsonNode;

/**
 * The linear layer of sentence-transformers that follows pooling, as in LaBSE (Feng et al., 2022).
 *
 * <p>It turns pooled vectors [B, H] into [B, E] by a weight [E, H], a bias [E] where there is one,
 * and an activation.
 *
 * @param in H
 * @param out E, the dimension of a text's vector
 * @param bias whether there is one
 * @param activation applied to each number
 */
public record Dense(int in, int out, boolean bias, Activation activation) {
    /** Its tensors' names in a file of its own. */
    static final String WEIGHT = "linear.weight";

    static final String BIAS = "linear.bias";

    /** A function of one number. */
    public enum Activation {
        /** The number itself. */
        IDENTITY("torch.nn.modules.linear.Identity"),
        /** The hyperbolic tangent. */
        TANH("torch.nn.modules.activation.Tanh");

        private final String type;

        Activation(String type) {
            this.type = type;
        }
    }

    /** Shapes of its tensors by name, in the kernels' order. */
    Map<String, List<Long>> shapes() {
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        shapes.put(WEIGHT, List.of((long) out, (long) in));
        if (bias) {
            shapes.put(BIAS, List.of((long) out));
        }
        return shapes;
    }

    /**
     * Reads a Dense step's {@code config.json}.
     *
     * @throws BadInputException naming the key, what was expected and what was found
     */
    static Dense read(Path file) {
        JsonNode json = JsonFile.tree(file);
        JsonNode bias = json.path("bias");
        if (!bias.isMissingNode() && !bias.isBoolean()) {
            throw BadInputException.in(file, "bias is " + bias + ", not true or false");
        }
        String type = json.path("activation_function").asString(Activation.TANH.type);
        Activation activation =
                Arrays.stream(Activation.values())
                        .filter(each -> each.type.equals(type))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        BadInputException.in(
                                                file,
                                                "activation_function is "
                                                        + type
                                                        + ", but only Tanh and Identity can be"
                                                        + " done; choose a model with one of"
                                                        + " them"));
        return new Dense(
                size(file, json, "in_features"),
                size(file, json, "out_features"),
                bias.asBoolean(true),
                activation);
    }

    private static int size(Path file, JsonNode json, String key) {
        JsonNode size = json.path(key);
        if (!size.isInt() || size.asInt() < 1) {
            throw BadInputException.in(
                    file,
                    (size.isMissingNode() ? "has no " + key : key + " is " + size)
                            + "; a Dense step needs a whole number from 1");
        }
        return size.asInt();
    }

    /** Writes a {@code config.json} that sentence-transformers loads. */
    void write(Path file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("in_features", in);
        json.put("out_features", out);
        json.put("bias", bias);
        json.put("activation_function", activation.type);
        JsonFile.write(file, json);
    }
}
