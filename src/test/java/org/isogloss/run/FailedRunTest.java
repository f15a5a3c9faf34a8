package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.DiskFault;
import org.isogloss.base.Progress;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Fingerprints;
import org.isogloss.training.TrainingDivergedException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailedRunTest {
    @TempDir private Path folder;

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        new BadInputException("a.json: is empty; give it items"),
                        "a.json: is empty; give it items"),
                Arguments.of(new OutOfMemoryError("Java heap space"), "MB is full; give it more"),
                Arguments.of(
                        new UncheckedIOException(
                                "cannot write x: x: No space left on device",
                                new FileSystemException("x", null, "No space left on device")),
                        "the disk is full: cannot write x: x: No space left on device; free some"
                                + " space, then run it again"),
                Arguments.of(
                        new IllegalStateException(
                                "[enforce fail at alloc_cpu.cpp:119] err == 0. DefaultCPUAllocator:"
                                        + " can't allocate memory: you tried to allocate 9 bytes."),
                        "make a new run with microBatchTokens"),
                Arguments.of(
                        new IllegalStateException("CUDA out of memory. Tried to allocate 2 GiB"),
                        "the memory of the device is full (CUDA out of memory."),
                Arguments.of(new IllegalStateException(), "java.lang.IllegalStateException"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysWhatToDo(Throwable cause, String words) {
        assertThat(new Failure(cause).sentence()).contains(words);
    }

    @Test
    @Tag("native")
    void failsWhenThereIsNoSuchGraphicsCard() throws IOException {
        RunFolder run = create(spec(20));
        assertThatThrownBy(
                        () ->
                                new ExperimentRun(run, new Compute(ComputeDevice.of("gpu:99"), 1))
                                        .execute(Cancellation.NEVER, Progress.NONE))
                .isInstanceOf(BadInputException.class);
        assertFailed(run, "device gpu:99 was asked for");
        assertThat(run.state().message()).contains("use cpu, or a CUDA build");
    }

    /** Position embeddings of 2^48 bytes and more exceed what a processor can address. */
    @Test
    @Tag("native")
    void failsWhenTheModelDoesNotFitMemory() throws IOException {
        ExperimentSpec tiny = spec(20);
        Backbone huge =
                new Backbone(
                        "huge", null, new Backbone.Scratch(200, 1 << 15, 0, 1, 1, 2_000_000_000));
        RunFolder run =
                create(new ExperimentSpec(tiny.study(), tiny.strategy(), huge, 1, tiny.recipe()));
        assertThatThrownBy(() -> execute(run, Cancellation.NEVER))
                .isInstanceOf(RuntimeException.class);
        assertFailed(run, "the memory of the device is full");
    }

    @Test
    @Tag("native")
    void failsWhenTheLossIsNotANumber() throws IOException {
        RunFolder good = create(spec(10));
        execute(good, Cancellation.NEVER);
        try (RandomAccessFile weights =
                new RandomAccessFile(good.model().resolve("model.safetensors").toFile(), "rw")) {
            weights.seek(weights.length() - Float.BYTES);
            ByteBuffer nan = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            weights.write(nan.putFloat(Float.NaN).array());
        }
        ExperimentSpec tiny = spec(10);
        RunFolder run =
                create(
                        new ExperimentSpec(
                                tiny.study(),
                                tiny.strategy(),
                                Backbone.at("poisoned", good.model()),
                                1,
                                tiny.recipe()));
        assertThatThrownBy(() -> execute(run, Cancellation.NEVER))
                .isInstanceOf(TrainingDivergedException.class);
        assertFailed(run, "lower the learning rate");
    }

    @Test
    @Tag("native")
    void failsOnAFullDiskAndGoesOnWhenThereIsSpace() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                mount("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()),
                "a small disk can only be mounted by root on Linux");
        try {
            ExperimentSpec spec = spec(30);
            RunFolder run = RunFolder.create(disk, spec, new Fingerprints().of(spec));
            execute(run, () -> run.state().step() >= 10);
            Path ballast = disk.resolve("ballast");
            Files.write(ballast, new byte[(int) Files.getFileStore(disk).getUsableSpace() - 32768]);

            assertThatThrownBy(() -> execute(run, Cancellation.NEVER))
                    .isInstanceOf(UncheckedIOException.class);

            assertFailed(run, "the disk is full: cannot write");
            assertThat(run.checkpoints().resolve("step-000010")).isDirectory();
            Files.delete(ballast);
            assertThat(execute(run, Cancellation.NEVER)).isEqualTo(RunPhase.FINISHED);
        } finally {
            mount("umount", "--lazy", disk.toString());
        }
    }

    /** At whatever write space ends, nothing is half-written under a name that lasts. */
    @ParameterizedTest
    @ValueSource(ints = {0, 8192, 20480})
    @Tag("native")
    void endsAsWithoutAFullDiskOnceThereIsSpace(int spare) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                mount("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()),
                "a small disk can only be mounted by root on Linux");
        try {
            ExperimentSpec spec = spec(30);
            RunFolder straight = create(spec);
            execute(straight, Cancellation.NEVER);
            RunFolder run = RunFolder.create(disk, spec, new Fingerprints().of(spec));
            execute(run, () -> run.state().step() >= 10);
            Path ballast = disk.resolve("ballast");
            Files.write(ballast, new byte[(int) Files.getFileStore(disk).getUsableSpace() - spare]);

            assertThatThrownBy(() -> execute(run, Cancellation.NEVER))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(run.path().toString())
                    .satisfies(e -> assertThat(DiskFault.behind(e)).contains(DiskFault.FULL));

            assertThat(files(run.path())).noneMatch(name -> name.contains(".part"));
            Files.delete(ballast);
            assertThat(execute(run, Cancellation.NEVER)).isEqualTo(RunPhase.FINISHED);
            assertThat(run.model().resolve("model.safetensors"))
                    .hasSameBinaryContentAs(straight.model().resolve("model.safetensors"));
        } finally {
            mount("umount", "--lazy", disk.toString());
        }
    }

    @Test
    @Tag("native")
    void refusesAReadOnlyDiskAndGoesOnWhenItIsWritable() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                mount("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()),
                "a disk can only be mounted by root on Linux");
        try {
            ExperimentSpec spec = spec(30);
            RunFolder run = RunFolder.create(disk, spec, new Fingerprints().of(spec));
            execute(run, () -> run.state().step() >= 10);
            List<String> before = files(disk);
            assumeTrue(mount("mount", "-o", "remount,ro", disk.toString()), "cannot mount again");

            assertThatThrownBy(() -> execute(run, Cancellation.NEVER))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(run.path().toString())
                    .satisfies(e -> assertThat(DiskFault.behind(e)).contains(DiskFault.READ_ONLY));
            assertThatThrownBy(
                            () ->
                                    RunFolder.create(
                                            disk.resolve("new"), spec, new Fingerprints().of(spec)))
                    .isInstanceOf(UncheckedIOException.class)
                    .satisfies(e -> assertThat(DiskFault.behind(e)).contains(DiskFault.READ_ONLY));

            assertThat(files(disk)).isEqualTo(before);
            mount("mount", "-o", "remount,rw", disk.toString());
            assertThat(execute(run, Cancellation.NEVER)).isEqualTo(RunPhase.FINISHED);
        } finally {
            mount("umount", "--lazy", disk.toString());
        }
    }

    /** A clock that is an hour earlier whenever it is looked at. */
    @Test
    @Tag("native")
    void tellsNoNegativeTimeWhenTheClockIsSetBack() throws IOException {
        RunFolder run = create(spec(10));
        AtomicLong looks = new AtomicLong();
        InstantSource back =
                () -> Instant.EPOCH.plus(Duration.ofHours(100_000 - looks.getAndIncrement()));
        new ExperimentRun(
                        run,
                        new Compute(ComputeDevice.CPU, 1),
                        false,
                        back.withZone(ZoneOffset.UTC))
                .execute(Cancellation.NEVER, Progress.NONE);

        List<RunEvent> events = run.tail().poll().stream().map(LoggedEvent::event).toList();
        assertThat(events.get(events.size() - 1))
                .isInstanceOfSatisfying(
                        RunEvent.Finished.class,
                        finished -> assertThat(finished.seconds()).isNotNegative());
    }

    private static List<String> files(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    private static boolean mount(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such command
        }
    }

    private static void assertFailed(RunFolder run, String words) {
        assertThat(run.state().phase()).isEqualTo(RunPhase.FAILED);
        assertThat(run.state().message()).contains(words);
    }

    private ExperimentSpec spec(int steps) throws IOException {
        return TinyStudy.in(folder, steps).plan().get(0);
    }

    private RunFolder create(ExperimentSpec spec) {
        return RunFolder.create(folder.resolve("runs"), spec, new Fingerprints().of(spec));
    }

    private static RunPhase execute(RunFolder run, Cancellation stop) {
        return new ExperimentRun(run, new Compute(ComputeDevice.CPU, 1))
                .execute(stop, Progress.NONE);
    }
}
