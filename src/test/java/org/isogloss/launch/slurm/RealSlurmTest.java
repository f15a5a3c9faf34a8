package org.isogloss.launch.slurm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Fingerprints;
import org.isogloss.experiment.Halving;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.Study;
import org.isogloss.launch.LocalProcess;
import org.isogloss.launch.StudyRun;
import org.isogloss.run.LoggedEvent;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;
import org.isogloss.run.TinyStudy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs of seconds through a Slurm that was started for them. */
@Tag("slurm")
@Tag("native")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RealSlurmTest {
    private static final SlurmSettings SETTINGS =
            new SlurmSettings(
                    null,
                    "main",
                    null,
                    null,
                    null,
                    1,
                    null,
                    "10",
                    List.of("export HERE=set"),
                    null,
                    Map.of("comment", "it's \"a\" test"),
                    1);

    @TempDir private static Path place;
    private static SlurmNode node;

    @TempDir private Path folder;
    private final List<String> trouble = new ArrayList<>();
    private Slurm slurm;

    @BeforeAll
    static void start() throws Exception {
        node = new SlurmNode(place.resolve("slurm"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (node != null) {
            node.close();
        }
    }

    private Slurm slurm() {
        slurm =
                new Slurm(
                        SETTINGS,
                        node.shell(),
                        spec -> new JobRequest(null, 512L << 20),
                        trouble::add,
                        new Pace(Duration.ofMillis(300), Duration.ofSeconds(2), System::nanoTime));
        return slurm;
    }

    @AfterEach
    void close() {
        if (slurm != null) {
            slurm.close();
        }
        assertThat(trouble).isEmpty();
    }

    @Test
    void finishesAStudyWhoseFolderHasAnOddName() throws Exception {
        RunShelf shelf = new RunShelf(folder.resolve("it's a %j $HOME shelf"));
        Study study = TinyStudy.in(folder, 20);

        List<RunFolder> runs =
                new StudyRun(shelf, slurm()).run(study, 9, (run, state) -> {}, Cancellation.NEVER);

        RunFolder run = runs.get(0);
        assertThat(run.state().phase()).as("%s", run.lastLogLines(20)).isEqualTo(RunPhase.FINISHED);
        assertThat(run.evaluations()).hasSize(1);
        String job = SlurmJob.of(run).orElseThrow().id();
        assertThat(run.jobExit(job)).contains(0);
        assertThat(node.run("scontrol", "show", "job", "--oneliner", job))
                .contains("JobState=COMPLETED")
                .contains("JobName=" + run.id())
                .contains("TimeLimit=00:10:00")
                .contains("Comment=it's \"a\" test")
                .containsPattern("mem=512M|MinMemoryNode=512M");
    }

    @Test
    void endsWithTheWeightsOfAnUninterruptedRunAfterARequeue() throws Exception {
        RunFolder straight = create("straight", 1200);
        new LocalProcess(1).launch(straight).get();
        RunFolder requeued = create("requeued", 1200);

        var ended = slurm().launch(requeued);
        until(() -> requeued.state().step() > 100);
        String job = SlurmJob.of(requeued).orElseThrow().id();
        node.run("scontrol", "requeue", job);
        until(() -> requeued.state().message().contains("BeginTime"));
        assertThat(requeued.state().phase()).isEqualTo(RunPhase.WAITING);
        assertThat(events(requeued)).anyMatch(RunEvent.Interrupted.class::isInstance);
        int kept = requeued.state().step();
        assertThat(kept).isBetween(100, 1199);
        node.run("scontrol", "update", "JobId=" + job, "StartTime=now"); // not in two minutes
        ended.get();

        assertThat(requeued.state().phase())
                .as("%s", requeued.lastLogLines(20))
                .isEqualTo(RunPhase.FINISHED);
        assertThat(events(requeued).stream().filter(RunEvent.Started.class::isInstance))
                .last()
                .extracting(event -> ((RunEvent.Started) event).fromStep())
                .isEqualTo(kept);
        assertThat(requeued.model().resolve("model.safetensors"))
                .hasSameBinaryContentAs(straight.model().resolve("model.safetensors"));
        assertThat(requeued.evaluations()).isEqualTo(straight.evaluations());
    }

    @Test
    void goesBackIntoTheQueueBeforeItsTimeIsUp() throws Exception {
        RunFolder run = create("late", 100_000);
        var ended = slurm().launch(run);
        until(() -> run.state().step() > 10);
        String job = SlurmJob.of(run).orElseThrow().id();

        node.run("scancel", "--batch", "--signal=USR1", job); // as Slurm does when time runs out
        until(() -> run.state().message().contains("BeginTime"));

        assertThat(events(run)).anyMatch(RunEvent.Interrupted.class::isInstance);
        run.requestCancel();
        ended.get();
        assertThat(run.state().phase()).isEqualTo(RunPhase.CANCELLED);
        assertThat(node.run("scontrol", "show", "job", "--oneliner", job))
                .contains("JobState=CANCELLED");
    }

    @Test
    void seesThatAJobWasCancelledOutside() throws Exception {
        RunFolder run = create("cancelled", 100_000);
        var ended = slurm().launch(run);
        until(() -> run.state().step() > 10);

        node.run("scancel", SlurmJob.of(run).orElseThrow().id());
        ended.get();

        assertThat(run.state().phase()).isEqualTo(RunPhase.CANCELLED);
        assertThat(run.alive()).isFalse();
    }

    @Test
    void stopsARunningRunThatIsCancelledHere() throws Exception {
        RunFolder run = create("stopped", 100_000);
        var ended = slurm().launch(run);
        until(() -> run.state().step() > 10);

        run.requestCancel();
        ended.get();

        assertThat(run.state().phase()).isEqualTo(RunPhase.CANCELLED);
        assertThat(run.jobExit(SlurmJob.of(run).orElseThrow().id())).contains(4);
    }

    @Test
    void findsAJobThatAnotherLauncherSubmitted() throws Exception {
        RunFolder run = create("found", 600);
        assertThat(slurm().launch(run)).isNotDone();
        String job = SlurmJob.of(run).orElseThrow().id();
        slurm.close(); // the terminal that submitted it is gone

        Slurm later = slurm();
        assertThat(later.finds(run)).isTrue();
        later.launch(run).get();

        assertThat(SlurmJob.of(run).orElseThrow().id()).isEqualTo(job);
        assertThat(run.state().phase()).isEqualTo(RunPhase.FINISHED);
        assertThat(later.finds(run)).isFalse();
    }

    @Test
    void submitsNoSecondTimeWhatNoRunKnowsOf() throws Exception {
        RunFolder run = create("un|heard of", 600);
        assertThat(slurm().launch(run)).isNotDone();
        String job = SlurmJob.of(run).orElseThrow().id();
        slurm.close();
        Files.delete(run.job()); // as if sbatch had not been heard to the end

        slurm().launch(run).get();

        assertThat(SlurmJob.of(run).orElseThrow().id()).isEqualTo(job);
        assertThat(run.state().phase()).isEqualTo(RunPhase.FINISHED);
    }

    @Test
    void refusesToSubmitBesideAnArrayThatNoRunKnowsOf() throws Exception {
        RunShelf shelf = new RunShelf(folder.resolve("arrays"));
        Study study = TinyStudy.in(folder, 100_000);
        List<RunFolder> runs = new StudyRun(shelf, slurm()).prepare(study);
        Path place = shelf.path().resolve(study.name());
        slurm.submitArray(runs, study.name(), place);
        String array = SlurmJob.of(runs.get(0)).orElseThrow().id().split("_", 2)[0];
        slurm.close();
        Files.delete(runs.get(0).job());

        try {
            assertThatThrownBy(() -> slurm().submitArray(runs, study.name(), place))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("scancel " + array);
        } finally {
            node.run("scancel", array);
        }
    }

    @Test
    void runsAStudyAsTheTasksOfOneArray() throws Exception {
        RunShelf shelf = new RunShelf(folder.resolve("array shelf"));
        Study study =
                TinyStudy.in(
                        folder,
                        20,
                        List.of(
                                new StrategyChoice("hybrid", Map.of("alpha", 0.5)),
                                new StrategyChoice("monolingual", Map.of())));
        StudyRun work = new StudyRun(shelf, slurm());
        List<RunFolder> runs = work.prepare(study);

        slurm.submitArray(runs, study.name(), shelf.path().resolve(study.name()));
        slurm.submitArray(runs, study.name(), shelf.path().resolve(study.name()));
        work.run(study, 9, (run, state) -> {}, Cancellation.NEVER);

        assertThat(runs)
                .allSatisfy(
                        run ->
                                assertThat(run.state().phase())
                                        .as("%s", run.lastLogLines(20))
                                        .isEqualTo(RunPhase.FINISHED));
        assertThat(runs)
                .extracting(run -> SlurmJob.of(run).orElseThrow().id().replaceFirst(".*_", "_"))
                .containsExactly("_0", "_1");
        assertThat(
                        runs.stream()
                                .map(run -> SlurmJob.of(run).orElseThrow().id().split("_", 2)[0])
                                .distinct())
                .as("one array, not two")
                .hasSize(1);
    }

    @Test
    void halvesAStudyAsItIsHalvedHere() throws Exception {
        List<StrategyChoice> rows =
                List.of(StrategyChoice.of("monolingual"), StrategyChoice.of("cross-lingual"));
        Study study = TinyStudy.in(folder, 40, rows).withHalving(new Halving("validation", 1));
        RunShelf here = new RunShelf(folder.resolve("here"));
        RunShelf there = new RunShelf(folder.resolve("there"));

        new StudyRun(here, new LocalProcess(1))
                .run(study, 1, (run, state) -> {}, Cancellation.NEVER);
        new StudyRun(there, slurm()).run(study, 9, (run, state) -> {}, Cancellation.NEVER);

        assertThat(phases(there))
                .isEqualTo(phases(here))
                .containsValues(RunPhase.FINISHED, RunPhase.DROPPED);
        for (RunFolder run : here.runs()) {
            RunFolder same = new RunFolder(there.path().resolve("tiny").resolve(run.id()));
            assertThat(same.state().step()).isEqualTo(run.state().step());
            if (run.state().phase() == RunPhase.FINISHED) {
                assertThat(same.model().resolve("model.safetensors"))
                        .hasSameBinaryContentAs(run.model().resolve("model.safetensors"));
            }
        }
    }

    private static Map<String, RunPhase> phases(RunShelf shelf) {
        return shelf.runs().stream()
                .collect(Collectors.toMap(RunFolder::id, run -> run.state().phase()));
    }

    @Test
    void tellsWhatAJobDiedOf() throws Exception {
        RunFolder run = create("dead", 100_000);
        var ended = slurm().launch(run);
        until(() -> run.state().step() > 10);
        String job = SlurmJob.of(run).orElseThrow().id();

        List<ProcessHandle> killed =
                ProcessHandle.allProcesses().filter(process -> worksOn(run, process)).toList();
        assertThat(killed).isNotEmpty();
        killed.forEach(ProcessHandle::destroyForcibly);
        ended.get();

        assertThat(run.state().phase()).isEqualTo(RunPhase.FAILED);
        assertThat(run.state().message()).startsWith("Slurm job " + job + " failed");
    }

    /** By the kernel's table: class paths are too long for what Java tells of a process. */
    private static boolean worksOn(RunFolder run, ProcessHandle process) {
        try {
            String command =
                    Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), ISO_8859_1);
            return command.contains("\0run\0" + run.path() + "\0");
        } catch (IOException e) {
            return false; // it has ended meanwhile
        }
    }

    @Test
    void runsAStudyFromTheCommandLine() throws Exception {
        JsonFile.write(folder.resolve("study.json"), TinyStudy.in(folder, 20));
        Path settings = folder.resolve("slurm.json");
        Files.writeString(settings, "{\"partition\":\"nowhere\",\"lookSeconds\":1}");
        ProcessBuilder command =
                new ProcessBuilder(
                        LocalProcess.java(
                                List.of(
                                        "study",
                                        "run",
                                        folder.resolve("study.json").toString(),
                                        "--runs",
                                        folder.resolve("runs").toString(),
                                        "--slurm",
                                        settings.toString(),
                                        "--partition",
                                        "main",
                                        "--array",
                                        "--slurm-option",
                                        "comment=cli",
                                        "--slurm-option",
                                        "exclusive")));
        command.environment().put("SLURM_CONF", node.conf().toString());
        Process process = command.redirectErrorStream(true).start();

        String said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("is being submitted").contains("hybrid-0.50-pico-1");
        RunFolder run = new RunShelf(folder.resolve("runs")).runs().get(0);
        String job = SlurmJob.of(run).orElseThrow().id();
        assertThat(node.run("scontrol", "show", "job", "--oneliner", job))
                .contains("Comment=cli")
                .contains("OverSubscribe=NO")
                .contains("Partition=main")
                .containsPattern("MinMemoryNode=[23]");
    }

    private static List<RunEvent> events(RunFolder run) {
        return run.tail().poll().stream().map(LoggedEvent::event).toList();
    }

    private RunFolder create(String shelf, int steps) throws IOException {
        Files.createDirectories(folder.resolve(shelf));
        ExperimentSpec spec = TinyStudy.in(folder, steps).plan().get(0);
        return RunFolder.create(folder.resolve(shelf), spec, new Fingerprints().of(spec));
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(50);
        }
    }
}
