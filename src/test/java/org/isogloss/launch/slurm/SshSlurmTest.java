package org.isogloss.launch.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.isogloss.base.Cancellation;
import org.isogloss.experiment.Study;
import org.isogloss.launch.StudyRun;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;
import org.isogloss.run.TinyStudy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs of seconds through a Slurm that is reached by a real ssh. */
@Tag("slurm")
@Tag("native")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SshSlurmTest {
    @TempDir private static Path place;
    private static SlurmNode node;
    private static LoginNode login;

    @TempDir private Path folder;
    private final List<String> trouble = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        node = new SlurmNode(place.resolve("slurm"));
        login = new LoginNode(place.resolve("ssh"), node.conf());
    }

    @AfterAll
    static void stop() throws Exception {
        if (login != null) {
            login.close();
        }
        if (node != null) {
            node.close();
        }
    }

    private Slurm slurm(SlurmShell shell) {
        SlurmSettings settings =
                new SlurmSettings(
                        "login",
                        "main",
                        null,
                        null,
                        null,
                        1,
                        null,
                        "10",
                        List.of(),
                        null,
                        Map.of("comment", "it's \"a\" $test; `id`"),
                        1);
        return new Slurm(
                settings,
                shell,
                spec -> new JobRequest(null, 512L << 20),
                trouble::add,
                new Pace(Duration.ofMillis(500), Duration.ofSeconds(2), System::nanoTime));
    }

    @Test
    void finishesAStudyWhoseFolderTwoShellsWouldTakeApart() throws Exception {
        RunShelf shelf = new RunShelf(folder.resolve("it's a %j $HOME; \"shelf\" & more"));
        Study study = TinyStudy.in(folder, 20);

        List<RunFolder> runs;
        try (Slurm slurm = slurm(login.shell())) {
            runs = new StudyRun(shelf, slurm).run(study, 9, (run, state) -> {}, Cancellation.NEVER);
        }

        RunFolder run = runs.get(0);
        assertThat(run.state().phase()).as("%s", run.lastLogLines(20)).isEqualTo(RunPhase.FINISHED);
        SlurmJob job = SlurmJob.of(run).orElseThrow();
        assertThat(job.host()).isEqualTo("login");
        assertThat(node.run("scontrol", "show", "job", "--oneliner", job.id()))
                .contains("JobState=COMPLETED")
                .contains("Comment=it's \"a\" $test; `id`");
        assertThat(trouble).isEmpty();
    }

    @Test
    void submitsNothingToAHostThatIsNotTheOneThatIsKnown() throws Exception {
        RunShelf shelf = new RunShelf(folder.resolve("runs"));
        Study study = TinyStudy.in(folder, 20);

        try (Slurm slurm = slurm(login.mistaken())) {
            StudyRun work = new StudyRun(shelf, slurm);

            assertThatThrownBy(() -> work.run(study, 9, (run, state) -> {}, Cancellation.NEVER))
                    .hasMessageContaining("Host key verification failed");
        }
        assertThat(node.run("squeue", "--noheader")).isEmpty();
    }
}
