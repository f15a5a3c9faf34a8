package org.isogloss.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.batch.BatchKind;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.Kernels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("native")
class TrainerTest {
    private static final Map<String, Double> DROPOUT =
            Map.of("dropout", 0.1, "attentionDropout", 0.1);
    private static final Map<String, Double> PLAIN =
            Map.of("dropout", 0.0, "attentionDropout", 0.0);

    private static Kernels kernels;
    @TempDir Path folder;

    @BeforeAll
    static void compile() {
        kernels = new Kernels(ComputeDevice.CPU);
    }

    @AfterAll
    static void close() {
        kernels.close();
    }

    private TinyRun run(String name, int layers, Map<String, Double> settings) {
        return new TinyRun(kernels, folder.resolve(name), layers, settings);
    }

    @Test
    void repeatsItselfFromTheSameSeed() {
        try (TinyRun one = run("one", 1, DROPOUT);
                TinyRun two = run("two", 1, DROPOUT)) {
            one.train(List.of());
            two.train(List.of());
            assertThat(two.losses()).isEqualTo(one.losses()).hasSize(30);
            assertThat(two.bits()).containsExactlyElementsOf(one.bits());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void endsBitForBitAlikeWhenKilledAndResumed(int layers) {
        try (TinyRun straight = run("straight", layers, DROPOUT);
                TinyRun killed = run("killed", layers, DROPOUT);
                TinyRun resumed = run("killed", layers, DROPOUT)) {
            TrainingResult result = straight.train(TinyRun.validation());
            killed.killAfter = 17;
            assertThatThrownBy(() -> killed.train(TinyRun.validation()))
                    .isInstanceOf(TinyRun.Killed.class);
            assertThat(resumed.train(TinyRun.validation())).isEqualTo(result);
            assertThat(resumed.heard.get(0)).isEqualTo("resumed 15");
            assertThat(resumed.losses()).isEqualTo(straight.losses().subList(15, 30));
            assertThat(resumed.validations)
                    .isEqualTo(straight.validations.subList(2, straight.validations.size()));
            assertThat(resumed.bits()).containsExactlyElementsOf(straight.bits());
        }
    }

    @Test
    void looksAtTheWeightsAgainOnlyFromWhereItGoesOn() {
        Map<String, Double> settings = new TreeMap<>(DROPOUT);
        settings.put("probes", 4.0);
        try (TinyRun killed = run("killed", 1, settings);
                TinyRun resumed = run("killed", 1, settings)) {
            killed.killAfter = 17;
            assertThatThrownBy(() -> killed.train(List.of())).isInstanceOf(TinyRun.Killed.class);
            resumed.train(List.of());
            assertThat(killed.probed).containsExactly(0, 8, 15);
            assertThat(resumed.probed).containsExactly(23, 30);
        }
    }

    @Test
    void looksAtTheLastWeightsWhenItStopsEarly() {
        Map<String, Double> settings = new TreeMap<>(DROPOUT);
        settings.put("patience", 1.0);
        settings.put("learningRate", 0.9);
        settings.put("probes", 1.0);
        try (TinyRun run = run("early", 1, settings)) {
            TrainingResult result = run.train(TinyRun.validation());
            assertThat(result.stoppedEarly()).isTrue();
            assertThat(run.probed).containsExactly(0, result.lastStep());
        }
    }

    @Test
    void learnsTheSameInParts() {
        Map<String, Double> parts = new TreeMap<>(PLAIN);
        parts.put("microBatchTokens", 20.0);
        try (TinyRun whole = run("whole", 1, PLAIN);
                TinyRun parted = run("parted", 1, parts)) {
            whole.train(List.of());
            parted.train(List.of());
            for (int i = 0; i < 10; i++) { // later, rounding grows as in any training
                assertThat(parted.losses().get(i)).isCloseTo(whole.losses().get(i), within(1e-4));
            }
            assertThat(parted.losses()).isNotEqualTo(whole.losses());
        }
    }

    /** With dropout, which parts decide; memory found full later must not change what was begun. */
    @Test
    void beginsInPartsThatAreEstimatedToFitAndGoesOnWithThem() {
        Map<String, Double> named = new TreeMap<>(DROPOUT);
        named.put("microBatchTokens", 20.0);
        try (TinyRun asked = run("asked", 1, named);
                TinyRun estimated = run("estimated", 1, DROPOUT).estimatedToFit(20);
                TinyRun killed = run("again", 1, DROPOUT).estimatedToFit(20);
                TinyRun resumed = run("again", 1, DROPOUT).estimatedToFit(7);
                TinyRun overruled = run("overruled", 1, named).estimatedToFit(7)) {
            asked.train(List.of());
            estimated.train(List.of());
            overruled.train(List.of());
            killed.killAfter = 17;
            assertThatThrownBy(() -> killed.train(List.of())).isInstanceOf(TinyRun.Killed.class);
            resumed.train(List.of());
            assertThat(estimated.heard.get(0)).isEqualTo("warned in parts of 20");
            assertThat(resumed.heard).doesNotContain("warned in parts of 7");
            assertThat(overruled.heard).doesNotContain("warned in parts of 7");
            assertThat(estimated.losses()).isEqualTo(asked.losses());
            assertThat(overruled.losses()).isEqualTo(asked.losses());
            assertThat(resumed.losses()).isEqualTo(asked.losses().subList(15, 30));
        }
    }

    /** Of two layers: all of the first 5 arrays are embeddings, the next 12 the first layer. */
    @ParameterizedTest
    @CsvSource({"frozenEmbeddings,1,5,0", "trainedLayers,1,17,0", "trainedLayers,2,5,20"})
    void changesOnlyWhatIsToLearn(String setting, double value, int frozen, double microBatch) {
        Map<String, Double> settings = new TreeMap<>(DROPOUT);
        settings.put(setting, value);
        settings.put("microBatchTokens", microBatch);
        try (TinyRun straight = run("straight", 2, settings);
                TinyRun killed = run("killed", 2, settings);
                TinyRun resumed = run("killed", 2, settings)) {
            List<byte[]> before = straight.bits();
            straight.train(TinyRun.validation());
            List<byte[]> after = straight.bits();
            assertThat(after.subList(0, frozen))
                    .containsExactlyElementsOf(before.subList(0, frozen));
            for (int i = frozen; i < after.size(); i++) {
                assertThat(after.get(i)).as("array %d", i).isNotEqualTo(before.get(i));
            }
            killed.killAfter = 17;
            assertThatThrownBy(() -> killed.train(TinyRun.validation()))
                    .isInstanceOf(TinyRun.Killed.class);
            resumed.train(TinyRun.validation());
            assertThat(resumed.bits()).containsExactlyElementsOf(after);
        }
    }

    @Test
    void refusesToFreezeAllThereIs() {
        try (TinyRun run = run("a", 0, Map.of("frozenEmbeddings", 1.0))) {
            assertThatThrownBy(() -> run.train(List.of()))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("nothing but embeddings to train");
        }
    }

    @Test
    void hasNothingLeftToDoWhenItsRunHasEnded() {
        try (TinyRun first = run("a", 1, DROPOUT);
                TinyRun again = run("a", 1, DROPOUT)) {
            TrainingResult result = first.train(TinyRun.validation());
            assertThat(again.train(TinyRun.validation())).isEqualTo(result);
            assertThat(again.steps).isEmpty();
            assertThat(again.bits()).containsExactlyElementsOf(first.bits());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "optimizer.safetensors,false,SHA-256",
        "optimizer.safetensors,true,SHA-256",
        "model.safetensors,false,SHA-256",
        "model.safetensors,true,SHA-256",
        "state.json,true,state.json"
    })
    void fallsBackFromACorruptCheckpointKeepsItAsideUntilTheEndAndSaysSo(
            String file, boolean truncated, String told) throws IOException {
        try (TinyRun straight = run("straight", 1, DROPOUT);
                TinyRun killed = run("killed", 1, DROPOUT);
                TinyRun resumed = run("killed", 1, DROPOUT);
                TinyRun ended = run("killed", 1, DROPOUT)) {
            straight.train(List.of());
            killed.killAfter = 17;
            assertThatThrownBy(() -> killed.train(List.of())).isInstanceOf(TinyRun.Killed.class);
            Path newest = folder.resolve("killed/step-000015");
            byte[] broken = corrupt(newest.resolve(file), truncated);
            resumed.killAfter = 22;
            assertThatThrownBy(() -> resumed.train(List.of())).isInstanceOf(TinyRun.Killed.class);
            assertThat(resumed.heard.get(0))
                    .startsWith("warned the checkpoint step-000015 cannot be used")
                    .contains("kept as step-000015.broken", told);
            assertThat(resumed.heard.get(1)).isEqualTo("resumed 10");
            assertThat(folder.resolve("killed/step-000015.broken").resolve(file))
                    .hasBinaryContent(broken);
            ended.train(List.of());
            assertThat(ended.bits()).containsExactlyElementsOf(straight.bits());
            assertThat(folder.resolve("killed/step-000015.broken")).doesNotExist();
            assertThat(folder.resolve("killed/step-000015")).doesNotExist();
            assertThat(folder.resolve("killed/step-000030")).isDirectory();
        }
    }

    @Test
    void startsAnewAndSaysSoWhenNoCheckpointIsWhole() throws IOException {
        try (TinyRun straight = run("straight", 1, DROPOUT);
                TinyRun killed = run("killed", 1, DROPOUT);
                TinyRun resumed = run("killed", 1, DROPOUT)) {
            straight.train(List.of());
            killed.killAfter = 17;
            assertThatThrownBy(() -> killed.train(List.of())).isInstanceOf(TinyRun.Killed.class);
            for (String step : List.of("step-000010", "step-000015")) {
                corrupt(folder.resolve("killed").resolve(step).resolve("state.json"), true);
            }
            resumed.train(List.of());
            assertThat(resumed.heard.get(2))
                    .startsWith("warned no checkpoint in ")
                    .endsWith(" is whole, so training starts from step 0");
            assertThat(resumed.heard.get(3)).isEqualTo("checkpoint step-000005");
            assertThat(resumed.losses()).isEqualTo(straight.losses());
            assertThat(resumed.bits()).containsExactlyElementsOf(straight.bits());
            assertThat(folder.resolve("killed"))
                    .as("nobody goes back to what was broken")
                    .isDirectoryNotContaining("glob:**.broken");
        }
    }

    /** Half of the file is lost, or the lowest bit of its last byte, a tensor's, is flipped. */
    private static byte[] corrupt(Path file, boolean truncated) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (truncated) {
            bytes = Arrays.copyOf(bytes, bytes.length / 2);
        } else {
            bytes[bytes.length - 1] ^= 1;
        }
        Files.write(file, bytes);
        return bytes;
    }

    @Test
    void refusesCheckpointsOfOtherSettings() {
        try (TinyRun first = run("a", 1, PLAIN);
                TinyRun other = run("a", 1, DROPOUT)) {
            first.train(List.of());
            assertThatThrownBy(() -> other.train(List.of()))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("was made with another seed or other settings");
        }
    }

    @Test
    void keepsTheLastTwoCheckpointsAndTheBest() throws IOException {
        // A learning rate this high only ever makes the first validation's loss worse
        Map<String, Double> settings =
                Map.of("learningRate", 1.0, "warmUp", 0.0, "validateEvery", 2.0, "steps", 29.0);
        try (TinyRun run = run("a", 1, settings)) {
            TrainingResult result = run.train(TinyRun.validation());
            assertThat(result.lastStep()).isEqualTo(29);
            assertThat(result.bestStep()).isLessThan(25);
            try (Stream<Path> kept = Files.list(folder.resolve("a"))) {
                assertThat(kept.map(path -> path.getFileName().toString()))
                        .containsExactlyInAnyOrder(
                                Checkpoint.folderName(result.bestStep()),
                                "step-000025",
                                "step-000029");
            }
        }
    }

    @Test
    void stopsEarlyAndKeepsTheBestWeights() {
        Map<String, Double> still =
                Map.of("learningRate", 0.0, "patience", 2.0, "steps", 100.0, "validateEvery", 3.0);
        try (TinyRun run = run("a", 1, still)) {
            List<byte[]> before = run.bits();
            assertThat(run.train(TinyRun.validation())).isEqualTo(new TrainingResult(3, 9, true));
            assertThat(run.bits()).containsExactlyElementsOf(before);
            assertThat(run.validations)
                    .extracting(ValidationReport::best)
                    .containsExactly(true, false, false);
        }
    }

    @Test
    void reportsValidationByBatchKind() {
        try (TinyRun run = run("a", 1, PLAIN)) {
            run.train(TinyRun.validation());
            ValidationReport report = run.validations.get(0);
            assertThat(report.losses())
                    .containsOnlyKeys(BatchKind.MONOLINGUAL, BatchKind.CROSS_LINGUAL);
            assertThat(report.mean())
                    .isEqualTo(
                            (report.losses().get(BatchKind.MONOLINGUAL)
                                            + report.losses().get(BatchKind.CROSS_LINGUAL))
                                    / 2);
        }
    }

    @Test
    void stopsWhenTheLossIsNotANumberAndLeavesTheCheckpoint() {
        try (TinyRun first = run("a", 1, PLAIN);
                TinyRun second = run("a", 1, PLAIN)) {
            Cancellation afterTwelve = () -> first.steps.size() == 12;
            first.signals = new Trainer.Signals(afterTwelve, () -> poisoned(first));
            assertThatThrownBy(() -> first.train(List.of()))
                    .isInstanceOf(TrainingDivergedException.class)
                    .hasMessageStartingWith("step 12, a ")
                    .hasMessageContaining("lower the learning rate")
                    .hasMessageEndingWith("the checkpoint of step 10 is good");
            second.train(List.of());
            assertThat(second.heard.get(0)).isEqualTo("resumed 10");
            assertThat(second.losses()).allMatch(Double::isFinite);
        }
    }

    private static boolean poisoned(TinyRun run) {
        if (run.steps.size() == 11) {
            run.weights.get(3).muli(Float.NaN);
        }
        return false;
    }

    @Test
    void learnsEightPairsByHeart() {
        Map<String, Double> eager =
                Map.of(
                        "steps", 150.0,
                        "learningRate", 0.02,
                        "dropout", 0.0,
                        "attentionDropout", 0.0,
                        "checkpointEvery", 1000.0);
        for (int layers : new int[] {0, 1}) {
            try (TinyRun run = run("layers" + layers, layers, eager)) {
                run.train(TinyRun.plan(8, 8), List.of());
                assertThat(run.losses().get(0)).isGreaterThan(1);
                assertThat(run.losses().get(149)).isLessThan(0.02);
            }
        }
    }

    @Test
    void waitsWhilePausedAndLeavesACheckpointWhenCancelled() {
        try (TinyRun run = run("a", 0, PLAIN)) {
            AtomicInteger asked = new AtomicInteger();
            run.signals =
                    new Trainer.Signals(
                            () -> run.steps.size() == 8,
                            () -> run.steps.size() == 7 && asked.incrementAndGet() < 3);
            assertThatThrownBy(() -> run.train(List.of()))
                    .isInstanceOf(CancellationException.class);
            assertThat(run.heard)
                    .containsExactly(
                            "checkpoint step-000005",
                            "checkpoint step-000007",
                            "paused 7 true",
                            "paused 7 false",
                            "checkpoint step-000008");
        }
    }

    @Test
    void leavesNoArraysBehind() {
        Map<String, Double> long200 = Map.of("steps", 200.0, "checkpointEvery", 1000.0);
        try (TinyRun run = run("a", 1, long200)) {
            Set<Integer> counts = new HashSet<>();
            run.signals =
                    new Trainer.Signals(
                            Cancellation.NEVER,
                            () -> {
                                counts.add(run.manager.getManagedArrays().size());
                                return false;
                            });
            int before = run.manager.getManagedArrays().size();
            run.train(TinyRun.validation());
            assertThat(counts).containsExactly(3 * before); // weights and both moments
            assertThat(run.manager.getManagedArrays()).hasSize(before);
        }
    }

    /** With a learnt temperature, several batches a step, both, and with LoRA and in parts. */
    @ParameterizedTest
    @CsvSource({"1,1,0,0", "0,3,0,0", "1,2,0,20", "1,2,2,0", "1,1,2,20"})
    void resumesWhatItLearnsBesideWeights(
            double learn, double accumulate, double rank, double microBatch) {
        Map<String, Double> settings = new TreeMap<>(DROPOUT);
        settings.put("learnTemperature", learn);
        settings.put("accumulate", accumulate);
        settings.put("loraRank", rank);
        settings.put("microBatchTokens", microBatch);
        try (TinyRun straight = run("straight", 1, settings);
                TinyRun killed = run("killed", 1, settings);
                TinyRun resumed = run("killed", 1, settings)) {
            straight.train(TinyRun.validation());
            killed.killAfter = 17;
            assertThatThrownBy(() -> killed.train(TinyRun.validation()))
                    .isInstanceOf(TinyRun.Killed.class);
            resumed.train(TinyRun.validation());
            assertThat(resumed.losses()).isEqualTo(straight.losses().subList(15, 30));
            assertThat(resumed.bits()).containsExactlyElementsOf(straight.bits());
            List<Double> temperatures =
                    straight.steps.stream().map(StepReport::temperature).toList();
            assertThat(temperatures.get(0)).isCloseTo(0.05, within(1e-6));
            assertThat(temperatures.get(29).equals(temperatures.get(0))).isEqualTo(learn == 0);
            assertThat(resumed.steps.stream().map(StepReport::temperature).toList())
                    .isEqualTo(temperatures.subList(15, 30));
        }
    }

    /** At rate 0 nothing moves, so that a step of three batches tells the mean of three steps. */
    @Test
    void averagesTheBatchesOfAStep() {
        Map<String, Double> still = new TreeMap<>(DROPOUT);
        still.put("learningRate", 0.0);
        Map<String, Double> three = new TreeMap<>(still);
        three.put("accumulate", 3.0);
        three.put("steps", 10.0);
        try (TinyRun single = run("single", 1, still);
                TinyRun triple = run("triple", 1, three)) {
            single.train(List.of());
            triple.train(List.of());
            for (int i = 0; i < 10; i++) {
                double mean = 0;
                for (double loss : single.losses().subList(3 * i, 3 * i + 3)) {
                    mean += loss / 3;
                }
                assertThat(triple.losses().get(i)).isCloseTo(mean, within(1e-6));
            }
        }
    }

    @Test
    void readsCheckpointsThatAreOlderThanASetting() throws IOException {
        try (TinyRun killed = run("a", 1, PLAIN);
                TinyRun resumed = run("a", 1, PLAIN)) {
            killed.killAfter = 17;
            assertThatThrownBy(() -> killed.train(List.of())).isInstanceOf(TinyRun.Killed.class);
            Path state = folder.resolve("a/step-000015/state.json");
            String old =
                    Files.readString(state)
                            .replaceAll("\"(hardNegatives|precision|accumulate)\" : [0-9]+,", "")
                            .replaceAll("\"learnTemperature\" : false,", "")
                            .replaceAll(",\\s*\"part\" : null", "");
            assertThat(old).doesNotContain("part", "accumulate", "learnTemperature");
            Files.writeString(state, old);
            resumed.train(List.of());
            assertThat(resumed.heard.get(0)).isEqualTo("resumed 15");
        }
    }
}
