package org.isogloss.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.Kernels;
import org.isogloss.encoder.ModelConfig;
import org.isogloss.encoder.ModelShape;
import org.isogloss.encoder.Pooling;
import org.isogloss.encoder.PyTorch;
import org.isogloss.encoder.TextPairs;
import org.isogloss.encoder.Weights;

/**
 * Trains a model of random weights for some steps in a process of its own and tells the greatest
 * resident memory of that process.
 *
 * @param model its sizes
 * @param pairs of a batch: questions of 8 to 24 tokens, passages of 40 to 128
 * @param settings of training by id
 */
record MemoryProbe(ModelConfig model, int pairs, Map<String, Double> settings) {
    private static final int STEPS = 4;

    /** The bytes that training is said to take, without a tokenizer, which the probe has not. */
    long estimate() {
        TrainingMemory memory =
                TrainingMemory.of(
                        new ModelShape(model, null),
                        TrainingSettings.of(settings),
                        BatchLoad.of(largest()),
                        false);
        return memory.total() - TrainingMemory.WORD * model.vocabulary();
    }

    private int[] largest() {
        return IntStream.range(0, STEPS)
                .mapToObj(this::lengths)
                .max((a, b) -> Integer.compare(Arrays.stream(a).sum(), Arrays.stream(b).sum()))
                .orElseThrow();
    }

    private int[] lengths(int step) {
        SplittableRandom random = new SplittableRandom(step);
        return IntStream.range(0, 2 * pairs)
                .map(i -> i < pairs ? random.nextInt(8, 25) : random.nextInt(40, 129))
                .toArray();
    }

    /** The greatest resident memory in bytes, measured in a new process. */
    long peak() throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-classpath",
                                System.getProperty("java.class.path"),
                                MemoryProbe.class.getName()));
        command.addAll(
                IntStream.of(
                                model.vocabulary(),
                                model.hidden(),
                                model.layers(),
                                model.heads(),
                                model.feedForward(),
                                model.positions(),
                                pairs)
                        .mapToObj(Integer::toString)
                        .toList());
        settings.forEach((id, value) -> command.add(id + "=" + value));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        Process child = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (InputStream output = child.getInputStream()) {
            String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (child.waitFor() != 0) {
                throw new IOException("the probe ended with " + child.exitValue() + ": " + said);
            }
            return Long.parseLong(said.strip());
        }
    }

    /** The child: sizes, pairs and settings as {@link #peak()} names them. */
    public static void main(String[] args) {
        int[] n = Arrays.stream(args).limit(7).mapToInt(Integer::parseInt).toArray();
        Map<String, Double> settings = new LinkedHashMap<>();
        for (String setting : Arrays.asList(args).subList(7, args.length)) {
            int equals = setting.indexOf('=');
            settings.put(
                    setting.substring(0, equals),
                    Double.parseDouble(setting.substring(equals + 1)));
        }
        ModelConfig model =
                n[2] == 0
                        ? ModelConfig.bag(n[0], n[1], n[5])
                        : ModelConfig.transformer(n[0], n[1], n[2], n[3], n[4], n[5]);
        new MemoryProbe(model, n[6], settings).train();
        System.out.println(peakSoFar());
    }

    private void train() {
        PyTorch.start(2, System.err::println);
        SplittableRandom random = new SplittableRandom(1);
        try (Kernels kernels = new Kernels(ComputeDevice.CPU);
                Weights weights = Weights.random(model, 1, ComputeDevice.CPU);
                Optimizer optimizer =
                        new Optimizer(
                                kernels,
                                model.kernelModel(Pooling.MEAN),
                                weights.arrays(),
                                TrainingSettings.of(settings),
                                1,
                                warning -> {})) {
            for (int step = 0; step < STEPS; step++) {
                List<int[]> texts =
                        Arrays.stream(lengths(step))
                                .mapToObj(n -> random.ints(n, 0, model.vocabulary()).toArray())
                                .toList();
                optimizer.step(
                        step,
                        List.of(
                                new TextPairs(
                                        texts.subList(0, pairs),
                                        texts.subList(pairs, 2 * pairs),
                                        List.of())));
            }
        }
    }

    private static long peakSoFar() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
