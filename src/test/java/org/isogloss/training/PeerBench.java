package org.isogloss.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.base.LineSource;
import org.isogloss.batch.BatchPlan;
import org.isogloss.batch.BatchRow;
import org.isogloss.batch.BatchSettings;
import org.isogloss.bench.BenchClock;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.format.Dataset;
import org.isogloss.corpus.format.DatasetFormats;
import org.isogloss.encoder.BpeTrainer;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.Encoder;
import org.isogloss.encoder.EncodingSettings;
import org.isogloss.encoder.Kernels;
import org.isogloss.encoder.ModelConfig;
import org.isogloss.encoder.ModelDescription;
import org.isogloss.encoder.ModelDirectory;
import org.isogloss.encoder.Pooling;
import org.isogloss.encoder.PyTorch;
import org.isogloss.encoder.Side;
import org.isogloss.encoder.TextPairs;
import org.isogloss.encoder.TextTokenizer;
import org.isogloss.encoder.Vectors;
import org.isogloss.encoder.Weights;
import org.isogloss.run.bench.ScratchSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Isogloss's side of the comparison with a plain PyTorch loop: {@code src/bench/fitness.py} calls
 * it and {@code src/bench/peer.py} in turn.
 *
 * <p>Not a test. {@code model SIZE DATA OUT}, {@code batches MODEL DATA STEPS SIZE OUT} and {@code
 * texts MODEL DATA COUNT OUT} write what both sides read; {@code train MODEL BATCHES THREADS} and
 * {@code encode MODEL TEXTS THREADS} print a JSON line for each step or pass.
 */
final class PeerBench {
    private static final int MAX_TOKENS = 128;
    private static final int PASSES = 3;
    private static final int LONGEST_TOKEN = 12;
    private static final JsonMapper JSON = new JsonMapper();

    private PeerBench() {}

