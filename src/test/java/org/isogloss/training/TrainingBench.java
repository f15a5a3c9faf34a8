package org.isogloss.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.isogloss.batch.BatchPlan;
import org.isogloss.batch.BatchSettings;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.ParallelItem;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.Kernels;
import org.isogloss.encoder.ModelConfig;
import org.isogloss.encoder.Pooling;
import org.isogloss.encoder.PyTorch;
import org.isogloss.encoder.Weights;

/**
 * Prints resident memory and speed while a model of random weights trains on random texts of
 * changing lengths: memory must stay flat once warm, and fall with the micro-batch.
 *
 * <p>Not a test. Arguments: steps, batch size, micro-batch tokens, hidden size, layers, threads.
 */
final class TrainingBench {
    private static final int VOCABULARY = 8000;
    private static final int LONGEST = 128;
    private static final int REPORTS = 10;

    private TrainingBench() {}

    public static void main(String[] args) throws IOException {
        int[] n = {2000, 32, 0, 128, 4, 1};
        for (int i = 0; i < args.length; i++) {
            n[i] = Integer.parseInt(args[i]);
        }
        PyTorch.start(n[5], System.out::println);
        ModelConfig config =
                ModelConfig.transformer(VOCABULARY, n[3], n[4], n[3] / 32, 4 * n[3], LONGEST);
        TrainingSettings settings =
                TrainingSettings.of(
                        Map.of(
                                "steps", (double) n[0],
                                "microBatchTokens", (double) n[2],
                                "checkpointEvery", (double) n[0]));
        Path folder = Files.createTempDirectory("bench");
        try (Kernels kernels = new Kernels(ComputeDevice.CPU);
                Weights weights = Weights.random(config, 1, ComputeDevice.CPU)) {
            BatchTokens tokens = new BatchTokens(TrainingBench::ids, "", "", LONGEST);
            new Trainer(kernels, config.kernelModel(Pooling.MEAN), weights, tokens, settings, 1)
                    .train(
                            plan(n[1]),
                            List.of(),
                            folder,
                            new Printer(Math.max(1, n[0] / REPORTS)),
                            Trainer.Signals.NONE);
        }
    }

    private static BatchPlan plan(int batchSize) {
        SplittableRandom random = new SplittableRandom(2);
        List<ParallelItem> items = new ArrayList<>();
        for (int i = 0; i < Math.max(5000, batchSize); i++) {
            Map<Lang, Pair> pairs = new LinkedHashMap<>();
            for (String language : List.of("de", "en")) {
                pairs.put(new Lang(language), new Pair(text(random, 8, 25), text(random, 40, 129)));
            }
            items.add(new ParallelItem("i" + i, "q" + i, pairs));
        }
        return new BatchPlan(
                BatchSettings.of("hybrid", batchSize),
                List.of(new ParallelCorpus("random", items)),
                3);
    }

    private static String text(SplittableRandom random, int least, int bound) {
        return random.ints(random.nextInt(least, bound), 0, VOCABULARY)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }

    private static int[] ids(String text, int maxTokens) {
        return text.lines()
                .flatMap(line -> List.of(line.split(" ", -1)).stream())
                .mapToInt(Integer::parseInt)
                .limit(maxTokens)
                .toArray();
    }

    private static final class Printer implements TrainingListener {
        private final int every;
        private double seconds;
        private double tokens;

        Printer(int every) {
            this.every = every;
        }

        @Override
        public void step(StepReport report) {
            double rate = report.tokensPerSecond();
            tokens += 1;
            seconds += 1 / rate;
            if (report.step() % every == 0) {
                System.out.printf(
                        Locale.ROOT,
                        "step %d loss %.4f %.0f tokens/s %s%n",
                        report.step(),
                        report.loss(),
                        tokens / seconds,
                        memory());
                tokens = 0;
                seconds = 0;
            }
        }

        private static String memory() {
            try {
                return Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                        .map(line -> line.replaceAll("\\s+", " "))
                        .collect(Collectors.joining(", "));
            } catch (IOException e) {
                return "memory unknown: " + e.getMessage();
            }
        }

        @Override
        public void validated(ValidationReport report) {}

        @Override
        public void checkpoint(int step, Path folder) {}
    }
}
