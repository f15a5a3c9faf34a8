package org.isogloss.training;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.base.LineSource;
import org.isogloss.batch.BatchPlan;
import org.isogloss.batch.BatchRow;
import org.isogloss.batch.BatchSettings;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.format.Dataset;
import org.isogloss.corpus.format.DatasetFormats;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.Encoder;
import org.isogloss.encoder.EncodingSettings;
import org.isogloss.encoder.Kernels;
import org.isogloss.encoder.ModelDirectory;
import org.isogloss.encoder.PyTorch;
import org.isogloss.encoder.Side;
import org.isogloss.encoder.TextPairs;
import org.isogloss.encoder.TextTokenizer;
import org.isogloss.encoder.Vectors;
import org.isogloss.encoder.Weights;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Isogloss's side of the comparison with a plain PyTorch loop: {@code src/bench/compare.py} calls
 * it and {@code src/bench/peer.py} in turn.
 *
 * <p>Not a test. {@code batches MODEL DATA STEPS SIZE OUT} and {@code texts MODEL DATA COUNT OUT}
 * write what both sides read; {@code train MODEL BATCHES THREADS} and {@code encode MODEL TEXTS
 * THREADS} print a JSON line for each step or pass.
 */
final class PeerBench {
    private static final int MAX_TOKENS = 128;
    private static final int PASSES = 3;
    private static final JsonMapper JSON = new JsonMapper();

    private PeerBench() {}

    public static void main(String[] args) throws IOException {
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
                Clock clock = new Clock();
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
                Clock clock = new Clock();
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

    /** Wall and processor time since it was made. */
    private static final class Clock {
        private final OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        private final long processor = system.getProcessCpuTime();
        private final long wall = System.nanoTime();

        void print(int step, double value, int tokens) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("step", step);
            line.put("value", value);
            line.put("tokens", tokens);
            line.put("seconds", (System.nanoTime() - wall) / 1e9);
            line.put("cpu", (system.getProcessCpuTime() - processor) / 1e9);
            System.out.println(JsonFile.line(line));
        }
    }
}
