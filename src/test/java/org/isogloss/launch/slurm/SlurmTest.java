package org.isogloss.launch.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.isogloss.base.BadInputException;
import org.isogloss.experiment.SampleStudies;
import org.isogloss.experiment.Study;
import org.isogloss.launch.StudyRun;
import org.isogloss.run.EventLog;
import org.isogloss.run.LoggedEvent;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(OS.WINDOWS)
class SlurmTest {
    @TempDir private Path folder;
    private FakeSlurm fake;
    private Slurm slurm;
    private List<RunFolder> runs;
    private final List<String> trouble = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();

    @BeforeEach
    void prepare() throws IOException {
        fake = new FakeSlurm(folder.resolve("bin"));
        slurm = slurm(SlurmSettings.NONE, new JobRequest(Duration.ofSeconds(5401), 3L << 30));
        Path data = Files.writeString(folder.resolve("facts.tsv"), "en\tde\n");
        Study study = SampleStudies.small("s", data.toString());
        runs = new StudyRun(new RunShelf(folder.resolve("runs")), slurm).prepare(study);
        fake.says("sbatch", 0, "17\n");
        fake.queue("17|PENDING|Resources");
    }

    /** Looks are asked for by the tests. */
    private Slurm slurm(SlurmSettings settings, JobRequest request) throws IOException {
        Pace pace = new Pace(Duration.ofHours(1), Duration.ofMinutes(2), nanos::get);
        return new Slurm(settings, fake.shell(), spec -> request, trouble::add, pace);
    }

    @AfterEach
    void close() {
        slurm.close();
    }

    @Test
    void submitsAScriptThatAsksForWhatIsEstimated() throws IOException {
        RunFolder run = runs.get(0);

        CompletableFuture<Void> end = slurm.launch(run);

        assertThat(end).isNotDone();
        assertThat(SlurmJob.of(run)).contains(new SlurmJob("17", null));
        assertThat(run.state().phase()).isEqualTo(RunPhase.WAITING);
        assertThat(Files.readString(run.jobScript()))
                .startsWith("#!/bin/bash\n#SBATCH --job-name=\"" + run.id() + "\"\n")
                .contains("#SBATCH --time=\"91\"\n", "#SBATCH --mem=\"3072M\"\n")
                .contains("#SBATCH --requeue\n", "#SBATCH --open-mode=\"append\"\n")
                .doesNotContain("--gres", "--partition");
        assertThat(fake.calls())
                .hasSize(2)
                .anyMatch(call -> call.startsWith("squeue"))
                .last()
                .isEqualTo("sbatch --parsable " + run.jobScript());
    }

    @Test
    void asksForWhatTheUserSaysInsteadOfTheEstimate() {
        SlurmSettings settings =
                new SlurmSettings(
                        null,
                        "gpu",
                        "lab",
                        null,
                        "a100:1",
                        8,
                        "0",
                        "1-0",
                        List.of("module load cuda"),
                        "apptainer exec i.sif isogloss",
                        Map.of("nice", "7"),
                        null);
        String script =
                new JobScript(settings, new JobRequest(Duration.ofHours(1), 1L)).of(runs.get(0));

        assertThat(script)
                .contains("#SBATCH --partition=\"gpu\"\n", "#SBATCH --account=\"lab\"\n")
                .contains("#SBATCH --gres=\"gpu:a100:1\"\n", "#SBATCH --cpus-per-task=\"8\"\n")
                .contains("#SBATCH --mem=\"0\"\n", "#SBATCH --time=\"1-0\"\n")
                .contains("#SBATCH --nice=\"7\"\n", "\nmodule load cuda\n")
                .contains("\napptainer exec i.sif isogloss run \"$folder\" --interruptible")
                .contains("--device gpu:0 &\n");
    }

