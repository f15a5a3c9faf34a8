package org.isogloss.launch.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.isogloss.experiment.Fingerprints;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.Study;
import org.isogloss.launch.LocalProcess;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import org.isogloss.run.TinyStudy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An array over three nodes, of which one goes down. */
@Tag("slurm")
@Tag("native")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SlurmNodesTest {
    @TempDir private static Path place;
    private static SlurmNode nodes;

    @TempDir private Path folder;
    private final List<String> trouble = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        nodes = new SlurmNode(place.resolve("slurm"), 3);
    }

    @AfterAll
    static void stop() throws Exception {
        if (nodes != null) {
            nodes.close();
        }
    }

    @Test
    void aRunWhoseNodeGoesDownEndsOnAnotherWithTheSameWeights() throws Exception {
        Study study =
                TinyStudy.in(
                        folder,
                        400,
                        List.of(
                                StrategyChoice.of("monolingual"),
                                StrategyChoice.of("cross-lingual"),
                                new StrategyChoice("hybrid", Map.of("alpha", .5))));
        RunFolder straight = create("straight", study, 2);
        int all = Runtime.getRuntime().availableProcessors(); // of a node: one job fills it
        new LocalProcess(all).launch(straight).get();
        List<RunFolder> runs =
                List.of(create("r", study, 0), create("r", study, 1), create("r", study, 2));

        SlurmSettings settings =
                new SlurmSettings(
                        null, "main", null, null, null, all, null, "10", List.of(), null, Map.of(),
                        1);
        try (Slurm slurm =
                new Slurm(
                        settings,
                        nodes.shell(),
                        spec -> new JobRequest(null, 512L << 20),
                        trouble::add,
                        Duration.ofMillis(300))) {
            slurm.submitArray(runs, "three", folder);
            List<CompletableFuture<Void>> ends = runs.stream().map(slurm::launch).toList();
            until(() -> runs.stream().allMatch(run -> run.state().step() > 50));
            assertThat(runs).extracting(SlurmNodesTest::node).doesNotHaveDuplicates();

            RunFolder hit = runs.get(2);
            String down = node(hit);
            nodes.run("scontrol", "update", "NodeName=" + down, "State=DOWN", "Reason=test");
            until(() -> hit.state().message().contains("BeginTime"));
            String job = SlurmJob.of(hit).orElseThrow().id();
            nodes.run("scontrol", "update", "JobId=" + job, "StartTime=now"); // not in two minutes
            for (var end : ends) {
                end.get();
            }

            assertThat(runs)
                    .allSatisfy(
                            run ->
                                    assertThat(run.state().phase())
                                            .as(
                                                    "%s: %s",
                                                    run.state().message(), run.lastLogLines(20))
                                            .isEqualTo(RunPhase.FINISHED));
            assertThat(
                            hit.tail().poll().stream()
                                    .filter(one -> one.event() instanceof RunEvent.Started))
                    .hasSizeGreaterThan(1);
            assertThat(hit.model().resolve("model.safetensors"))
                    .hasSameBinaryContentAs(straight.model().resolve("model.safetensors"));
        }
        assertThat(trouble).isEmpty();
    }

    private static String node(RunFolder run) {
        return nodes.run(
                "squeue",
                "--noheader",
                "--format=%N",
                "--jobs",
                SlurmJob.of(run).orElseThrow().id());
    }

    private RunFolder create(String shelf, Study study, int place) {
        var spec = study.plan().get(place);
        return RunFolder.create(folder.resolve(shelf), spec, new Fingerprints().of(spec));
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(100);
        }
    }
}
