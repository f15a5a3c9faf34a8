package org.isogloss.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.isogloss.base.BadInputException;
import org.isogloss.experiment.Fingerprints;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.Study;
import org.isogloss.run.LoggedEvent;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunLock;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;
import org.isogloss.run.TinyStudy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What several processes make of one study: windows on one folder, and a changed queue. */
@Tag("native")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StudyProcessTest {
    private static final List<StrategyChoice> STRATEGIES =
            List.of(
                    StrategyChoice.of("monolingual"),
                    StrategyChoice.of("cross-lingual"),
                    new StrategyChoice("hybrid", Map.of("alpha", 0.5)));

    @TempDir private Path folder;
    private final LocalProcess processes = new LocalProcess(1);

    @Test
    void startsNoRunTwiceThoughWindowsStartTheStudyAtTheSameMoment() throws Exception {
        Study study = TinyStudy.in(folder, 40, STRATEGIES.subList(0, 2));
        RunShelf shelf = new RunShelf(folder.resolve("runs"));
        int windows = 3;
        CyclicBarrier together = new CyclicBarrier(windows);
        ExecutorService threads = Executors.newFixedThreadPool(windows);
        List<Future<List<RunFolder>>> starts = new ArrayList<>();
        for (int i = 0; i < windows; i++) {
            starts.add(
                    threads.submit(
                            () -> {
                                together.await();
                                return new StudyProcess(shelf, processes).start(study);
                            }));
        }
        for (Future<List<RunFolder>> start : starts) {
            assertThat(start.get()).hasSize(2);
        }
        threads.shutdown();

        until(() -> shelf.runs("tiny").stream().allMatch(StudyProcessTest::finished));
        Path log = shelf.studyLog("tiny");
        until(() -> refusals(log) == windows - 1);
        assertThat(log).content().containsPattern("process \\d+ on this machine since .* works");
        assertThat(shelf.runs("tiny"))
                .hasSize(2)
                .allSatisfy(
                        run -> {
                            assertThat(of(run, RunEvent.Launched.class)).hasSize(1);
                            assertThat(of(run, RunEvent.Started.class)).hasSize(1);
                            assertThat(of(run, RunEvent.Finished.class)).hasSize(1);
                        });
    }

    @Test
    void heedsAQueueChangedByAnotherProcessAndComesToTheSameWeights() throws Exception {
        Study study = TinyStudy.in(folder, 400, STRATEGIES);
        RunShelf shelf = new RunShelf(folder.resolve("runs"));
        List<RunFolder> runs = new StudyProcess(shelf, processes).start(study);
        until(() -> runs.get(0).state().step() > 0);

        assertThatThrownBy(() -> new StudyProcess(shelf, processes).start(study))
                .isInstanceOf(BadInputException.class)
                .hasMessageMatching(
                        "(?s)study 'tiny' is already running: process \\d+ on this machine since .*"
                                + " works through it; see it under Runs");
        command(
                "study",
                "queue",
                shelf.path().resolve("tiny").toString(),
                "--first",
                "hybrid-0.50-pico-1");
        Path intruder = command("run", runs.get(0).path().toString());
        assertThat(intruder)
                .content()
                .containsPattern("process \\d+ on this machine since .* works on this run");

        until(() -> runs.stream().allMatch(StudyProcessTest::finished));
        assertThat(begun(runs.get(2))).isAfter(begun(runs.get(0))).isBefore(begun(runs.get(1)));
        RunFolder alone =
                RunFolder.create(
                        folder.resolve("alone"),
                        study.plan().get(1),
                        new Fingerprints().of(study.plan().get(1)));
        processes.launch(alone).get();
        assertThat(runs.get(1).model().resolve("model.safetensors"))
                .hasSameBinaryContentAs(alone.model().resolve("model.safetensors"));
        until(() -> !RunLock.held(shelf.studyLock("tiny")));
    }

    /** Does a command of Isogloss in a process of its own; returns what it printed. */
    private Path command(String... arguments) throws Exception {
        Path output = Files.createTempFile(folder, "command", ".log");
        processes.start(List.of(arguments), output).waitFor();
        return output;
    }

    private static long refusals(Path log) {
        try {
            return Files.readString(log)
                    .lines()
                    .filter(line -> line.contains("works through study 'tiny'"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean finished(RunFolder run) {
        return run.state().phase() == RunPhase.FINISHED && !run.alive();
    }

    private static Instant begun(RunFolder run) {
        return of(run, RunEvent.Started.class).get(0).at();
    }

    private static List<LoggedEvent> of(RunFolder run, Class<? extends RunEvent> type) {
        return run.tail().poll().stream().filter(one -> type.isInstance(one.event())).toList();
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(50);
        }
    }
}
