package org.isogloss.experiment.preset;

import java.util.Optional;
import org.isogloss.encoder.ModelShape;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.Encoding;

/**
 * A backbone known by name: a published model, or a size of a new one.
 *
 * @param id its stable name, which serves as a backbone's name in a study too
 * @param name for people
 * @param description what it is, in one line
 * @param origin where it comes from
 * @param shape its sizes, from which its weights are counted
 * @param encoding how its makers turn texts into vectors; null where they do not say
 * @param normalize whether its makers give vectors length 1
 * @param scratch the size of a new model; null for a published one
 */
public record BackbonePreset(
        String id,
        String name,
        String description,
        Origin origin,
        ModelShape shape,
        Encoding encoding,
        boolean normalize,
        Backbone.Scratch scratch) {

    /**
     * Where a preset comes from.
     *
     * @param hub its id on the Hugging Face hub; null for a new model
     * @param licence SPDX id; null for a new model, which is its trainer's own
     * @param languages which, or how many
     * @param source of these facts
     */
    public record Origin(String hub, String licence, String languages, String source) {}

    /** Its id on the Hugging Face hub, if it is a published model. */
    public Optional<String> hub() {
        return Optional.ofNullable(origin.hub());
    }

    /** The backbone of a study, if it is made from scratch: nothing needs to be fetched. */
    public Optional<Backbone> fromScratch() {
        return Optional.ofNullable(scratch).map(size -> new Backbone(id, null, size));
    }

    /** The number of weights, without a pooler, which is not used. */
    public long parameters() {
        return shape.parameters();
    }

    /** The number of weights outside the tables of words, positions and token types. */
    public long nonEmbeddingParameters() {
        return shape.nonEmbeddingParameters();
    }

    /** Transformer layers. */
    public int layers() {
        return shape.config().layers();
    }

    /** The dimension of a text's vector. */
    public int dimension() {
        return shape.dense() == null ? shape.config().hidden() : shape.dense().out();
    }
}
