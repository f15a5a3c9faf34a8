package org.isogloss.launch.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isogloss.base.BadInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class SlurmQueueTest {
    @TempDir private Path folder;
    private FakeSlurm fake;
    private SlurmQueue queue;

    @BeforeEach
    void prepare() throws IOException {
        fake = new FakeSlurm(folder);
        queue = new SlurmQueue(fake.shell());
    }

    @ParameterizedTest
    @CsvSource({"4711,4711", "4711;alpha,4711", "'Welcome to login1\n\n4711',4711"})
    void findsTheIdInWhatSbatchPrints(String printed, String id) throws IOException {
        fake.says("sbatch", 0, printed + "\n");

        assertThat(queue.submit("/runs/job.sh")).isEqualTo(id);
        assertThat(fake.calls()).containsExactly("sbatch --parsable /runs/job.sh");
    }

    @Test
    void repeatsWhatSbatchComplainsOf() throws IOException {
        fake.refuses(
                "sbatch",
                "sbatch: error: invalid partition specified: x\nsbatch: error: Batch job"
                        + " submission failed: Invalid partition name specified\n");

        assertThatThrownBy(() -> queue.submit("job.sh"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("sbatch does not take the job")
                .hasMessageContaining("invalid partition specified: x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Submitted batch job", "<html>504</html>"})
    void refusesAnAnswerWithoutAnId(String printed) throws IOException {
        fake.says("sbatch", 0, printed);

        assertThatThrownBy(() -> queue.submit("job.sh")).isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, PENDING, false",
        "RUNNING, RUNNING, false",
        "COMPLETING, RUNNING, false",
        "CONFIGURING, RUNNING, false",
        "SUSPENDED, SUSPENDED, false",
        "REQUEUED, PENDING, false",
        "REQUEUE_HOLD, PENDING, false",
        "COMPLETED, COMPLETED, true",
        "FAILED, FAILED, true",
        "TIMEOUT, TIMEOUT, true",
        "PREEMPTED, PREEMPTED, true",
        "OUT_OF_MEMORY, OUT_OF_MEMORY, true",
        "NODE_FAIL, NODE_FAIL, true",
        "BOOT_FAIL, BOOT_FAIL, true",
        "DEADLINE, DEADLINE, true",
        "CANCELLED, CANCELLED, true",
    })
    void knowsEveryState(String printed, SlurmState state, boolean ended) throws IOException {
        fake.queue("17|" + printed + "|None");

        Map<String, JobStatus> known = queue.look(Set.of("17"));

        assertThat(known).containsEntry("17", new JobStatus(state, "None"));
        assertThat(state.ended()).isEqualTo(ended);
        assertThat(known.get("17").sentence("17")).startsWith("Slurm job 17 ").endsWith(".");
    }

    @Test
    void asksOnceForAllJobsAndSacctOnlyForThoseThatSqueueForgot() throws IOException {
        fake.queue("12_0|RUNNING|None", "12_1|PENDING|Resources", "99|RUNNING|None");
        fake.says("sacct", 0, "11|isogloss|CANCELLED by 1000\n10|isogloss|TIMEOUT\n");

        assertThat(queue.look(Set.of("12_0", "12_1", "10", "11")))
                .containsOnly(
                        Map.entry("99", new JobStatus(SlurmState.RUNNING, "None")),
                        Map.entry("12_0", new JobStatus(SlurmState.RUNNING, "None")),
                        Map.entry("12_1", new JobStatus(SlurmState.PENDING, "Resources")),
                        Map.entry("10", new JobStatus(SlurmState.TIMEOUT, "")),
                        Map.entry("11", new JobStatus(SlurmState.CANCELLED, "")));
        assertThat(fake.calls())
                .hasSize(2)
                .anyMatch(call -> call.startsWith("squeue --array --me"))
                .anyMatch(call -> call.startsWith("sacct --noheader --parsable2"));
    }

    @Test
    void asksTheControllerWhereNoAccountsAreKept() throws IOException {
        fake.refuses("sacct", "Slurm accounting storage is disabled\n");
        fake.says(
                "scontrol",
                0,
                "JobId=17 JobName=x JobState=OUT_OF_MEMORY Reason=OutOfMemory Dependency=(null)\n");

        assertThat(queue.look(Set.of("17")))
                .containsEntry("17", new JobStatus(SlurmState.OUT_OF_MEMORY, "OutOfMemory"));
    }

    @Test
    void knowsNothingOfAJobThatAllHaveForgotten() throws IOException {
        fake.refuses("sacct", "Slurm accounting storage is disabled\n");
        fake.refuses("scontrol", "slurm_load_jobs error: Invalid job id specified\n");

        assertThat(queue.look(Set.of("17"))).isEmpty();
    }

    @Test
    void concludesNothingWhereTheControllerDoesNotAnswer() throws IOException {
        fake.refuses("sacct", "Slurm accounting storage is disabled\n");
        fake.refuses("scontrol", "slurm_load_jobs error: Unable to contact slurm controller\n");

        assertThatThrownBy(() -> queue.look(Set.of("17")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Unable to contact slurm controller");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17|DANCING|None", "17"})
    void concludesNothingFromWhatItDoesNotUnderstandOfOurJobs(String row) throws IOException {
        fake.queue(row);

        assertThatThrownBy(() -> queue.look(Set.of("17")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("squeue says what is not understood: '" + row);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "what?", "<html>|<body>|x", "17|RUNNING|None"})
    void concludesNothingFromWhatSqueueDidNotPrint(String printed) throws IOException {
        fake.says("squeue", 0, printed + "\n");

        assertThatThrownBy(() -> queue.look(Set.of("17")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("squeue does not answer: " + printed);
    }

    @Test
    void passesOverGreetingsAndJobsItKnowsNothingOf() throws IOException {
        String greeting = "Welcome | to | login1\n12|users|today\n";
        fake.queue("17|RUNNING|None", "18|DANCING|None", "19+0|PENDING|None");
        fake.greets("squeue", greeting);
        fake.says("sacct", 0, greeting + "16|isogloss|TIMEOUT\n");

        assertThat(queue.look(Set.of("16", "17")))
                .containsOnly(
                        Map.entry("16", new JobStatus(SlurmState.TIMEOUT, "")),
                        Map.entry("17", new JobStatus(SlurmState.RUNNING, "None")));
    }

    @Test
    void concludesNothingFromASqueueThatFails() throws IOException {
        fake.refuses("squeue", "slurm_load_jobs error: Unable to contact slurm controller\n");

        assertThatThrownBy(() -> queue.look(Set.of("17")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Unable to contact slurm controller");
    }

    @Test
    void cancelsJobsTogetherAndDoesNotMindOneThatHasEnded() throws IOException {
        queue.cancel(List.of("17", "18_2"));
        fake.refuses("scancel", "scancel: error: Kill job error on job id 17: Invalid job id\n");
        queue.cancel(List.of("17"));

        assertThat(fake.calls()).containsExactly("scancel 17 18_2", "scancel 17");
        fake.refuses("scancel", "Access/permission denied\n");
        assertThatThrownBy(() -> queue.cancel(List.of("17")))
                .hasMessageContaining("permission denied");
    }

    @Test
    void quotesWhatGoesThroughALoginShell() throws IOException {
        SlurmShell remote = fake.remote();
        String nasty = "/runs/it's $(touch pwned) `x` ; \"y\"/job.sh";
        fake.says("sbatch", 0, "5\n");

        new SlurmQueue(remote).submit(nasty);

        assertThat(fake.calls()).hasSize(2).last().isEqualTo("sbatch --parsable " + nasty);
        assertThat(fake.calls().get(0))
                .startsWith("ssh -o BatchMode=yes -o ConnectTimeout=15 -- me@login sbatch");
        assertThat(Path.of("pwned")).doesNotExist();
    }

    @Test
    void saysWhatToDoWhereSlurmIsNot() {
        SlurmQueue nowhere =
                new SlurmQueue(new SlurmShell(List.of(folder.resolve("no").toString()), false));

        assertThatThrownBy(() -> nowhere.look(Set.of("1")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("name that as the host");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Resources; Slurm job 7 waits: no node is free (Resources).",
                "None; Slurm job 7 waits: Slurm has not looked at it yet.",
                "AssocGrpGRES; Slurm job 7 waits: a limit of your account or quality of service is"
                        + " reached (AssocGrpGRES).",
                "SomethingNew; Slurm job 7 waits (SomethingNew).",
                "'ReqNodeNotAvail, UnavailableNodes:n1'; Slurm job 7 waits: the nodes it needs are"
                        + " down or reserved (ReqNodeNotAvail, UnavailableNodes:n1).",
            })
    void saysWhyAJobWaits(String reason, String sentence) {
        assertThat(new JobStatus(SlurmState.PENDING, reason).sentence("7")).isEqualTo(sentence);
    }
}
