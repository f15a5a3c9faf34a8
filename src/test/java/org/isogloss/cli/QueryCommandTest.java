package org.isogloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Fingerprints;
import org.isogloss.experiment.StrategyChoice;
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
        return made("monolingual", trained);
    }

    private RunFolder made(String strategy, boolean trained) throws IOException {
        ExperimentSpec spec =
                TinyStudy.in(folder, 10, List.of(StrategyChoice.of(strategy))).plan().get(0);
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
    @Tag("native")
    void asksOtherRunsTheSameAndTheyFollowWhatTheFirstFindsBest() throws IOException {
        RunFolder first = made("monolingual", true);
        RunFolder other = made("cross-lingual", true);

        String[] arguments = {
            "query", first.path().toString(), "capital", "--compare", other.path().toString()
        };
        assertThat(run(arguments)).isZero();

        List<String> said = out.toString().lines().toList();
        assertThat(said).startsWith("capital", first.id()).contains(other.id());
        List<String> followed =
                said.stream().filter(line -> line.contains("; = says the same as ")).toList();
        assertThat(followed).hasSize(2);
        assertThat(followed.stream().map(line -> line.replaceFirst(".*; ", "")).distinct())
                .hasSize(1);
    }

    @Test
    void refusesASessionWithSeveralRuns() throws IOException {
        String run = made(false).path().toString();

        assertThat(run("query", run, "--session", "--compare", run)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("--session asks one run; leave --compare out");
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
