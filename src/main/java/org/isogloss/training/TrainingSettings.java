package org.isogloss.training;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Setting;
import org.isogloss.encoder.Precision;

/**
 * Every number the user chooses about learning; the standard values are those of arXiv 2408.10536
 * where it states one.
 *
 * @param steps updates of the weights
 * @param learningRate the greatest learning rate
 * @param warmUp the share of steps over which the learning rate rises from 0
 * @param learningRateFloor the share of the greatest learning rate below which it never falls: 0 is
 *     a linear schedule, 1 a constant one
 * @param weightDecay decoupled, times the learning rate
 * @param decayVectors whether biases and LayerNorm weights decay too
 * @param beta1 decay of the running mean of gradients
 * @param beta2 decay of the running mean of squared gradients
 * @param epsilon added to AdamW's denominator
 * @param clip the greatest global gradient norm; 0 for any
 * @param temperature of the {@link ContrastiveLoss}
 * @param learnTemperature whether it is learnt from there on, as CLIP does (Radford et al., 2021)
 * @param symmetric whether passages also look for their questions
 * @param maskKnownPositives whether passages known to answer another row's question are left out of
 *     its negatives
 * @param hardNegatives the most passages of a row, named by the data set, that are added to the
 *     negatives of its batch
 * @param dropout after embeddings and sublayers
 * @param attentionDropout of attention probabilities
 * @param microBatchTokens the most tokens of a part of a batch that is computed at once, by {@link
 *     org.isogloss.encoder.GradCache}; 0 parts only what does not fit memory
 * @param accumulate batches of one update, whose gradients are averaged
 * @param precision 32 for float32, 16 for bfloat16 in the layers
 * @param frozenEmbeddings whether embeddings and their LayerNorm stay as they are
 * @param trainedLayers the last layers that learn, all before them frozen; 0 for all
 * @param loraRank R of the low-rank products that are learnt instead of weights; 0 for none
 * @param loraAlpha α: a product counts α/R times
 * @param loraTargets 1 for query and value projections, 2 for key too, 3 for attention output too
 * @param maxTokens tokens of a text that are read, special tokens included
 * @param checkpointEvery steps between checkpoints
 * @param validateEvery steps between validations
 * @param patience validations without a better loss before training stops; 0 never stops
 */
