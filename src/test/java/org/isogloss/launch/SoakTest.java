package org.isogloss.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.isogloss.base.JsonFile;
import org.isogloss.encoder.Safetensors;
import org.isogloss.experiment.Study;
import org.isogloss.run.LoggedEvent;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;
import org.isogloss.run.TinyStudy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills what trains, and what works through the study, with SIGKILL at moments drawn at random.
 * Whatever is hit: checkpoints and logs stay readable, and runs end with the weights of one that
 * was left alone.
 *
 * <p>A few kills in every build; {@code mvn -Dtest=SoakTest -Dsoak.kills=200 test} for a soak.
 */
@Tag("native")
class SoakTest {
    private static final int KILLS = Integer.getInteger("soak.kills", 4);
    private static final long SEED = Long.getLong("soak.seed", 1);
    private static final int STEPS = 600;

    @TempDir private Path folder;
    private final LocalProcess processes = new LocalProcess(1);
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Map<Victim, Integer> hits = new EnumMap<>(Victim.class);
    private int checkpoints;
    private int events;

    /** Whom a kill hits. */
    private enum Victim {
        RUN,
        STUDY,
        BOTH
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void endsWithTheWeightsOfARunLeftAloneHoweverOftenItIsKilled() throws Exception {
        Study study = TinyStudy.in(folder, STEPS);
        RunFolder alone = run(study, "alone");
        start("alone", study).waitFor();
        assertThat(alone.state().phase())
                .as("%s", alone.lastLogLines(20))
                .isEqualTo(RunPhase.FINISHED);
        Path weights = alone.model().resolve("model.safetensors");

        int kills = 0;
        int runs = 0;
        while (kills < KILLS) {
            String shelf = "shelf-" + runs;
            RunFolder run = run(study, shelf);
            Process working = start(shelf, study);
            while (!finished(run)) {
                if (!working.isAlive()) {
                    working = start(shelf, study);
                }
                if (kills < KILLS && awaitAMoment(run)) {
                    kill(run, working);
                    kills++;
                    check(run);
                }
                Thread.sleep(20);
            }
            working.waitFor();
            runs++;
            assertThat(run.model().resolve("model.safetensors"))
                    .as("run %d, after %d kills in all, seed %d", runs, kills, SEED)
                    .hasSameBinaryContentAs(weights);
            assertThat(run.evaluations()).isEqualTo(alone.evaluations());
        }
        System.out.printf(
                Locale.ROOT,
                "soak: %d kills (%d of runs, %d of studies, %d of both), %d runs with equal weights"
                        + " and scores, %d checkpoints and %d events read after kills%n",
                kills,
                hits.getOrDefault(Victim.RUN, 0),
                hits.getOrDefault(Victim.STUDY, 0),
                hits.getOrDefault(Victim.BOTH, 0),
                runs,
                checkpoints,
                events);
    }

    private RunFolder run(Study study, String shelf) {
        return new StudyRun(new RunShelf(folder.resolve(shelf)), processes).prepare(study).get(0);
    }

    private Process start(String shelf, Study study) {
        RunShelf place = new RunShelf(folder.resolve(shelf));
        return processes.start(
                List.of(
                        "study",
                        "run",
                        place.studyFile(study.name()).toString(),
                        "--runs",
                        place.path().toString(),
                        "--threads",
                        "1"),
                place.studyLog(study.name()));
    }

    private static boolean finished(RunFolder run) {
        return run.state().phase() == RunPhase.FINISHED && !run.alive();
    }

    /** Waits some time from the start of a process, or some steps; false if the run has ended. */
    private boolean awaitAMoment(RunFolder run) throws InterruptedException {
        if (random.nextInt(4) == 0) {
            Thread.sleep(random.nextInt(2500));
            return !finished(run);
        }
        int before = run.state().step();
        int steps = 1 + random.nextInt(200);
        Instant patience = Instant.now().plusSeconds(60);
        while (run.state().step() < before + steps && Instant.now().isBefore(patience)) {
            if (run.state().phase().ended() && !run.alive()) {
                return !finished(run);
            }
            Thread.sleep(5);
        }
        return !finished(run);
    }

    private void kill(RunFolder run, Process working) throws InterruptedException {
        Victim victim = Victim.values()[Math.max(0, random.nextInt(5) - 2)];
        hits.merge(victim, 1, Integer::sum);
        List<ProcessHandle> own = family(run);
        if (victim != Victim.RUN) {
            // setsid has become the study's process; the run's has a session of its own
            working.toHandle().destroyForcibly();
            working.waitFor();
        }
        if (victim != Victim.STUDY) {
            own.forEach(ProcessHandle::destroyForcibly);
            own.forEach(process -> process.onExit().join());
        }
    }

    private static List<ProcessHandle> family(RunFolder run) {
        return run.tail().poll().stream()
                .map(LoggedEvent::event)
                .filter(RunEvent.Launched.class::isInstance)
                .map(event -> ((RunEvent.Launched) event).process())
                .reduce((earlier, last) -> last)
                .flatMap(ProcessHandle::of)
                .stream()
                .flatMap(parent -> Stream.concat(parent.descendants(), Stream.of(parent)))
                .toList();
    }

    /** Everything that has a durable name can be read, whatever was going on. */
    private void check(RunFolder run) throws IOException {
        List<LoggedEvent> read = run.tail().poll();
        assertThat(read).noneMatch(event -> event.event() instanceof RunEvent.Unknown);
        events += read.size();
        assertThat(run.frozen().spec().id()).isEqualTo(run.id());
        // A run that lives on, because only its study was hit, removes old checkpoints meanwhile.
        if (run.alive() || !Files.isDirectory(run.checkpoints())) {
            return;
        }
        for (Path checkpoint : checkpoints(run)) {
            for (String name : List.of("model.safetensors", "optimizer.safetensors")) {
                try (Safetensors tensors = new Safetensors(checkpoint.resolve(name))) {
                    assertThat(tensors.names()).isNotEmpty();
                }
            }
            JsonFile.tree(checkpoint.resolve("state.json"));
            checkpoints++;
        }
    }

    private static List<Path> checkpoints(RunFolder run) throws IOException {
        try (Stream<Path> children = Files.list(run.checkpoints())) {
            return children.filter(path -> path.getFileName().toString().matches("step-\\d+"))
                    .toList();
        }
    }
}
