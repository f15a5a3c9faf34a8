package org.isogloss.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Setting;

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
 * @param symmetric whether passages also look for their questions
 * @param maskKnownPositives whether passages known to answer another row's question are left out of
 *     its negatives
 * @param dropout after embeddings and sublayers
 * @param attentionDropout of attention probabilities
 * @param microBatchTokens the most tokens of a part of a batch that is computed at once, by {@link
 *     org.isogloss.encoder.GradCache}; 0 computes whole batches
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
        boolean symmetric,
        boolean maskKnownPositives,
        double dropout,
        double attentionDropout,
        int microBatchTokens,
        boolean frozenEmbeddings,
        int trainedLayers,
        int loraRank,
        double loraAlpha,
        int loraTargets,
        int maxTokens,
        int checkpointEvery,
        int validateEvery,
        int patience) {

    private static final int EMBEDDING_ARRAYS = 5;
    private static final int LAYER_ARRAYS = 12;
    private static final String OURS = " Not stated in arXiv 2408.10536: our choice.";
    private static final String PAPER = " The value of arXiv 2408.10536.";

    private static final List<Setting> SETTINGS =
            List.of(
                    new Setting(
                            "steps",
                            "Steps",
                            "steps",
                            1,
                            10_000_000,
                            10_000,
                            "Updates of the weights, one batch each." + OURS),
                    new Setting(
                            "learningRate",
                            "Learning rate",
                            "",
                            0,
                            1,
                            3e-5,
                            "The greatest learning rate of AdamW." + PAPER),
                    new Setting(
                            "warmUp",
                            "Warm-up",
                            "share of steps",
                            0,
                            1,
                            0.1,
                            "The learning rate rises from 0 over this share of the steps." + OURS),
                    new Setting(
                            "learningRateFloor",
                            "Learning rate floor",
                            "share of learning rate",
                            0,
                            1,
                            0,
                            "After the warm-up the learning rate falls in a line to 0 at the end,"
                                    + " but never below this share; 1 keeps it constant."
                                    + OURS),
                    new Setting(
                            "weightDecay",
                            "Weight decay",
                            "",
                            0,
                            1,
                            0.01,
                            "Each step shrinks weights by this times the learning rate." + PAPER),
                    new Setting(
                            "decayVectors",
                            "Decay biases and LayerNorm",
                            "0 or 1",
                            0,
                            1,
                            0,
                            "0 exempts biases and LayerNorm weights from weight decay, as"
                                    + " sentence-transformers does; 1 decays all, as PyTorch's"
                                    + " AdamW does when it is given all parameters."
                                    + OURS),
                    new Setting(
                            "beta1",
                            "Beta 1",
                            "",
                            0,
                            0.999999,
                            0.9,
                            "Decay of AdamW's running mean of gradients." + OURS),
                    new Setting(
                            "beta2",
                            "Beta 2",
                            "",
                            0,
                            0.999999,
                            0.999,
                            "Decay of AdamW's running mean of squared gradients." + OURS),
                    new Setting(
                            "epsilon",
                            "Epsilon",
                            "",
                            1e-12,
                            1,
                            1e-8,
                            "Added to the denominator of AdamW." + OURS),
                    new Setting(
                            "clip",
                            "Gradient clip",
                            "norm",
                            0,
                            1e6,
                            1,
                            "Gradients whose norm over all weights is greater are scaled down to"
                                    + " it; 0 never scales."
                                    + OURS),
                    new Setting(
                            "temperature",
                            "Temperature",
                            "",
                            0.001,
                            10,
                            0.05,
                            "Divides cosines in the loss. The paper prints none, and with 1 the"
                                    + " loss hardly moves; 0.05 is the scale 20 of"
                                    + " sentence-transformers."
                                    + OURS),
                    new Setting(
                            "symmetric",
                            "Symmetric loss",
                            "0 or 1",
                            0,
                            1,
                            0,
                            "1 averages in the loss of finding each passage's question; 0 is"
                                    + " equation 1 of arXiv 2408.10536."),
                    new Setting(
                            "maskKnownPositives",
                            "Mask known positives",
                            "0 or 1",
                            0,
                            1,
                            1,
                            "1 leaves a passage out of a question's negatives if it is known to"
                                    + " answer it, as when several questions share one sentence;"
                                    + " 0 counts every other passage as wrong."
                                    + OURS),
                    new Setting(
                            "dropout",
                            "Dropout",
                            "probability",
                            0,
                            0.9,
                            0.1,
                            "After embeddings and sublayers. A spec that names none takes the"
                                    + " backbone's own, mostly 0.1; a bag of embeddings has none."
                                    + OURS),
                    new Setting(
                            "attentionDropout",
                            "Attention dropout",
                            "probability",
                            0,
                            0.9,
                            0.1,
                            "Of attention probabilities. A spec that names none takes the"
                                    + " backbone's own, mostly 0.1; a bag of embeddings has none."
                                    + OURS),
                    new Setting(
                            "microBatchTokens",
                            "Micro-batch",
                            "tokens",
                            0,
                            10_000_000,
                            0,
                            "A larger batch is computed in parts of so many tokens, with the very"
                                    + " gradient of the whole, in a third more time; 0 never parts"
                                    + " a batch. A token takes about 150 bytes x hidden size x"
                                    + " layers of memory: 1.4 MB for a base model, so that 2048"
                                    + " fit into 3 GB beside the weights."
                                    + OURS),
                    new Setting(
                            "frozenEmbeddings",
                            "Freeze embeddings",
                            "0 or 1",
                            0,
                            1,
                            0,
                            "1 leaves the embeddings and their LayerNorm as they are, most of a"
                                    + " multilingual model's weights, and saves their moments'"
                                    + " memory."
                                    + OURS),
                    new Setting(
                            "trainedLayers",
                            "Layers trained",
                            "last layers",
                            0,
                            1000,
                            0,
                            "Only so many of the last layers learn, and what follows them; the"
                                    + " embeddings and earlier layers stay as they are. 0 trains"
                                    + " all."
                                    + OURS),
                    new Setting(
                            "loraRank",
                            "LoRA rank",
                            "",
                            0,
                            1024,
                            0,
                            "Learns low-rank products added to attention projections instead of"
                                    + " weights (LoRA); they are merged into the model that is"
                                    + " written. 0 trains the weights themselves; 8 is usual, with"
                                    + " a learning rate near 3e-4."
                                    + OURS),
                    new Setting(
                            "loraAlpha",
                            "LoRA alpha",
                            "",
                            0.001,
                            10_000,
                            16,
                            "A low-rank product counts alpha / rank times." + OURS),
                    new Setting(
                            "loraTargets",
                            "LoRA targets",
                            "1, 2 or 3",
                            1,
                            3,
                            1,
                            "1 adapts query and value projections, 2 also key, 3 also the attention"
                                    + " output."
                                    + OURS),
                    new Setting(
                            "maxTokens",
                            "Longest text",
                            "tokens",
                            2,
                            8192,
                            128,
                            "Texts are cut to so many tokens, special tokens included." + OURS),
                    new Setting(
                            "checkpointEvery",
                            "Checkpoint every",
                            "steps",
                            1,
                            10_000_000,
                            500,
                            "A killed run goes on from its last checkpoint." + OURS),
                    new Setting(
                            "validateEvery",
                            "Validate every",
                            "steps",
                            1,
                            10_000_000,
                            500,
                            "The loss on held-out batches chooses the checkpoint that is kept."
                                    + OURS),
                    new Setting(
                            "patience",
                            "Patience",
                            "validations",
                            0,
                            10_000,
                            5,
                            "Training stops after so many validations without a better loss; 0"
                                    + " never stops early. The paper stops early too, but its"
                                    + " patience is not stated: our choice."));

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
        values.put("dropout", dropout);
        values.put("attentionDropout", attentionDropout);
        values.put("microBatchTokens", (double) microBatchTokens);
        values.put("trainedLayers", (double) trainedLayers);
        values.put("loraRank", (double) loraRank);
        values.put("loraAlpha", loraAlpha);
        values.put("loraTargets", (double) loraTargets);
        values.put("maxTokens", (double) maxTokens);
        values.put("checkpointEvery", (double) checkpointEvery);
        values.put("validateEvery", (double) validateEvery);
        values.put("patience", (double) patience);
        values.forEach(TrainingSettings::refuse);
    }

    /** The settings, each with its standard value and help. */
    public static List<Setting> settings() {
        return SETTINGS;
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
                count("symmetric", values) == 1,
                count("maskKnownPositives", values) == 1,
                number("dropout", values),
                number("attentionDropout", values),
                count("microBatchTokens", values),
                count("frozenEmbeddings", values) == 1,
                count("trainedLayers", values),
                count("loraRank", values),
                number("loraAlpha", values),
                count("loraTargets", values),
                count("maxTokens", values),
                count("checkpointEvery", values),
                count("validateEvery", values),
                count("patience", values));
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
        return SETTINGS.stream()
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
                                                        SETTINGS.stream()
                                                                .map(Setting::id)
                                                                .toList())));
    }
}
