package org.isogloss.training;

import java.util.List;
import org.isogloss.base.Setting;

/**
 * What the user may choose about learning: names, ranges, standard values and help, from which
 * forms and checks are made.
 */
final class DeclaredSettings {
    private static final String OURS = " Not stated in arXiv 2408.10536: our choice.";
    private static final String PAPER = " The value of arXiv 2408.10536.";

    static final List<Setting> ALL =
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
                            "learnTemperature",
                            "Learn temperature",
                            "0 or 1",
                            0,
                            1,
                            0,
                            "1 learns the temperature from the value above, as CLIP does: the logarithm of its"
                                    + " inverse is a parameter with the run's learning rate and no"
                                    + " weight decay, and it stays between 0.01 and 1. 0 keeps it."
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
                            "hardNegatives",
                            "Hard negatives",
                            "a question",
                            0,
                            100,
                            1,
                            "Where the data set names passages that look like an answer and are none, so many"
                                    + " of each row, the first named, are negatives of all"
                                    + " questions of the batch. Rows may have fewer or none; data"
                                    + " without any train as with 0."
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
                                    + " gradient of the whole, in a third more time. 0 finds the"
                                    + " size: on the processor from what the largest batch is"
                                    + " estimated to take and what memory is free; and wherever"
                                    + " memory is full, parts are halved until they fit. A token takes about 150 bytes x hidden size x"
                                    + " layers of memory: 1.4 MB for a base model, so that 2048"
                                    + " fit into 3 GB beside the weights."
                                    + OURS),
                    new Setting(
                            "accumulate",
                            "Accumulate",
                            "batches",
                            1,
                            10000,
                            1,
                            "Batches of one update, whose gradients are averaged; steps count updates. This"
                                    + " is not a larger batch: a question meets only the passages"
                                    + " of its own, so fewer negatives. For more of them raise the"
                                    + " batch size, memory follows."
                                    + OURS),
                    new Setting(
                            "precision",
                            "Precision",
                            "32 or 16 bits",
                            16,
                            32,
                            32,
                            "16 computes the layers' products and attention in bfloat16, on a graphics card"
                                    + " only; weights, moments, gradients and loss are float32 in"
                                    + " any case."
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
                                    + " patience is not stated: our choice."),
                    new Setting(
                            "probes",
                            "Probes",
                            "",
                            0,
                            10_000,
                            12,
                            "Looks at the weights while they are learnt, before the first step and"
                                    + " after equal shares of all steps: a few questions of each"
                                    + " test collection are ranked, so that bias can be watched as"
                                    + " it emerges. It changes nothing that is learnt and counts"
                                    + " among no results; 0 never looks."
                                    + OURS),
                    new Setting(
                            "probeQuestions",
                            "Probe questions",
                            "a collection",
                            1,
                            100_000,
                            16,
                            "Questions of each test collection that probes ask, in every language,"
                                    + " the same in all runs; their answers are the candidates."
                                    + OURS));

    private DeclaredSettings() {}
}