    public static void main(String[] args) throws IOException {
        if (args[0].equals("model")) {
            make(ScratchSize.of(args[1]), Path.of(args[2]), Path.of(args[3]));
            return;
        }
        ModelDirectory model = new ModelDirectory(Path.of(args[1]));
        Path file = Path.of(args[2]);
        switch (args[0]) {
            case "batches" ->
                    batches(
                            model,
                            file,
                            Integer.parseInt(args[3]),
                            Integer.parseInt(args[4]),
                            Path.of(args[5]));
            case "texts" -> texts(model, file, Integer.parseInt(args[3]), Path.of(args[4]));
            case "train" -> train(model, file, Integer.parseInt(args[3]));
            case "encode" -> encode(model, file, Integer.parseInt(args[3]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** Makes a model of random weights whose tokens are learnt from the data's own texts. */
    private static void make(ScratchSize size, Path data, Path out) {
        List<String> texts =
                DatasetFormats.read(data).items().items().stream()
                        .flatMap(item -> item.pairs().values().stream())
                        .flatMap(pair -> Stream.of(pair.question(), pair.passage()))
                        .toList();
        ModelConfig config = size.config();
        Path tokenizer = out.resolveSibling("tokenizer.json");
        AtomicFile.writeText(
                tokenizer,
                new BpeTrainer(config.vocabulary(), LONGEST_TOKEN)
                        .train(texts, Cancellation.NEVER));
        ModelDescription description =
                new ModelDescription(config, Pooling.MEAN, true, MAX_TOKENS, tokenizer);
        try (Weights weights = Weights.random(config, 1, ComputeDevice.CPU)) {
            ModelDirectory.write(out, description, weights.namedTensors(), "Random weights.\n");
        }
    }

    private static void batches(ModelDirectory model, Path data, int steps, int size, Path out) {
        Dataset dataset = DatasetFormats.read(data);
        BatchPlan plan =
                new BatchPlan(BatchSettings.of("hybrid", size), List.of(dataset.items()), 1);
        List<Object> lines = new ArrayList<>();
        try (TextTokenizer tokenizer = model.tokenizer()) {
            for (int step = 0; step < steps; step++) {
                List<BatchRow> rows = plan.batch(step).rows();
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("questions", ids(tokenizer, rows, BatchRow::questionText));
                line.put("passages", ids(tokenizer, rows, BatchRow::passageText));
                lines.add(line);
            }
        }
        write(out, lines);
    }

    private static List<int[]> ids(
            TextTokenizer tokenizer, List<BatchRow> rows, Function<BatchRow, String> side) {
        return rows.stream().map(side).map(text -> tokenizer.ids(text, MAX_TOKENS)).toList();
    }

    /** Every so many candidates with the paragraph they stand in: texts of natural lengths. */
    private static void texts(ModelDirectory model, Path data, int count, Path out) {
        List<Passage> pool = DatasetFormats.read(data).collection().passages();
        List<Object> lines = new ArrayList<>();
        try (TextTokenizer tokenizer = model.tokenizer()) {
            for (int i = 0; i < count; i++) {
                String text = pool.get((int) ((long) i * pool.size() / count)).encoded(i % 2 == 0);
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("text", text);
                line.put("ids", tokenizer.ids(text, MAX_TOKENS));
                lines.add(line);
            }
        }
        write(out, lines);
    }

    private static void write(Path file, List<Object> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(JsonFile.line(line)).append('\n'));
        AtomicFile.writeText(file, text.toString());
    }

    private static void train(ModelDirectory model, Path batches, int threads) throws IOException {
        PyTorch.start(threads, line -> {});
        List<TextPairs> pairs = new ArrayList<>();
        for (JsonNode line : lines(batches)) {
            pairs.add(
                    new TextPairs(
                            ids(line.get("questions")), ids(line.get("passages")), List.of()));
        }
        Map<String, Double> chosen = new LinkedHashMap<>();
        chosen.put("steps", (double) pairs.size());
        chosen.put("learningRate", 2e-5);
        chosen.put("dropout", 0.0);
        chosen.put("attentionDropout", 0.0);
        TrainingSettings settings = TrainingSettings.of(chosen);
        try (Kernels kernels = new Kernels(ComputeDevice.CPU);
                Weights weights = Weights.load(model, ComputeDevice.CPU);
                Optimizer optimizer =
                        new Optimizer(
                                kernels,
                                model.description().kernelModel(),
                                weights.arrays(),
                                settings,
                                1,
                                warning -> {})) {
            for (int step = 0; step < pairs.size(); step++) {
                BenchClock clock = new BenchClock();
                double loss = optimizer.step(step, List.of(pairs.get(step))).loss();
                clock.print(step, loss, pairs.get(step).tokens());
            }
        }
    }

    private static void encode(ModelDirectory model, Path texts, int threads) throws IOException {
        PyTorch.start(threads, line -> {});
        List<String> asked = new ArrayList<>();
        int tokens = 0;
        for (JsonNode line : lines(texts)) {
            asked.add(line.get("text").asString());
            tokens += line.get("ids").size();
        }
        EncodingSettings own = EncodingSettings.of(model);
        EncodingSettings settings = new EncodingSettings(own.pooling(), MAX_TOKENS, "", "");
        try (Encoder encoder = new Encoder(model, settings, ComputeDevice.CPU)) {
            for (int pass = 0; pass < PASSES; pass++) {
                BenchClock clock = new BenchClock();
                Vectors vectors =
                        encoder.encode(
                                Side.PASSAGE, asked, (what, done, of) -> {}, Cancellation.NEVER);
                clock.print(pass, checksum(vectors), tokens);
            }
        }
    }

    /** The sum of all vectors' first numbers, which both sides must agree on. */
    private static double checksum(Vectors vectors) {
        double sum = 0;
        for (int row = 0; row < vectors.count(); row++) {
            sum += vectors.row(row)[0];
        }
        return sum;
    }

    private static List<JsonNode> lines(Path file) {
        List<JsonNode> lines = new ArrayList<>();
        try (LineSource source = new LineSource(file)) {
            for (String line = source.next(); line != null; line = source.next()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }

    private static List<int[]> ids(JsonNode texts) {
        List<int[]> ids = new ArrayList<>();
        texts.forEach(text -> ids.add(JSON.treeToValue(text, int[].class)));
        return ids;
    }
}