    @Test
    void tellsWhyAJobWaitsOnceAndAgainAfterARequeue() throws IOException {
        RunFolder run = runs.get(0);
        assertThat(slurm.launch(run)).isNotDone();
        slurm.look();
        slurm.look();
        assertThat(run.state().message())
                .isEqualTo("Slurm job 17 waits: no node is free (Resources).");
        assertThat(queued(run)).as("submitted, and why it waits").isEqualTo(2);

        append(run, new RunEvent.Started(0, 10, 5)); // and then its node is lost
        fake.queue("17|RUNNING|None");
        slurm.look();
        fake.queue("17|PENDING|Resources");
        slurm.look();

        assertThat(queued(run)).isEqualTo(3);
        assertThat(run.state().phase()).isEqualTo(RunPhase.WAITING);
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED, FAILED, the end of process.log tells why",
        "TIMEOUT, FAILED, ask for more time",
        "PREEMPTED, FAILED, was preempted",
        "OUT_OF_MEMORY, FAILED, ask for more",
        "NODE_FAIL, FAILED, lost with its node",
        "BOOT_FAIL, FAILED, node did not start",
        "DEADLINE, FAILED, deadline",
        "COMPLETED, FAILED, has completed",
        "CANCELLED, CANCELLED, ''",
    })
    void writesDownWhatAJobEndedOfWhereTheRunDidNot(String state, RunPhase phase, String words)
            throws IOException {
        RunFolder run = runs.get(0);
        CompletableFuture<Void> end = slurm.launch(run);
        append(run, new RunEvent.Started(0, 10, 5));
        fake.queue("17|" + state + "|None");
        slurm.look();
        nanos.addAndGet(Duration.ofSeconds(119).toNanos());
        slurm.look();
        assertThat(end).as("the last lines may be on their way").isNotDone();

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        slurm.look();

        assertThat(end).isCompleted();
        assertThat(run.state().phase()).isEqualTo(phase);
        assertThat(run.state().message()).contains(words);
    }

    @Test
    void believesTheRunItself() throws IOException {
        RunFolder run = runs.get(0);
        CompletableFuture<Void> end = slurm.launch(run);
        append(run, new RunEvent.Finished(10, 1));
        fake.queue("17|TIMEOUT|None");

        slurm.look();

        assertThat(end).isCompleted();
        assertThat(run.state().phase()).isEqualTo(RunPhase.FINISHED);
    }

    @Test
    void aRunThatStopsAtARungHasEndedWell() throws IOException {
        RunFolder run = runs.get(0);
        CompletableFuture<Void> end = slurm.launchUntil(4, run);
        assertThat(Files.readString(run.jobScript())).contains(" --device cpu --until 4 &\n");
        append(run, new RunEvent.Started(0, 10, 5));
        append(run, new RunEvent.Step(4, "monolingual", 1, 1e-3, 1, 100));
        append(run, new RunEvent.Reached(4));
        fake.queue("17|COMPLETED|None");

        slurm.look();

        assertThat(end).isCompleted();
        assertThat(run.state().phase()).isEqualTo(RunPhase.WAITING);
        assertThat(run.state().message()).isEmpty();
    }

    @Test
    void aRunThatEndsBeforeItsRungHasFailed() throws IOException {
        RunFolder run = runs.get(0);
        CompletableFuture<Void> end = slurm.launchUntil(4, run);
        append(run, new RunEvent.Started(0, 10, 5));
        append(run, new RunEvent.Step(3, "monolingual", 1, 1e-3, 1, 100));
        fake.queue("17|FAILED|None");
        slurm.look();
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        slurm.look();

        assertThat(end).isCompleted();
        assertThat(run.state().phase()).isEqualTo(RunPhase.FAILED);
    }

    @Test
    void readsTheScriptsOwnRecordWhereSlurmHasForgottenTheJob() throws IOException {
        RunFolder run = runs.get(0);
        CompletableFuture<Void> end = slurm.launch(run);
        fake.queue();
        fake.refuses("sacct", "Slurm accounting storage is disabled\n");
        fake.refuses("scontrol", "Invalid job id specified\n");
        Files.writeString(run.path().resolve("job.exit"), "17 1\n");
        lookUntilPatienceEnds();

        assertThat(end).isCompleted();
        assertThat(run.state().message()).startsWith("Slurm job 17 failed");
    }

    @Test
    void saysThatAJobIsGoneWhereNobodyKnowsIt() throws IOException {
        RunFolder run = runs.get(0);
        CompletableFuture<Void> end = slurm.launch(run);
        fake.queue();
        lookUntilPatienceEnds();

        assertThat(end).isCompleted();
        assertThat(run.state().message()).contains("left no word; run the study again");
    }

    @Test
    void concludesNothingWhileSlurmDoesNotAnswerAndTellsItOnce() throws IOException {
        CompletableFuture<Void> end = slurm.launch(runs.get(0));
        fake.refuses("squeue", "Unable to contact slurm controller\n");
        for (int i = 0; i < 5; i++) {
            nanos.addAndGet(Duration.ofHours(1).toNanos());
            slurm.look();
        }
        assertThat(end).isNotDone();
        assertThat(runs.get(0).state().phase()).isEqualTo(RunPhase.WAITING);
        assertThat(trouble)
                .containsExactly("squeue does not answer: Unable to contact slurm controller");

        fake.queue("17|PENDING|Resources");
        slurm.look();
        fake.refuses("squeue", "Unable to contact slurm controller\n");
        slurm.look();
        assertThat(trouble).as("another time").hasSize(2);
    }

    @Test
    void followsTheOthersWhereOneFolderIsDeleted() throws IOException {
        CompletableFuture<Void> deleted = slurm.launch(runs.get(0));
        fake.says("sbatch", 0, "18\n");
        CompletableFuture<Void> other = slurm.launch(runs.get(1));
        Files.move(runs.get(0).path(), folder.resolve("elsewhere"));
        fake.queue("17|PENDING|Resources", "18|PENDING|Resources");
        slurm.look();
        slurm.look();

        assertThat(runs.get(1).state().message()).startsWith("Slurm job 18 waits");
        assertThat(trouble)
                .singleElement()
                .asString()
                .startsWith(runs.get(0).path() + ": cannot open");
        fake.queue("17|FAILED|None", "18|FAILED|None");
        lookUntilPatienceEnds();
        assertThat(deleted).isCompleted();
        assertThat(other).isCompleted();
        assertThat(runs.get(1).state().phase()).isEqualTo(RunPhase.FAILED);
    }

    @Test
    void submitsLaterWhereSlurmDoesNotAnswerForAWhile() throws IOException {
        assertThat(slurm.launch(runs.get(0))).isNotDone();
        fake.refuses("sbatch", "sbatch: error: Unable to contact slurm controller\n");
        CompletableFuture<Void> end = slurm.launch(runs.get(1));
        slurm.look();

        assertThat(end).isNotDone();
        assertThat(SlurmJob.of(runs.get(1))).isEmpty();
        assertThat(runs.get(1).state().phase()).isEqualTo(RunPhase.WAITING);
        assertThat(runs.get(1).state().message()).isEqualTo("It is being submitted to Slurm.");
        assertThat(trouble).isNotEmpty().allMatch(said -> said.contains("Unable to contact"));

        fake.says("sbatch", 0, "18\n");
        slurm.look();
        assertThat(SlurmJob.of(runs.get(1))).contains(new SlurmJob("18", null));
    }

    @Test
    void givesUpARunThatSlurmRefusesLater() throws IOException {
        assertThat(slurm.launch(runs.get(0))).isNotDone();
        fake.refuses("sbatch", "sbatch: error: Unable to contact slurm controller\n");
        CompletableFuture<Void> end = slurm.launch(runs.get(1));
        fake.refuses("sbatch", "sbatch: error: invalid account\n");
        slurm.look();

        assertThat(end).isCompleted();
        assertThat(runs.get(1).state().phase()).isEqualTo(RunPhase.FAILED);
        assertThat(runs.get(1).state().message()).contains("invalid account");
    }

    @Test
    void cancelsARunThatCouldNotBeSubmittedYet() throws IOException {
        assertThat(slurm.launch(runs.get(0))).isNotDone();
        fake.refuses("sbatch", "sbatch: error: Unable to contact slurm controller\n");
        CompletableFuture<Void> end = slurm.launch(runs.get(1));
        runs.get(1).requestCancel();
        slurm.look();

        assertThat(end).isCompleted();
        assertThat(runs.get(1).state().phase()).isEqualTo(RunPhase.CANCELLED);
    }

    @Test
    void refusesToBeginWhereSlurmNeverAnswered() throws IOException {
        fake.refuses("squeue", "Unable to contact slurm controller\n");

        assertThatThrownBy(() -> slurm.launch(runs.get(0)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("squeue does not answer: Unable to contact slurm controller");
    }

    @Test
    void keepsAJobItCannotAskAbout() throws IOException {
        assertThat(slurm.launch(runs.get(0))).isNotDone();
        slurm.look();
        fake.refuses("squeue", "Unable to contact slurm controller\n");
        nanos.addAndGet(Duration.ofHours(2).toNanos());

        assertThat(slurm.finds(runs.get(0))).isTrue();
        assertThat(slurm.finds(runs.get(1))).isFalse();
    }

    /** Its process wrote between squeue's answer and this look. */
    @Test
    void doesNotCallARunWaitingThatHasBegunMeanwhile() throws IOException {
        RunFolder run = runs.get(0);
        assertThat(slurm.launch(run)).isNotDone();
        append(run, new RunEvent.Progressed("reading data sets", 0, 0));
        append(run, new RunEvent.Started(0, 10, 5));

        slurm.look();

        assertThat(run.tail().poll())
                .last()
                .extracting(LoggedEvent::event)
                .isEqualTo(new RunEvent.Started(0, 10, 5));
    }

    @Test
    void notesThatItSubmitsBeforeTheJobCanWrite() throws IOException {
        RunFolder run = runs.get(0);
        fake.does("sbatch", "echo begun >>'" + run.path().resolve("events.jsonl") + "'");

        assertThat(slurm.launch(run)).isNotDone();

        assertThat(Files.readAllLines(run.path().resolve("events.jsonl"))).endsWith("begun");
    }

    @Test
    void asksOnceForManyJobs() throws IOException {
        for (int i = 0; i < runs.size(); i++) {
            fake.says("sbatch", 0, 17 + i + "\n");
            assertThat(slurm.launch(runs.get(i))).isNotDone();
        }
        fake.queue("17|RUNNING|", "18|RUNNING|", "19|PENDING|Priority", "20|PENDING|None");
        int before = fake.calls().size();

        slurm.look();

        assertThat(fake.calls().subList(before, fake.calls().size()))
                .hasSize(1)
                .allMatch(call -> call.startsWith("squeue"));
    }

    @Test
    void takesAWaitingJobThatIsNotWantedOutOfTheQueue() throws IOException {
        RunFolder run = runs.get(0);
        CompletableFuture<Void> end = slurm.launch(run);
        run.requestCancel();
        slurm.look();
        assertThat(fake.calls()).last().isEqualTo("scancel 17");

        fake.queue("17|CANCELLED|None");
        lookUntilPatienceEnds();

        assertThat(end).isCompleted();
        assertThat(run.state().phase()).isEqualTo(RunPhase.CANCELLED);
    }

    @Test
    void cancelsTheJobOfARunWhoseSetupStillRuns() throws IOException {
        CompletableFuture<Void> end = slurm.launch(runs.get(0));
        fake.queue("17|RUNNING|None");
        slurm.look();
        runs.get(0).requestCancel();
        slurm.look();
        assertThat(fake.calls()).last().isEqualTo("scancel 17");

        fake.queue("17|FAILED|None"); // as the exit code of a script that was ended may say
        lookUntilPatienceEnds();
        assertThat(end).isCompleted();
        assertThat(runs.get(0).state().phase()).isEqualTo(RunPhase.CANCELLED);
    }

    @Test
    void leavesARunningRunToStopItself() throws IOException {
        assertThat(slurm.launch(runs.get(0))).isNotDone();
        append(runs.get(0), new RunEvent.Started(0, 10, 5));
        fake.queue("17|RUNNING|None");
        runs.get(0).requestCancel();

        slurm.look();

        assertThat(fake.calls()).noneMatch(call -> call.startsWith("scancel"));
    }

    @Test
    void findsAnEarlierJobAndSubmitsNoSecond() throws IOException {
        assertThat(slurm.launch(runs.get(0))).isNotDone();
        try (Slurm later = slurm(SlurmSettings.NONE, JobRequest.NONE)) {
            assertThat(later.finds(runs.get(0))).isTrue();
            assertThat(later.finds(runs.get(1))).isFalse();
            assertThat(later.launch(runs.get(0))).isNotDone();
        }
        assertThat(fake.calls()).filteredOn(call -> call.startsWith("sbatch")).hasSize(1);
    }

    @Test
    void refusesToLookForAJobInAnotherQueueThanItWasSubmittedTo() throws IOException {
        RunFolder run = runs.get(0);
        new SlurmJob("17", "me@alpha").keepIn(run);

        assertThatThrownBy(() -> slurm.launch(run))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(
                        "submitted as job 17 through me@alpha, and no host is given now");
        assertThatThrownBy(() -> slurm.finds(run)).isInstanceOf(BadInputException.class);
        assertThat(fake.calls()).isEmpty();

        append(run, new RunEvent.Cancelled(3)); // that job is over, wherever it was
        assertThat(slurm.launch(run)).isNotDone();
        assertThat(SlurmJob.of(run)).contains(new SlurmJob("17", null));
    }

    @Test
    void submitsAnArrayOfWhatIsLeft() throws IOException {
        append(runs.get(1), new RunEvent.Finished(10, 1));
        Path study = folder.resolve("runs").resolve("s");

        slurm.submitArray(runs, "s", study);

        List<String> jobs = new ArrayList<>();
        runs.forEach(run -> jobs.add(SlurmJob.of(run).map(SlurmJob::id).orElse("none")));
        assertThat(jobs).containsExactly("17_0", "none", "17_1", "17_2");
        assertThat(Files.readString(study.resolve("array.sh")))
                .contains("#SBATCH --array=\"0-2\"\n")
                .contains("\n    1) folder=" + runs.get(2).path() + " ;;\n");
    }

    @Test
    void submitsSeveralArraysWhereOneMayNotHoldAll() throws IOException {
        fake.says("scontrol", 0, "MaxArraySize            = 3\n");
        fake.does("sbatch", "sed -i 's/.*/echo $((&+1))/e' " + folder.resolve("bin/sbatch.out"));
        Path study = folder.resolve("runs").resolve("s");

        slurm.submitArray(runs, "s", study);

        assertThat(runs)
                .extracting(run -> SlurmJob.of(run).orElseThrow().id())
                .containsExactly("18_0", "18_1", "18_2", "19_0");
        assertThat(Files.readString(study.resolve("array-3.sh")))
                .contains("#SBATCH --array=\"0-0\"\n")
                .contains("\n    0) folder=" + runs.get(3).path() + " ;;\n");
    }

    @Test
    void saysThatASlurmTakesNoArrays() throws IOException {
        fake.says("scontrol", 0, "MaxArraySize            = 0\n");

        assertThatThrownBy(() -> slurm.submitArray(runs, "s", folder.resolve("runs/s")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("leave --array out");
    }

    /** As when it was killed after a minute, while the job was being taken. */
    @Test
    void submitsNoSecondTimeWhatSbatchWasNotHeardToSubmit() throws IOException {
        RunFolder run = runs.get(1);
        assertThat(slurm.launch(runs.get(0))).isNotDone();
        fake.refuses("sbatch", "sbatch: error: Socket timed out on send/recv operation\n");
        assertThat(slurm.launch(run)).isNotDone();
        fake.queue(
                "17|PENDING|Resources",
                "18|RUNNING|None|other|" + run.path(),
                "19|CANCELLED|None|" + run.id() + "|" + run.path(),
                "20|PENDING|Priority|" + run.id() + "|" + run.path(),
                "21|PENDING|Priority|" + run.id() + "|/another/shelf/" + run.id());
        slurm.look();
        slurm.look();

        assertThat(SlurmJob.of(run)).contains(new SlurmJob("20", null));
        assertThat(run.state().message()).startsWith("Slurm job 20 waits");
        assertThat(fake.calls()).filteredOn(call -> call.startsWith("sbatch")).hasSize(2);
    }

    @Test
    void refusesToGoOnBesideAnArrayThatNoRunKnowsOf() throws IOException {
        Path study = folder.resolve("runs").resolve("s");
        fake.queue("30_0|PENDING|None|s|" + study, "30_1|PENDING|None|s|" + study);

        assertThatThrownBy(() -> slurm.submitArray(runs, "s", study))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("scancel 30");
        assertThatThrownBy(() -> slurm.launch(runs.get(0)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("scancel 30");

        new SlurmJob("30_1", null).keepIn(runs.get(2));
        assertThat(slurm.launch(runs.get(2))).isNotDone();
        assertThat(fake.calls()).noneMatch(call -> call.startsWith("sbatch"));
    }

    @Test
    void leavesARunAsItWasWhereSlurmDoesNotTakeIt() throws IOException {
        fake.refuses("sbatch", "sbatch: error: invalid account\n");

        assertThatThrownBy(() -> slurm.launch(runs.get(0)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("invalid account");
        assertThat(SlurmJob.of(runs.get(0))).isEmpty();
        assertThat(runs.get(0).state().phase()).isEqualTo(RunPhase.WAITING);
        assertThat(runs.get(0).state().message()).contains("invalid account");

        assertThatThrownBy(() -> slurm.submitArray(runs, "s", folder.resolve("runs/s")))
                .isInstanceOf(BadInputException.class);
        assertThat(runs)
                .allSatisfy(run -> assertThat(run.state().message()).contains("invalid account"));
    }

    private void lookUntilPatienceEnds() {
        slurm.look();
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        slurm.look();
    }

    private static long queued(RunFolder run) {
        return run.tail().poll().stream()
                .filter(logged -> logged.event() instanceof RunEvent.Queued)
                .count();
    }

    private static void append(RunFolder run, RunEvent event) {
        try (EventLog log = run.openLog(Clock.systemUTC())) {
            log.append(event);
        }
    }
}
