package org.isogloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Fingerprints;
import org.isogloss.run.Compute;
import org.isogloss.run.ExperimentRun;
import org.isogloss.run.RunFolder;
import org.isogloss.run.TinyStudy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryCommandTest {
    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return IsoglossCommand.commandLine(Cancellation.NEVER)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private RunFolder made(boolean trained) throws IOException {
        ExperimentSpec spec = TinyStudy.in(folder, 10).plan().get(0);
        RunFolder run = RunFolder.create(folder.resolve("runs"), spec, new Fingerprints().of(spec));
        if (trained) {
            new ExperimentRun(run, new Compute(ComputeDevice.of("cpu"), 1))
                    .execute(Cancellation.NEVER, Progress.NONE);
        }
        return run;
    }

    @Test
    @Tag("native")
    void printsARankingWithRightAnswersMarkedAndThoseBelowTheBest() throws IOException {
        String run = made(true).path().toString();

        assertThat(run("query", run, "--id", "land-63_de", "--hits", "1")).isZero();

        String said = out.toString();
        assertThat(said).startsWith("Hauptstadt von Land 63\n");
        assertThat(said.lines().filter(line -> line.matches(" .* \\* .*"))).hasSize(3);
        assertThat(said).contains("\n…\n", "60 candidates, ", "; * answers the question");
    }

    @Test
    @Tag("native")
    void takesWordsOfOnesOwn() throws IOException {
        String run = made(true).path().toString();

        assertThat(run("query", run, "capital city")).isZero();
        assertThat(out.toString()).contains("; = says the same as ");
        assertThat(out.toString().lines().filter(line -> line.matches(" .* = .*"))).hasSize(3);
    }

    @Test
    void refusesARunWithoutScoresAndACommandWithoutAQuestion() throws IOException {
        String run = made(false).path().toString();

        assertThat(run("query", run)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("give a question, or --session to read questions");
        assertThat(run("query", run, "capital city")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("has no scores yet; wait until the run has finished");
    }
}
