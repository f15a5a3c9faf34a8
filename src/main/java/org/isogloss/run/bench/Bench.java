package org.isogloss.run.bench;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.batch.BatchPlan;
import org.isogloss.encoder.Encoder;
import org.isogloss.encoder.EncodingSettings;
import org.isogloss.encoder.Kernels;
import org.isogloss.encoder.ModelConfig;
import org.isogloss.encoder.ModelDirectory;
import org.isogloss.encoder.Prompts;
import org.isogloss.encoder.Side;
import org.isogloss.encoder.TextTokenizer;
import org.isogloss.encoder.Weights;
import org.isogloss.run.Compute;
import org.isogloss.run.Environment;
import org.isogloss.run.ResidentMemory;
import org.isogloss.training.BatchTokens;
import org.isogloss.training.TrainingSettings;
import org.isogloss.training.TrainingSteps;

/**
 * Measures the machine stage by stage, with a backbone and a batch, on made-up texts of natural
 * length variety; dropout and pooling are the backbone's own.
 *
 * @param model the backbone; its weights on disk stay as they are
 * @param compute with the engine started
 * @param batch questions of a batch
 * @param microBatchTokens the most tokens of a part of a batch computed at once; 0 for all
 */
public record Bench(ModelDirectory model, Compute compute, int batch, int microBatchTokens) {
    /** About as many tokens as the encoder computes at once. */
    private static final int TEXTS_AT_ONCE = 128;

    private static final int MOST_STEPS = 10_000_000;

    /** What training gave. */
    private record Trained(Rate tokens, double tokensPerStep) {}

    /** What encoding gave. */
    private record Encoded(Rate tokens, double tokensPerText) {}

    /**
     * Measures training, encoding, search and the indexing of a corpus.
     *
     * @throws CancellationException if asked to stop
     */
    public Measurement measure(Progress progress, Cancellation stop) {
        return measure(Windows.STANDARD, progress, stop);
    }

    Measurement measure(Windows windows, Progress progress, Cancellation stop) {
        BenchTexts texts = BenchTexts.of(batch);
        Trained training = training(texts, windows, progress, stop);
        Encoded encoding = encoding(texts.all(), windows, progress, stop);
        int dimension = model.description().dimension();
        SearchBench search = new SearchBench(dimension, compute.device());
        Rate ranked = search.search(windows, progress, stop);
        Rate product = search.product(windows, progress, stop);
        Rate indexed;
        try (IndexingBench indexing = new IndexingBench(texts.all())) {
            indexed = indexing.index(windows, progress, stop);
        }
        var peak = new ResidentMemory().peak();
        return new Measurement(
                Environment.version(),
                Instant.now().toString(),
                Processor.here(),
                compute.device().toString(),
                compute.threads(),
                Shape.of(model.config()),
                batch,
                training.tokensPerStep,
                training.tokens,
                encoding.tokens,
                encoding.tokensPerText,
                ranked,
                product,
                dimension,
                indexed,
                peak.isPresent() ? peak.getAsLong() : null);
    }

    private Trained training(
            BenchTexts texts, Windows windows, Progress progress, Cancellation stop) {
        AtomicLong tokens = new AtomicLong();
        AtomicInteger steps = new AtomicInteger();
        Rate[] rate = new Rate[1];
        withSteps(
                texts,
                (training, plan) ->
                        rate[0] =
                                windows.measure(
                                        "measuring training",
                                        () -> {
                                            int read = training.next(plan);
                                            tokens.addAndGet(read);
                                            steps.incrementAndGet();
                                            return read;
                                        },
                                        progress,
                                        stop));
        return new Trained(rate[0], tokens.doubleValue() / steps.get());
    }

    /** What is done with training steps while model and kernels are open. */
    @FunctionalInterface
    interface Stepping {
        void on(TrainingSteps steps, BatchPlan plan);
    }

    /** Opens the model for training. */
    void withSteps(BenchTexts texts, Stepping stepping) {
        Prompts prompts = model.description().input().prompts();
        try (TextTokenizer tokenizer = model.tokenizer();
                Kernels kernels = new Kernels(compute.device());
                Weights weights = Weights.load(model, compute.device());
                TrainingSteps steps =
                        new TrainingSteps(
                                kernels,
                                model.description().kernelModel(),
                                weights,
                                new BatchTokens(
                                        tokenizer::ids,
                                        prompts.question(),
                                        prompts.passage(),
                                        model.maxTokens()),
                                settings(model.config()),
                                Bench::refuse)) {
            stepping.on(steps, texts.plan(batch));
        }
    }

    /** Another micro-batch than asked for would be another measurement. */
    private static void refuse(String parted) {
        throw new BadInputException(parted + "; measure with a smaller --batch or micro-batch");
    }

    private TrainingSettings settings(ModelConfig config) {
        return TrainingSettings.of(
                Map.of(
                        "steps",
                        (double) MOST_STEPS,
                        "dropout",
                        config.hiddenDropout(),
                        "attentionDropout",
                        config.attentionDropout(),
                        "microBatchTokens",
                        (double) microBatchTokens));
    }

    private Encoded encoding(
            List<String> texts, Windows windows, Progress progress, Cancellation stop) {
        int[] lengths;
        try (TextTokenizer tokenizer = model.tokenizer()) {
            lengths =
                    tokenizer.ids(texts, model.maxTokens()).stream()
                            .mapToInt(ids -> ids.length)
                            .toArray();
        }
        AtomicInteger next = new AtomicInteger();
        try (Encoder encoder = new Encoder(model, EncodingSettings.of(model), compute.device())) {
            Rate rate =
                    windows.measure(
                            "measuring encoding",
                            () -> {
                                int from = next.getAndAdd(TEXTS_AT_ONCE) % texts.size();
                                int to = Math.min(texts.size(), from + TEXTS_AT_ONCE);
                                encoder.encode(
                                        Side.PASSAGE, texts.subList(from, to), Progress.NONE, stop);
                                return tokens(lengths, from, to);
                            },
                            progress,
                            stop);
            return new Encoded(rate, tokens(lengths, 0, lengths.length) / lengths.length);
        }
    }

    private static double tokens(int[] lengths, int from, int to) {
        double tokens = 0;
        for (int i = from; i < to; i++) {
            tokens += lengths[i];
        }
        return tokens;
    }
}