public record TrainingSettings(
        int steps,
        double learningRate,
        double warmUp,
        double learningRateFloor,
        double weightDecay,
        boolean decayVectors,
        double beta1,
        double beta2,
        double epsilon,
        double clip,
        double temperature,
        boolean learnTemperature,
        boolean symmetric,
        boolean maskKnownPositives,
        int hardNegatives,
        double dropout,
        double attentionDropout,
        int microBatchTokens,
        int accumulate,
        int precision,
        boolean frozenEmbeddings,
        int trainedLayers,
        int loraRank,
        double loraAlpha,
        int loraTargets,
        int maxTokens,
        int checkpointEvery,
        int validateEvery,
        int patience,
        int probes,
        int probeQuestions) {

    private static final int SINGLE = 32;
    private static final int HALF = 16;
    private static final double LEAST_LEARNT = 0.01;
    private static final int EMBEDDING_ARRAYS = 5;
    private static final int LAYER_ARRAYS = 12;

    /**
     * Checks every value.
     *
     * @throws BadInputException naming the setting that is out of its range
     */
    public TrainingSettings {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("steps", (double) steps);
        values.put("learningRate", learningRate);
        values.put("warmUp", warmUp);
        values.put("learningRateFloor", learningRateFloor);
        values.put("weightDecay", weightDecay);
        values.put("beta1", beta1);
        values.put("beta2", beta2);
        values.put("epsilon", epsilon);
        values.put("clip", clip);
        values.put("temperature", temperature);
        values.put("hardNegatives", (double) hardNegatives);
        values.put("dropout", dropout);
        values.put("attentionDropout", attentionDropout);
        values.put("microBatchTokens", (double) microBatchTokens);
        values.put("accumulate", (double) accumulate);
        values.put("precision", (double) precision);
        values.put("trainedLayers", (double) trainedLayers);
        values.put("loraRank", (double) loraRank);
        values.put("loraAlpha", loraAlpha);
        values.put("loraTargets", (double) loraTargets);
        values.put("maxTokens", (double) maxTokens);
        values.put("checkpointEvery", (double) checkpointEvery);
        values.put("validateEvery", (double) validateEvery);
        values.put("patience", (double) patience);
        values.put("probes", (double) probes);
        values.put("probeQuestions", (double) probeQuestions);
        values.forEach(TrainingSettings::refuse);
        if (precision != SINGLE && precision != HALF) {
            throw new BadInputException("precision is " + precision + " but must be 32 or 16");
        }
        if (learnTemperature && (temperature < LEAST_LEARNT || temperature > 1)) {
            throw new BadInputException(
                    "temperature is "
                            + temperature
                            + " but must lie between 0.01 and 1 where it is learnt");
        }
    }

    /**
     * Reads what was written as JSON; a setting that is younger than the file has its standard
     * value.
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static TrainingSettings read(Map<String, Object> json) {
        Map<String, Double> values = new LinkedHashMap<>();
        json.forEach(
                (id, value) -> {
                    if (value instanceof Boolean flag) {
                        values.put(id, flag ? 1.0 : 0.0);
                    } else if (value instanceof Number number) {
                        values.put(id, number.doubleValue());
                    } else {
                        throw new BadInputException(id + " is " + value + ", not a number");
                    }
                });
        return of(values);
    }

    /** In what layers compute. */
    public Precision arithmetic() {
        return precision == HALF ? Precision.BFLOAT16 : Precision.FLOAT32;
    }

    /** The settings, each with its standard value and help. */
    public static List<Setting> settings() {
        return DeclaredSettings.ALL;
    }

    /** All standard values. */
    public static TrainingSettings standard() {
        return of(Map.of());
    }

    /**
     * Settings by id; one that is missing has its standard value. Settings of "0 or 1" are true for
     * 1.
     *
     * @throws BadInputException if an id is unknown, or a value is out of its range or a fraction
     *     where a count is asked for
     */
    public static TrainingSettings of(Map<String, Double> values) {
        values.forEach(TrainingSettings::refuse);
        return new TrainingSettings(
                count("steps", values),
                number("learningRate", values),
                number("warmUp", values),
                number("learningRateFloor", values),
                number("weightDecay", values),
                count("decayVectors", values) == 1,
                number("beta1", values),
                number("beta2", values),
                number("epsilon", values),
                number("clip", values),
                number("temperature", values),
                count("learnTemperature", values) == 1,
                count("symmetric", values) == 1,
                count("maskKnownPositives", values) == 1,
                count("hardNegatives", values),
                number("dropout", values),
                number("attentionDropout", values),
                count("microBatchTokens", values),
                count("accumulate", values),
                count("precision", values),
                count("frozenEmbeddings", values) == 1,
                count("trainedLayers", values),
                count("loraRank", values),
                number("loraAlpha", values),
                count("loraTargets", values),
                count("maxTokens", values),
                count("checkpointEvery", values),
                count("validateEvery", values),
                count("patience", values),
                count("probes", values),
                count("probeQuestions", values));
    }

    /** True if the weights are looked at after a step; after 0 they are as training found them. */
    boolean probedAfter(int step) {
        long before = (long) (step - 1) * probes / steps;
        return probes > 0 && (step == 0 || (long) step * probes / steps > before);
    }

    /**
     * How many of a model's weights, from the first, do not learn.
     *
     * @param weights arrays of the model in the kernels' order
     * @throws BadInputException if none would learn
     */
    int frozen(int weights) {
        int layers = (weights - EMBEDDING_ARRAYS) / LAYER_ARRAYS;
        int frozen = 0;
        if (trainedLayers > 0) {
            frozen = EMBEDDING_ARRAYS + LAYER_ARRAYS * Math.max(0, layers - trainedLayers);
        } else if (frozenEmbeddings || loraRank > 0) {
            frozen = EMBEDDING_ARRAYS;
        }
        if (frozen == weights) {
            throw new BadInputException(
                    "a model without layers has nothing but embeddings to train; set"
                            + " frozenEmbeddings, trainedLayers and loraRank to 0");
        }
        return frozen;
    }

    private static double number(String id, Map<String, Double> values) {
        return values.getOrDefault(id, setting(id).standard());
    }

    private static int count(String id, Map<String, Double> values) {
        double value = number(id, values);
        if (value != Math.rint(value)) {
            throw new BadInputException(id + " is " + value + " but must be a whole number");
        }
        return (int) value;
    }

    private static void refuse(String id, double value) {
        setting(id)
                .problem(value)
                .ifPresent(
                        problem -> {
                            throw new BadInputException(problem);
                        });
    }

    private static Setting setting(String id) {
        return DeclaredSettings.ALL.stream()
                .filter(setting -> setting.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInputException(
                                        "training has no setting '"
                                                + id
                                                + "'; it has "
                                                + String.join(
                                                        ", ",
                                                        DeclaredSettings.ALL.stream()
                                                                .map(Setting::id)
                                                                .toList())));
    }
}
