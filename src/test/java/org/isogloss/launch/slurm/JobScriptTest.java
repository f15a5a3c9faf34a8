package org.isogloss.launch.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.isogloss.experiment.SampleStudies;
import org.isogloss.run.RunFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Scripts as bash does them, without a Slurm; the run is a stand-in that waits to be ended. */
@DisabledOnOs(OS.WINDOWS)
class JobScriptTest {
    private static final String RUN = "#!/bin/sh\ntrap 'exit 4' TERM\necho begun\n";

    @TempDir private Path folder;
    private FakeSlurm fake;
    private RunFolder run;

    @BeforeEach
    void prepare() throws IOException {
        fake = new FakeSlurm(folder.resolve("bin"));
        fake.refuses("scontrol", "not permitted here\n"); // a requeue that works ends the script
        run = RunFolder.create(folder.resolve("shelf"), SampleStudies.spec("s", 1), Map.of());
    }

    @Test
    void leavesTheExitCodeOfTheRun() throws Exception {
        assertThat(end("exit 3\n", "", List.of("x=$(false) || true", "[ -d /nowhere ] && cd /")))
                .isEqualTo(3);
        assertThat(run.jobExit("17")).contains(3);
        assertThat(run.lastLogLines(9)).containsExactly("begun");
    }

    @Test
    void doesNotStartTheRunWhereASetupLineFails() throws Exception {
        assertThat(end("exit 0\n", "", List.of("sh -c 'exit 7'", "echo further"))).isEqualTo(7);
        assertThat(run.jobExit("17")).contains(7);
        assertThat(run.lastLogLines(9))
                .containsExactly(
                        "A line of the setup ended with exit code 7; the run is not started.");
    }

    @Test
    void goesBackIntoTheQueueWhereTimeIsUpWhileItIsSetUp() throws Exception {
        assertThat(end(untilEnded(), "", List.of("kill -USR1 $$"))).isPositive();
        assertThat(fake.calls()).containsExactly("scontrol requeue 17");
    }

    @Test
    void endsARunThatBeginsAsItIsToldToEnd() throws Exception {
        // The signal comes in the line that starts the run, before there is a process to end.
        assertThat(end(untilEnded(), "kill -TERM $$; ", List.of())).isPositive();
        assertThat(run.jobExit("17")).isPresent();
        assertThat(fake.calls()).isEmpty();
    }

    /** A minute at most, so that nothing is left behind where it is not ended. */
    private static String untilEnded() {
        return "for i in $(seq 600); do sleep .1; done\nexit 0\n";
    }

    private int end(String does, String before, List<String> setup) throws Exception {
        Path isogloss = Files.writeString(folder.resolve("isogloss"), RUN + does);
        Files.setPosixFilePermissions(isogloss, PosixFilePermissions.fromString("rwx------"));
        SlurmSettings settings =
                new SlurmSettings(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        setup,
                        before + isogloss,
                        null,
                        null);
        Files.writeString(run.jobScript(), new JobScript(settings, JobRequest.NONE).of(run));
        ProcessBuilder bash = new ProcessBuilder("bash", run.jobScript().toString());
        bash.environment().put("SLURM_JOB_ID", "17");
        bash.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        return bash.redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start()
                .waitFor();
    }
}
