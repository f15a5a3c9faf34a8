package org.isogloss.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.Batches;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.Halving;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.Study;
import org.isogloss.experiment.TrainingSet;
import org.isogloss.run.EventLog;
import org.isogloss.run.LoggedEvent;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rungs at steps 10 and 20 of 40; rows go on by what {@link Trained} logs. */
@Timeout(60)
class LadderTest {
    @TempDir private Path folder;
    private RunShelf shelf;
    private Study study;

    @BeforeEach
    void prepare() throws IOException {
        Path data = Files.writeString(folder.resolve("facts.tsv"), "en\tde\n");
        shelf = new RunShelf(folder.resolve("runs"));
        List<StrategyChoice> rows = new ArrayList<>();
        for (double alpha : new double[] {.1, .2, .3, .4, .5}) {
            rows.add(new StrategyChoice("hybrid", Map.of("alpha", alpha)));
        }
        study =
                new Study(
                        "s",
                        "S",
                        rows,
                        List.of(
                                new Backbone(
                                        "nano", null, new Backbone.Scratch(8000, 64, 0, 1, 1, 64))),
                        List.of(1L, 2L),
                        new Recipe(
                                List.of(TrainingSet.of(data.toString())),
                                List.of(),
                                List.of(DataSource.of(data.toString())),
                                new Batches(8, 1, false),
                                Map.of("steps", 40.0, "probes", 8.0, "patience", 0.0),
                                null),
                        null,
                        Halving.STANDARD);
    }

    @Test
    void trainsTheBetterHalfLongerAndTheBestToTheEnd() throws InterruptedException {
        Trained launcher = new Trained();
        List<RunFolder> runs = work(launcher, Cancellation.NEVER);

        assertThat(launcher.launched)
                .containsExactly(
                        "0.10-1 to 10", "0.20-1 to 10", "0.30-1 to 10", "0.40-1 to 10",
                        "0.50-1 to 10", "0.10-2 to 10", "0.20-2 to 10", "0.30-2 to 10",
                        "0.40-2 to 10", "0.50-2 to 10", "0.30-1 to 20", "0.40-1 to 20",
                        "0.50-1 to 20", "0.30-2 to 20", "0.40-2 to 20", "0.50-2 to 20",
                        "0.40-1 to 40", "0.50-1 to 40", "0.40-2 to 40", "0.50-2 to 40");
        assertThat(phase(runs, "0.10-1")).isEqualTo(RunPhase.DROPPED);
        assertThat(phase(runs, "0.30-2")).isEqualTo(RunPhase.DROPPED);
        assertThat(phase(runs, "0.50-2")).isEqualTo(RunPhase.FINISHED);
        assertThat(run(runs, "0.20-2").state().message())
                .as("mAP .2 × 10/40 and a hundredth for the second seed")
                .isEqualTo(
                        "Left at step 10 of 40: its mAP in the probe of facts of .055, the mean of"
                                + " its seeds, was number 4 of 5, and the first 3 went on.");
    }

    @Test
    void comesToTheSameHoweverOftenItIsBrokenOff() throws InterruptedException {
        Trained launcher = new Trained();
        for (int start = 0; start < 20; start++) {
            int before = launcher.launched.size();
            work(launcher, () -> launcher.launched.size() > before);
        }
        List<RunFolder> runs = work(launcher, Cancellation.NEVER);

        assertThat(launcher.launched).as("each piece of training once").hasSize(20);
        assertThat(phases(runs))
                .isEqualTo(
                        "DROPPED DROPPED DROPPED FINISHED FINISHED DROPPED DROPPED DROPPED FINISHED"
                                + " FINISHED");
        assertThat(run(runs, "0.10-1").tail().poll())
                .filteredOn(logged -> logged.event() instanceof RunEvent.Dropped)
                .as("said once")
                .hasSize(1);
    }

    @Test
    void givesTiesToTheEarlierRow() throws InterruptedException {
        Trained launcher = new Trained();
        launcher.alike = true;

        assertThat(phases(work(launcher, Cancellation.NEVER)))
                .startsWith("FINISHED FINISHED DROPPED DROPPED DROPPED");
    }

    @Test
    void waitsAtARungWhileARunHasNotComeThereAndSaysSo() throws InterruptedException {
        Trained launcher = new Trained();
        launcher.fails = "0.30-2";
        List<String> told = new ArrayList<>();
        List<RunFolder> runs =
                new StudyRun(shelf, launcher, told::add)
                        .run(study, 1, (run, state) -> {}, Cancellation.NEVER);

        assertThat(launcher.launched).hasSize(10).allMatch(one -> one.endsWith("to 10"));
        assertThat(told)
                .containsExactly(
                        "the rows of nano are compared at step 10 when all their runs are there,"
                                + " but hybrid-0.30-nano-2 is failed; they wait until the study is"
                                + " resumed");
        assertThat(phase(runs, "0.10-1")).isEqualTo(RunPhase.WAITING);

        launcher.fails = "";
        assertThat(phases(work(launcher, Cancellation.NEVER))).contains("FINISHED");
        assertThat(launcher.launched).hasSize(21);
    }

