package org.isogloss.encoder;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import tools.jackson.databind.JsonNode;

/**
 * The sizes of a BERT or XLM-RoBERTa encoder: the part of {@code config.json} that is needed here.
 *
 * <p>No layer at all is legal: a bag of tokens, that is embeddings, LayerNorm and pooling.
 *
 * @param modelType {@code bert}, {@code xlm-roberta} or {@code roberta}
 * @param vocabulary V, rows of the word embeddings
 * @param hidden H, the dimension of a vector
 * @param layers transformer layers, from 0
 * @param heads attention heads; H is a multiple of it
 * @param feedForward F, the inner size of a layer
 * @param positions P, rows of the position embeddings
 * @param tokenTypes Y, rows of the token-type embeddings
 * @param epsilon of every LayerNorm
 * @param paddingId the padding token
 * @param hiddenDropout probability after the embeddings and each sublayer
 * @param attentionDropout probability of attention weights
 * @param initializerRange standard deviation of fresh weights
 */
public record ModelConfig(
        String modelType,
        int vocabulary,
        int hidden,
        int layers,
        int heads,
        int feedForward,
        int positions,
        int tokenTypes,
        double epsilon,
        int paddingId,
        double hiddenDropout,
        double attentionDropout,
        double initializerRange) {
    private static final String BERT = "bert";
    private static final Set<String> ROBERTA = Set.of("xlm-roberta", "roberta");

    /**
     * Takes sizes that fit together.
     *
     * @throws IllegalArgumentException if H is not a multiple of the heads or no position is left
     */
    public ModelConfig {
        if (hidden % heads != 0) {
            throw new IllegalArgumentException(
                    "hidden_size "
                            + hidden
                            + " is not a multiple of "
                            + heads
                            + " attention heads");
        }
        if (positions <= offset(modelType, paddingId)) {
            throw new IllegalArgumentException(
                    "max_position_embeddings " + positions + " leaves no position for a token");
        }
    }

    /** A bag of tokens of the BERT family with the sample study's initialisation and no dropout. */
    public static ModelConfig bag(int vocabulary, int hidden, int positions) {
        return new ModelConfig(
                BERT, vocabulary, hidden, 0, 1, hidden, positions, 1, 1e-5, 0, 0, 0, 0.02);
    }

    /** A transformer of the BERT family with BERT's own initialisation and dropout. */
    public static ModelConfig transformer(
            int vocabulary, int hidden, int layers, int heads, int feedForward, int positions) {
        return new ModelConfig(
                BERT,
                vocabulary,
                hidden,
                layers,
                heads,
                feedForward,
                positions,
                1,
                1e-12,
                0,
                0.1,
                0.1,
                0.02);
    }

    /** The id of a text's first position: BERT counts from 0, XLM-RoBERTa past the padding id. */
    public int positionOffset() {
        return offset(modelType, paddingId);
    }

    /** The most tokens of a text, special tokens included. */
    public int longestText() {
        return positions - positionOffset();
    }

    /** What the kernels need to know beside the weights, if these have no Dense layer. */
    public KernelModel kernelModel(Pooling pooling) {
        return new KernelModel(heads, epsilon, positionOffset(), pooling);
    }

    private static int offset(String modelType, int paddingId) {
        return ROBERTA.contains(modelType) ? paddingId + 1 : 0;
    }

    /**
     * Reads a {@code config.json}; keys that are not needed are ignored.
     *
     * @throws BadInputException naming the key if one is missing or stands for another model
     */
    public static ModelConfig read(Path file) {
        Reader json = new Reader(file, JsonFile.tree(file));
        String type = json.text("model_type");
        if (!type.equals(BERT) && !ROBERTA.contains(type)) {
            throw json.bad("model_type", type, "one of bert, xlm-roberta and roberta");
        }
        json.require("hidden_act", "gelu", json.text("hidden_act"));
        if (json.has("position_embedding_type")) {
            json.require(
                    "position_embedding_type", "absolute", json.text("position_embedding_type"));
        }
        try {
            return new ModelConfig(
                    type,
                    json.whole("vocab_size", 1),
                    json.whole("hidden_size", 1),
                    json.whole("num_hidden_layers", 0),
                    json.whole("num_attention_heads", 1),
                    json.whole("intermediate_size", 1),
                    json.whole("max_position_embeddings", 1),
                    json.whole("type_vocab_size", 1),
                    json.number("layer_norm_eps", x -> x > 0, "a number above 0"),
                    json.whole("pad_token_id", 0),
                    json.probability("hidden_dropout_prob"),
                    json.probability("attention_probs_dropout_prob"),
                    json.has("initializer_range")
                            ? json.number("initializer_range", x -> x > 0, "a number above 0")
                            : 0.02);
        } catch (IllegalArgumentException e) {
            throw BadInputException.in(file, e.getMessage(), e);
        }
    }

    /** Writes a {@code config.json} that transformers loads. */
    public void write(Path file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("architectures", new String[] {architecture()});
        json.put("model_type", modelType);
        json.put("vocab_size", vocabulary);
        json.put("hidden_size", hidden);
        json.put("num_hidden_layers", layers);
        json.put("num_attention_heads", heads);
        json.put("intermediate_size", feedForward);
        json.put("max_position_embeddings", positions);
        json.put("type_vocab_size", tokenTypes);
        json.put("hidden_act", "gelu");
        json.put("position_embedding_type", "absolute");
        json.put("layer_norm_eps", epsilon);
        json.put("pad_token_id", paddingId);
        json.put("hidden_dropout_prob", hiddenDropout);
        json.put("attention_probs_dropout_prob", attentionDropout);
        json.put("initializer_range", initializerRange);
        json.put("torch_dtype", "float32");
        JsonFile.write(file, json);
    }

    private String architecture() {
        return switch (modelType) {
            case BERT -> "BertModel";
            case "roberta" -> "RobertaModel";
            default -> "XLMRobertaModel";
        };
    }

    /** Takes keys of somebody else's JSON, and refuses what is missing. */
    private record Reader(Path file, JsonNode tree) {
        boolean has(String key) {
            return tree.hasNonNull(key);
        }

        String text(String key) {
            return get(key).asString("");
        }

        int whole(String key, int least) {
            return (int)
                    number(
                            key,
                            x -> x >= least && x <= Integer.MAX_VALUE && x == Math.rint(x),
                            "a whole number from " + least);
        }

        double probability(String key) {
            return number(key, x -> x >= 0 && x < 1, "a probability below 1");
        }

        double number(String key, Predicate<Double> fits, String expected) {
            JsonNode node = get(key);
            if (!node.isNumber() || !fits.test(node.asDouble())) {
                throw bad(key, node.toString(), expected);
            }
            return node.asDouble();
        }

        void require(String key, String expected, String found) {
            if (!found.equals(expected)) {
                throw bad(key, found, expected);
            }
        }

        BadInputException bad(String key, String found, String expected) {
            return BadInputException.in(
                    file, key + " is " + found + ", but this encoder needs " + expected);
        }

        private JsonNode get(String key) {
            if (!has(key)) {
                throw BadInputException.in(
                        file,
                        "has no " + key + "; is it the config.json of a BERT or XLM-RoBERTa?");
            }
            return tree.get(key);
        }
    }
}
