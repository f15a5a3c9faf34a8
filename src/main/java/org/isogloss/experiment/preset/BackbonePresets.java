package org.isogloss.experiment.preset;

import java.util.List;
import java.util.Optional;
import org.isogloss.encoder.Dense;
import org.isogloss.encoder.ModelConfig;
import org.isogloss.encoder.ModelShape;
import org.isogloss.encoder.Pooling;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.Encoding;
import org.isogloss.experiment.preset.BackbonePreset.Origin;

/**
 * The list of backbone presets.
 *
 * <p>Sizes are those of each model's {@code config.json}, pooling, length and normalisation those
 * of its sentence-transformers files, prefixes those of its card. Not in it: {@code
 * microsoft/Multilingual-MiniLM-L12-H384}, of which no safetensors were found; multilingual E5
 * small was made from it.
 */
public final class BackbonePresets {
    private static final String APACHE = "Apache-2.0";
    private static final String MIT = "MIT";
    private static final String MLM_ONLY =
            " A masked language model: its makers name no pooling, so that a study does, else the"
                    + " mean is taken.";

    private static final String NANO =
            "A bag of embeddings, no transformer: the size of the sample study.";
    private static final String MICRO =
            "BERT-Tiny's two layers with a vocabulary learnt from its training data.";
    private static final String MINI =
            "BERT-Mini's four layers with a vocabulary learnt from its training data.";

    private BackbonePresets() {}

    /** All presets, those that are made from scratch first, then by family and size. */
    public static List<BackbonePreset> all() {
        return List.of(
                scratch("nano", "Nano", new Backbone.Scratch(4000, 128, 0, 1, 1, 160), NANO),
                scratch("micro", "Micro", new Backbone.Scratch(8000, 128, 2, 2, 512, 160), MICRO),
                scratch("mini", "Mini", new Backbone.Scratch(8000, 256, 4, 4, 1024, 160), MINI),
                published(
                        "xlmr.base",
                        "XLM-R base",
                        "XLM-RoBERTa of base size." + MLM_ONLY,
                        new Origin(
                                "FacebookAI/xlm-roberta-base",
                                MIT,
                                "100 languages",
                                "Conneau et al., 2020; hub config and card"),
                        new ModelShape(xlmRoberta(768, 12, 514), null),
                        encoding(null, 512),
                        false),
                published(
                        "xlmr.large",
                        "XLM-R large",
                        "XLM-RoBERTa of large size." + MLM_ONLY,
                        new Origin(
                                "FacebookAI/xlm-roberta-large",
                                MIT,
                                "100 languages",
                                "Conneau et al., 2020; hub config and card"),
                        new ModelShape(xlmRoberta(1024, 24, 514), null),
                        encoding(null, 512),
                        false),
                published(
                        "mbert",
                        "mBERT",
                        "Multilingual BERT, cased, of Wikipedias." + MLM_ONLY,
                        new Origin(
                                "google-bert/bert-base-multilingual-cased",
                                APACHE,
                                "104 languages",
                                "Devlin et al., 2019; hub config and card"),
                        new ModelShape(bert(119_547, 768, 12), null),
                        encoding(null, 512),
                        false),
                published(
                        "labse",
                        "LaBSE",
                        "Language-agnostic BERT for finding translations, with a Dense layer after"
                                + " pooling.",
                        new Origin(
                                "sentence-transformers/LaBSE",
                                APACHE,
                                "109 languages",
                                "Feng et al., 2022; hub config and card"),
                        new ModelShape(
                                bert(501_153, 768, 12),
                                new Dense(768, 768, true, Dense.Activation.TANH)),
                        encoding(Pooling.CLS, 256),
                        true),
                e5("small", bert(250_037, 384, 12)),
                e5("base", xlmRoberta(768, 12, 514)),
                e5("large", xlmRoberta(1024, 24, 514)),
                published(
                        "bge.m3",
                        "BGE-M3 (dense)",
                        "A retriever made from XLM-R large for long texts; of its three kinds of"
                                + " vectors the dense one. The hub holds a pickle, to be converted"
                                + " to safetensors once.",
                        new Origin(
                                "BAAI/bge-m3",
                                MIT,
                                "more than 100 languages",
                                "Chen et al., 2024; hub config and card"),
                        new ModelShape(xlmRoberta(1024, 24, 8194), null),
                        encoding(Pooling.CLS, 8192),
                        true),
                published(
                        "minilm.l12",
                        "Multilingual MiniLM-L12",
                        "A small encoder distilled on paraphrases and translations.",
                        new Origin(
                                "sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2",
                                APACHE,
                                "more than 50 languages",
                                "Reimers and Gurevych, 2020; hub config and card"),
                        new ModelShape(bert(250_037, 384, 12), null),
                        encoding(Pooling.MEAN, 128),
                        false),
                published(
                        "minilm.l6",
                        "MiniLM-L6 (English)",
                        "The smallest published one, of English alone: what a retriever can do that"
                                + " has seen no other language, and quick to try.",
                        new Origin(
                                "sentence-transformers/all-MiniLM-L6-v2",
                                APACHE,
                                "English",
                                "hub config and card"),
                        new ModelShape(bert(30_522, 384, 6), null),
                        encoding(Pooling.MEAN, 256),
                        true));
    }

    /** The preset of an id, if there is one. */
    public static Optional<BackbonePreset> find(String id) {
        return all().stream().filter(preset -> preset.id().equals(id)).findFirst();
    }

    private static BackbonePreset scratch(
            String id, String name, Backbone.Scratch size, String description) {
        String source = size.layers() == 0 ? "Isogloss" : "Turc et al., 2019, for width and depth";
        return new BackbonePreset(
                id,
                name,
                description,
                new Origin(null, null, "those of its training data", source),
                new ModelShape(size.config(), null),
                encoding(Pooling.MEAN, size.maxPositions()),
                true,
                size);
    }

    private static BackbonePreset published(
            String id,
            String name,
            String description,
            Origin origin,
            ModelShape shape,
            Encoding encoding,
            boolean normalize) {
        return new BackbonePreset(id, name, description, origin, shape, encoding, normalize, null);
    }

    private static BackbonePreset e5(String size, ModelConfig config) {
        return published(
                "me5." + size,
                "Multilingual E5 " + size,
                "A retriever trained on text pairs of many languages; it needs its prefixes.",
                new Origin(
                        "intfloat/multilingual-e5-" + size,
                        MIT,
                        "about 100 languages",
                        "Wang et al., 2024; hub config and card"),
                new ModelShape(config, null),
                new Encoding(Pooling.MEAN.id(), 512, "query: ", "passage: ", false),
                true);
    }

    private static Encoding encoding(Pooling pooling, int maxTokens) {
        return new Encoding(pooling == null ? null : pooling.id(), maxTokens, "", "", false);
    }

    /** BERT's sizes, of which all but vocabulary, width and depth are the same everywhere. */
    private static ModelConfig bert(int vocabulary, int hidden, int layers) {
        return new ModelConfig(
                "bert", vocabulary, hidden, layers, 12, 4 * hidden, 512, 2, 1e-12, 0, .1, .1, .02);
    }

    /** XLM-RoBERTa's sizes: heads of 64 dimensions, two positions before a text's first. */
    private static ModelConfig xlmRoberta(int hidden, int layers, int positions) {
        return new ModelConfig(
                "xlm-roberta",
                250_002,
                hidden,
                layers,
                hidden / 64,
                4 * hidden,
                positions,
                1,
                1e-5,
                1,
                .1,
                .1,
                .02);
    }
}
