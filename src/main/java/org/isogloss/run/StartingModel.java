package org.isogloss.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Machine;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.encoder.BpeTrainer;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.KernelModel;
import org.isogloss.encoder.ModelConfig;
import org.isogloss.encoder.ModelDescription;
import org.isogloss.encoder.ModelDirectory;
import org.isogloss.encoder.ModelShape;
import org.isogloss.encoder.Pooling;
import org.isogloss.encoder.Prompts;
import org.isogloss.encoder.SentenceHead;
import org.isogloss.encoder.TextInput;
import org.isogloss.encoder.TextTokenizer;
import org.isogloss.encoder.Weights;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.Encoding;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.training.BatchLoad;
import org.isogloss.training.FirstMicroBatch;
import org.isogloss.training.TrainingMemory;
import org.isogloss.training.TrainingSettings;

/**
 * The model a run starts from: read from its directory, or made from scratch.
 *
 * @param description all of it but the weights
 * @param tokenizer its tokenizer
 * @param weights its weights, to be changed by training
 */
record StartingModel(ModelDescription description, TextTokenizer tokenizer, Weights weights)
        implements AutoCloseable {
    private static final int LONGEST_TOKEN = 9;

    /**
     * Opens or makes the model a spec starts from.
     *
     * @param corpora what it will be trained on: a new model's vocabulary is learnt from them
     * @param tokenizerFile where a new model's vocabulary is written
     * @throws BadInputException if the model cannot be read, or texts cannot be cut as asked
     */
    static StartingModel of(
            ExperimentSpec spec,
            List<ParallelCorpus> corpora,
            Path tokenizerFile,
            ComputeDevice device,
            Cancellation stop) {
        StartingModel model = open(spec, corpora, tokenizerFile, device, stop);
        try {
            model.check(spec);
            return model;
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /** Refuses before training what could only be refused after it. */
    private void check(ExperimentSpec spec) {
        int longest = description.config().longestText();
        Integer asked = spec.recipe().encoding().maxTokens();
        if (asked != null) {
            TokenLimit.check(asked, longest, tokenizer);
        }
        int inTraining = TrainingSettings.of(spec.optimisation()).maxTokens();
        TokenLimit.check(Math.min(inTraining, description.input().maxTokens()), longest, tokenizer);
    }

    private static StartingModel open(
            ExperimentSpec spec,
            List<ParallelCorpus> corpora,
            Path tokenizerFile,
            ComputeDevice device,
            Cancellation stop) {
        Optional<Path> directory = spec.backbone().directory();
        if (directory.isPresent()) {
            ModelDirectory model = new ModelDirectory(directory.get());
            return with(
                    as(spec.recipe().encoding(), model.description()),
                    model.tokenizer(),
                    () -> Weights.load(model, device));
        }
        Backbone.Scratch size = spec.backbone().scratch();
        String tokenizer =
                new BpeTrainer(size.vocabulary(), LONGEST_TOKEN).train(texts(corpora), stop);
        AtomicFile.writeText(tokenizerFile, tokenizer);
        int vocabulary = size.vocabulary();
        ModelConfig config = size.config();
        ModelDescription description =
                new ModelDescription(
                        config, Pooling.MEAN, true, config.longestText(), tokenizerFile);
        return with(
                as(spec.recipe().encoding(), description),
                new TextTokenizer(tokenizerFile, vocabulary),
                () -> Weights.random(config, spec.seed(), device));
    }

    private static StartingModel with(
            ModelDescription description, TextTokenizer tokenizer, Supplier<Weights> weights) {
        try {
            return new StartingModel(description, tokenizer, weights.get());
        } catch (RuntimeException e) {
            tokenizer.close();
            throw e;
        }
    }

    /** What the kernels need to know of it beside its weights. */
    KernelModel kernelModel() {
        return description.kernelModel();
    }

    /**
     * The settings of a spec; where it names no dropout, that of the model's own configuration
     * holds.
     */
    TrainingSettings settings(Map<String, Double> optimisation) {
        Map<String, Double> complete = new TreeMap<>(optimisation);
        complete.putIfAbsent("dropout", description.config().hiddenDropout());
        complete.putIfAbsent("attentionDropout", description.config().attentionDropout());
        return TrainingSettings.of(complete);
    }

    /**
     * The parts to begin with, where the settings leave that open and the largest batch is
     * estimated not to fit the memory at hand; a card says itself when it is full.
     */
    Optional<FirstMicroBatch> firstMicroBatch(
            TrainingSettings settings, BatchLoad largest, ComputeDevice device) {
        if (device.gpu().isPresent()) {
            return Optional.empty();
        }
        ModelShape shape = description.shape();
        long available = Machine.availableMemory();
        OptionalInt first = TrainingMemory.firstMicroBatch(shape, settings, largest, available);
        return first.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new FirstMicroBatch(
                                first.getAsInt(),
                                String.format(
                                        Locale.ROOT,
                                        "the largest batch, %,d tokens, may take %.1f GB in one"
                                                + " piece, and %.1f GB are free: batches are"
                                                + " computed in parts of at most %d tokens, with"
                                                + " the same gradient in more time; to repeat this"
                                                + " run elsewhere set microBatchTokens to %d",
                                        largest.tokens(),
                                        TrainingMemory.of(shape, settings, largest, false).total()
                                                / 1e9,
                                        available / 1e9,
                                        first.getAsInt(),
                                        first.getAsInt())));
    }

    private static ModelDescription as(Encoding encoding, ModelDescription model) {
        int longest =
                encoding.maxTokens() == null
                        ? model.input().maxTokens()
                        : Math.min(encoding.maxTokens(), model.config().longestText());
        SentenceHead head =
                new SentenceHead(
                        encoding.pooling() == null
                                ? model.head().pooling()
                                : Pooling.of(encoding.pooling()),
                        model.head().dense(),
                        true); // cosines are what the loss is made of
        TextInput input = model.input();
        return new ModelDescription(
                model.config(),
                head,
                new TextInput(
                        input.tokenizer(),
                        input.lowerCase(),
                        longest,
                        prompts(encoding, input.prompts())));
    }

    /** What the spec asks for, else what the model's makers did. */
    private static Prompts prompts(Encoding encoding, Prompts own) {
        return new Prompts(
                encoding.questionPrefix() == null ? own.question() : encoding.questionPrefix(),
                encoding.passagePrefix() == null ? own.passage() : encoding.passagePrefix());
    }

    private static List<String> texts(List<ParallelCorpus> corpora) {
        return corpora.stream()
                .flatMap(corpus -> corpus.items().stream())
                .flatMap(item -> item.pairs().values().stream())
                .flatMap(pair -> Stream.of(pair.question(), pair.passage()))
                .toList();
    }

    @Override
    public void close() {
        weights.close();
        tokenizer.close();
    }
}
