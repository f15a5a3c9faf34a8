package org.isogloss.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.isogloss.batch.Batch;
import org.isogloss.batch.BatchPlan;
import org.isogloss.batch.BatchSettings;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.ParallelItem;
import org.isogloss.encoder.KernelModel;
import org.isogloss.encoder.Kernels;
import org.isogloss.encoder.Pooling;
import org.isogloss.encoder.TinyModel;

/** A tiny model, a corpus of two languages whose words are numbers, and a run over them. */
final class TinyRun implements AutoCloseable {
    final NDManager manager = NDManager.newBaseManager(Device.cpu());
    final List<StepReport> steps = new ArrayList<>();
    final List<Integer> probed = new ArrayList<>();
    final List<ValidationReport> validations = new ArrayList<>();
    final List<String> heard = new ArrayList<>();
    final NDList weights;
    final TrainingSettings settings;
    int killAfter = Integer.MAX_VALUE;
    Trainer.Signals signals = Trainer.Signals.NONE;
    private Optional<FirstMicroBatch> firstMicroBatch = Optional.empty();
    private final Kernels kernels;
    private final Path checkpoints;

    TinyRun(Kernels kernels, Path checkpoints, int layers, Map<String, Double> settings) {
        this.kernels = kernels;
        this.checkpoints = checkpoints;
        Map<String, Double> all =
                new TreeMap<>(
                        Map.of(
                                "steps", 30.0,
                                "learningRate", 0.01,
                                "checkpointEvery", 5.0,
                                "validateEvery", 6.0,
                                "maxTokens", 16.0,
                                "patience", 0.0));
        all.putAll(settings);
        this.settings = TrainingSettings.of(all);
        weights = TinyModel.weights(manager, layers, 1);
    }

    /** Stands for the process being killed: nothing of ours runs after it. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Stands for a machine whose memory is estimated to hold no more tokens at once. */
    TinyRun estimatedToFit(int tokens) {
        firstMicroBatch = Optional.of(new FirstMicroBatch(tokens, "in parts of " + tokens));
        return this;
    }

    TrainingResult train(List<Batch> validation) {
        return train(plan(40, 8), validation);
    }

    TrainingResult train(BatchPlan plan, List<Batch> validation) {
        BatchTokens tokens = new BatchTokens(TinyRun::ids, "1 ", "2 ", settings.maxTokens());
        KernelModel model = TinyModel.with(Pooling.MEAN, 2);
        return new Trainer(kernels, model, weights, tokens, settings, 5, firstMicroBatch)
                .train(plan, validation, checkpoints, new Listener(), signals);
    }

    static List<Batch> validation() {
        return plan(24, 6).epoch(99).subList(0, 4);
    }

    static BatchPlan plan(int items, int batchSize) {
        List<ParallelItem> all = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            int a = 3 + i % 47;
            int b = 3 + i * 7 % 47;
            Pair en = new Pair(a + " " + b, b + " 4 " + a + (i % 2 == 0 ? " 5" : ""));
            Pair de = new Pair("9 " + a, "9 " + b + " " + a);
            Map<Lang, Pair> pairs = new LinkedHashMap<>(); // in one order in every process
            pairs.put(new Lang("en"), en);
            pairs.put(new Lang("de"), de);
            all.add(new ParallelItem("i" + i, "q" + i, pairs));
        }
        return new BatchPlan(
                BatchSettings.of("hybrid", batchSize), List.of(new ParallelCorpus("tiny", all)), 3);
    }

    private static int[] ids(String text, int maxTokens) {
        return Arrays.stream(text.split(" "))
                .mapToInt(Integer::parseInt)
                .limit(maxTokens)
                .toArray();
    }

    List<byte[]> bits() {
        return weights.stream().map(NDArray::toByteArray).toList();
    }

    List<Double> losses() {
        return steps.stream().map(StepReport::loss).toList();
    }

    @Override
    public void close() {
        manager.close();
    }

    private final class Listener implements TrainingListener {
        @Override
        public void step(StepReport report) {
            steps.add(report);
            if (report.step() == killAfter) {
                throw new Killed();
            }
        }

        @Override
        public void validated(ValidationReport report) {
            validations.add(report);
        }

        @Override
        public void probed(int step) {
            probed.add(step);
        }

        @Override
        public void checkpoint(int step, Path folder) {
            heard.add("checkpoint " + folder.getFileName());
        }

        @Override
        public void resumed(int step, Path folder) {
            heard.add("resumed " + step);
        }

        @Override
        public void paused(int step, boolean waiting) {
            heard.add("paused " + step + " " + waiting);
        }

        @Override
        public void warned(String message) {
            heard.add("warned " + message);
        }
    }
}
