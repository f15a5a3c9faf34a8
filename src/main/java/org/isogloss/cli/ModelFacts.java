package org.isogloss.cli;

import java.util.Locale;
import java.util.Optional;
import org.isogloss.encoder.ModelConfig;
import org.isogloss.encoder.ModelDirectory;
import org.isogloss.encoder.ModelShape;
import org.isogloss.encoder.TextInput;
import org.isogloss.experiment.Encoding;
import org.isogloss.experiment.preset.BackbonePreset;

/**
 * What is known of a model, as JSON for scripts: null where its makers do not say.
 *
 * @param id of a preset; null for a folder
 * @param hub its id on the Hugging Face hub
 * @param family {@code bert}, {@code xlm-roberta} or {@code roberta}
 * @param parameters weights, without a pooler
 * @param nonEmbeddingParameters weights outside the tables of words, positions and token types
 * @param dimension of a text's vector
 */
record ModelFacts(
        String id,
        String name,
        String description,
        String hub,
        String licence,
        String languages,
        String source,
        String family,
        int vocabulary,
        int hidden,
        int layers,
        int heads,
        int feedForward,
        int positions,
        int tokenTypes,
        int dimension,
        String pooling,
        boolean normalize,
        String questionPrefix,
        String passagePrefix,
        int maxTokens,
        long parameters,
        long nonEmbeddingParameters) {

    static ModelFacts of(BackbonePreset preset) {
        return of(
                preset.id(),
                preset.name(),
                preset.description(),
                preset.origin(),
                preset.shape(),
                preset.encoding(),
                preset.normalize());
    }

    static ModelFacts of(ModelDirectory directory) {
        TextInput input = directory.description().input();
        Encoding encoding =
                new Encoding(
                        directory.pooling().id(),
                        input.maxTokens(),
                        input.prompts().question(),
                        input.prompts().passage(),
                        false);
        return of(
                null,
                directory.path().toString(),
                null,
                new BackbonePreset.Origin(null, null, null, null),
                directory.description().shape(),
                encoding,
                directory.normalize());
    }

    private static ModelFacts of(
            String id,
            String name,
            String description,
            BackbonePreset.Origin origin,
            ModelShape shape,
            Encoding encoding,
            boolean normalize) {
        ModelConfig config = shape.config();
        return new ModelFacts(
                id,
                name,
                description,
                origin.hub(),
                origin.licence(),
                origin.languages(),
                origin.source(),
                config.modelType(),
                config.vocabulary(),
                config.hidden(),
                config.layers(),
                config.heads(),
                config.feedForward(),
                config.positions(),
                config.tokenTypes(),
                shape.dense() == null ? config.hidden() : shape.dense().out(),
                encoding.pooling(),
                normalize,
                encoding.questionPrefix(),
                encoding.passagePrefix(),
                encoding.maxTokens(),
                shape.parameters(),
                shape.nonEmbeddingParameters());
    }

    /** What to print of it, a line each. */
    String text() {
        StringBuilder text = new StringBuilder(name);
        Optional.ofNullable(description).ifPresent(line -> text.append('\n').append(line));
        line(text, "hub", hub);
        line(text, "licence", licence);
        line(text, "languages", languages);
        line(text, "source", source);
        line(
                text,
                "sizes",
                family
                        + ": "
                        + vocabulary
                        + " words, "
                        + layers
                        + " layers of "
                        + hidden
                        + " with "
                        + heads
                        + " heads and "
                        + feedForward
                        + " inside");
        line(
                text,
                "vectors",
                dimension
                        + " numbers, pooling "
                        + Optional.ofNullable(pooling).orElse("not stated")
                        + (normalize ? ", of length 1" : ""));
        line(text, "longest text", maxTokens + " tokens");
        if (!questionPrefix.isEmpty() || !passagePrefix.isEmpty()) {
            line(text, "prefixes", '"' + questionPrefix + "\", \"" + passagePrefix + '"');
        }
        line(
                text,
                "weights",
                String.format(
                        Locale.ROOT,
                        "%,d, of which %,d outside embeddings",
                        parameters,
                        nonEmbeddingParameters));
        return text.toString();
    }

    private static void line(StringBuilder text, String label, String value) {
        if (value != null) {
            text.append('\n').append(String.format(Locale.ROOT, "  %-14s%s", label, value));
        }
    }

    /** A count of weights in millions: {@code 277.5M}. */
    static String millions(long count) {
        return String.format(Locale.ROOT, "%.1fM", count / 1e6);
    }
}
