package org.isogloss.encoder;

import java.nio.file.Path;

/**
 * All of a model but its weights.
 *
 * @param config its sizes
 * @param head how token vectors become a text vector
 * @param input how a text becomes tokens
 */
public record ModelDescription(ModelConfig config, SentenceHead head, TextInput input) {

    /** A model without a Dense layer, lower-casing and prompts. */
    public ModelDescription(
            ModelConfig config, Pooling pooling, boolean normalize, int maxTokens, Path tokenizer) {
        this(
                config,
                new SentenceHead(pooling, null, normalize),
                new TextInput(tokenizer, false, maxTokens, Prompts.NONE));
    }

    /** What decides how many weights it has. */
    public ModelShape shape() {
        return new ModelShape(config, head.dense());
    }

    /** The dimension of a text's vector. */
    public int dimension() {
        return head.dense() == null ? config.hidden() : head.dense().out();
    }

    /** What the kernels need to know beside the weights. */
    public KernelModel kernelModel() {
        return kernelModel(head.pooling());
    }

    /** As {@link #kernelModel()}, with another pooling than the model's own. */
    public KernelModel kernelModel(Pooling pooling) {
        KernelModel model = config.kernelModel(pooling);
        return head.dense() == null ? model : model.with(head.dense().activation());
    }
}