    @Test
    void trainsWhatWasLeftToItsEndOnceThereIsNoHalving() throws InterruptedException {
        work(new Trained(), Cancellation.NEVER);
        study = study.withHalving(null);
        Trained launcher = new Trained();
        List<RunFolder> runs = work(launcher, Cancellation.NEVER);

        assertThat(launcher.launched)
                .containsExactly(
                        "0.10-1 to 40", "0.20-1 to 40", "0.30-1 to 40", "0.10-2 to 40",
                        "0.20-2 to 40", "0.30-2 to 40");
        assertThat(runs).allMatch(run -> run.state().phase() == RunPhase.FINISHED);
    }

    @Test
    void ranksByWhatWasMeasuredUntilTheRungThoughSomeRunsWentFurther()
            throws InterruptedException {
        study = study.withHalving(null);
        List<RunFolder> runs = new StudyRun(shelf, new Trained()).prepare(study);
        Trained first = new Trained();
        first.train(run(runs, "0.10-1"), 40); // finished by hand, and still the worst at the rung
        study = study.withHalving(Halving.STANDARD);
        runs = work(new Trained(), Cancellation.NEVER);

        assertThat(phase(runs, "0.10-1")).as("results stay").isEqualTo(RunPhase.FINISHED);
        assertThat(phase(runs, "0.10-2")).isEqualTo(RunPhase.DROPPED);
        assertThat(phase(runs, "0.40-1")).isEqualTo(RunPhase.FINISHED);
    }

    @Test
    void refusesLaunchersThatCannotStopARun() {
        Launcher whole =
                new Launcher() {
                    @Override
                    public String id() {
                        return "whole";
                    }

                    @Override
                    public String description() {
                        return "jobs elsewhere";
                    }

                    @Override
                    public CompletableFuture<Void> launch(RunFolder run) {
                        throw new AssertionError("launched " + run.id());
                    }
                };

        assertThatThrownBy(
                        () ->
                                new StudyRun(shelf, whole)
                                        .run(study, 1, (run, state) -> {}, Cancellation.NEVER))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("cannot be done by jobs elsewhere");
    }

    private List<RunFolder> work(Trained launcher, Cancellation stop) throws InterruptedException {
        return new StudyRun(shelf, launcher).run(study, 1, (run, state) -> {}, stop);
    }

    private static RunFolder run(List<RunFolder> runs, String name) {
        return runs.stream().filter(run -> name(run).equals(name)).findFirst().orElseThrow();
    }

    private static RunPhase phase(List<RunFolder> runs, String name) {
        return run(runs, name).state().phase();
    }

    private static String phases(List<RunFolder> runs) {
        return String.join(
                " ", runs.stream().map(run -> run.state().phase().toString()).toList());
    }

    private static String name(RunFolder run) {
        return run.id().replace("hybrid-", "").replace("nano-", "");
    }

    /** Logs what training would: every 5 steps a probe, whose mAP is α × the share of steps. */
    private static final class Trained implements Launcher {
        private final List<String> launched = new ArrayList<>();
        private String fails = "";
        private boolean alike;

        @Override
        public String id() {
            return "trained";
        }

        @Override
        public String description() {
            return "logs what training would";
        }

        @Override
        public CompletableFuture<Void> launch(RunFolder run) {
            return launchUntil(40, run);
        }

        @Override
        public CompletableFuture<Void> launchUntil(int step, RunFolder run) {
            launched.add(name(run) + " to " + step);
            if (name(run).equals(fails)) {
                append(run, new RunEvent.Failed("no memory"));
            } else {
                train(run, step);
            }
            return CompletableFuture.completedFuture(null);
        }

        void train(RunFolder run, int to) {
            int from = 0;
            for (LoggedEvent logged : run.tail().poll()) {
                if (logged.event() instanceof RunEvent.Checkpointed saved) {
                    from = saved.step();
                }
            }
            double alpha = alike ? .3 : run.frozen().spec().strategy().parameters().get("alpha");
            append(run, new RunEvent.Started(from, 40, 5));
            for (int step = from + 5; step <= to; step += 5) {
                double seeds = run.frozen().spec().seed() == 2 ? .01 : 0;
                append(
                        run,
                        new RunEvent.Evaluated(
                                step,
                                "probe:facts",
                                Map.of("multilingualMap", alpha * step / 40 + seeds)));
            }
            append(run, new RunEvent.Checkpointed(to));
            append(run, to == 40 ? new RunEvent.Finished(40, 1) : new RunEvent.Reached(to));
        }

        private static void append(RunFolder run, RunEvent event) {
            try (EventLog log = run.openLog(Clock.systemUTC())) {
                log.append(event);
            }
        }
    }
}
