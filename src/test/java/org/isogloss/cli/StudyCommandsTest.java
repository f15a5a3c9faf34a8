package org.isogloss.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.Halving;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.Study;
import org.isogloss.experiment.WarmStart;
import org.isogloss.launch.LocalProcess;
import org.isogloss.launch.StudyRun;
import org.isogloss.run.EventLog;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;
import org.isogloss.run.TinyStudy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class StudyCommandsTest {
    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path file;
    private RunShelf shelf;
    private Study study;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("study.json");
        shelf = new RunShelf(folder.resolve("runs"));
        Study tiny =
                TinyStudy.in(
                        folder,
                        20,
                        List.of(
                                StrategyChoice.of("monolingual"),
                                StrategyChoice.of("cross-lingual")));
        study =
                new Study(
                        tiny.name(),
                        tiny.title(),
                        tiny.strategies(),
                        tiny.backbones(),
                        tiny.seeds(),
                        tiny.recipe(),
                        new WarmStart(StrategyChoice.of("mixed"), 3, tiny.recipe()));
        JsonFile.write(file, study);
    }

    @Test
    void plansWarmStartsAndRunsAndStartsNothing() {
        assertThat(run("study", "plan", file.toString(), "--runs", shelf.path().toString()))
                .isEqualTo(ExitCode.OK);

        assertThat(out.toString().lines())
                .containsSubsequence(
                        "tiny: Tiny",
                        "1 to start from, before all else; done: 0",
                        "  mixed-pico-3",
                        "2 to compare: strategies 2 × backbones 1 × seeds 1; done: 0",
                        "  monolingual-pico-1",
                        "  cross-lingual-pico-1");
        assertThat(out.toString())
                .contains("how long it takes cannot be told before 'isogloss bench'");
        assertThat(shelf.path()).doesNotExist();
    }

    @Test
    void tellsHowAStudyStands() {
        RunFolder start = new StudyRun(shelf, new LocalProcess(1)).prepare(study).get(0);
        String place = shelf.path().resolve("tiny").toString();
        append(start, new RunEvent.Started(0, 20, 100));
        append(start, new RunEvent.Failed("no memory"));

        assertThat(run("study", "status", place)).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString().strip()).matches("mixed-pico-3 +failed +step 0 of 20 +no memory");

        append(start, new RunEvent.Finished(20, 1));
        assertThat(run("study", "status", place, "--json")).isEqualTo(ExitCode.CANCELLED);
        assertThat(out.toString())
                .contains("\"run\" : \"mixed-pico-3\"")
                .contains("\"phase\" : \"finished\"");
    }

    @Test
    void plansWhatHalvingLeavesBehind() {
        halve();

        assertThat(run("study", "plan", file.toString(), "--runs", shelf.path().toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("halving of pico, on validation: step 20: 2 rows, 1 go on")
                .contains("it trains 60 of 80 steps (75 %)");
    }

    @Test
    void aHalvedStudyIsOverOnceTheRestIsFinished() {
        halve();
        List<RunFolder> runs = new StudyRun(shelf, new LocalProcess(1)).prepare(study);
        String place = shelf.path().resolve("tiny").toString();
        append(runs.get(0), new RunEvent.Started(0, 40, 100));
        append(runs.get(0), new RunEvent.Dropped(20, "Left at step 20 of 40: number 2 of 2."));
        assertThat(run("study", "status", place)).isEqualTo(ExitCode.CANCELLED);

        append(runs.get(1), new RunEvent.Finished(40, 1));
        assertThat(run("study", "status", place)).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("dropped").contains("Left at step 20 of 40");

        run("study", "plan", file.toString(), "--runs", shelf.path().toString());
        assertThat(out.toString()).contains("; done: 1, left behind by halving: 1\n");
    }

    @Test
    void theTasksOfAnArrayAreNotHalved() {
        halve();

        String[] array = {"--launcher", "slurm", "--array", "--runs", shelf.path().toString()};
        assertThat(
                        run(
                                Stream.concat(
                                                Stream.of("study", "run", file.toString()),
                                                Stream.of(array))
                                        .toArray(String[]::new)))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("leave --array, or \"halving\", out");
        assertThat(shelf.path()).doesNotExist();
    }

    private void halve() {
        try {
            Study tiny = TinyStudy.in(folder, 40, study.strategies());
            study = tiny.withHalving(new Halving("validation", 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonFile.write(file, study);
    }

    @Test
    void namesAFolderThatIsNoStudys() {
        assertThat(run("study", "resume", folder.resolve("other").toString()))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("other").contains("has no study.json");
    }

    @Test
    @Tag("native")
    void trainsAWarmStartThenWhatStartsFromItAndGoesOnAfterABudget() {
        String runs = shelf.path().toString();
        assertThat(
                        run(
                                "study",
                                "run",
                                file.toString(),
                                "--runs",
                                runs,
                                "--threads",
                                "1",
                                "--budget",
                                "1s"))
                .isEqualTo(ExitCode.CANCELLED);
        assertThat(err.toString()).contains("The budget is spent; ");

        String place = shelf.path().resolve("tiny").toString();
        assertThat(run("study", "resume", place, "--threads", "1")).isEqualTo(ExitCode.OK);

        assertThat(run("study", "status", place)).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines()).hasSize(3).allMatch(line -> line.contains("finished"));

        String first = shelf.path().resolve("tiny/monolingual-pico-1").toString();
        assertThat(run("again", first, "--seed", "9", "--threads", "1")).isEqualTo(ExitCode.OK);
        assertThat(run("again", first, "--seed", "9")).isEqualTo(ExitCode.OK);
        RunFolder again = new RunFolder(shelf.path().resolve("tiny/monolingual-pico-9"));
        assertThat(again.state().phase()).isEqualTo(RunPhase.FINISHED);
        assertThat(again.frozen().spec().recipe()).isEqualTo(study.recipe());
        Backbone from = shelf.runs("tiny").get(0).frozen().spec().backbone();
        assertThat(from.directory())
                .contains(shelf.path().resolve("tiny-start/mixed-pico-3/model"));
        assertThat(Files.exists(from.directory().orElseThrow().resolve("model.safetensors")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"45s, PT45S", "90m, PT1H30M", "6h, PT6H", "2d, PT48H"})
    void readsATime(String written, Duration time) {
        assertThat(new TimeSpan().convert(written)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6", "0h", "-1h", "1.5h", "6 h", "h"})
    void refusesWhatIsNoTime(String written) {
        assertThatThrownBy(() -> new TimeSpan().convert(written))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("is not a time such as 45s, 90m, 6h or 2d");
    }

    private static void append(RunFolder run, RunEvent event) {
        try (EventLog log = run.openLog(Clock.systemUTC())) {
            log.append(event);
        }
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        return IsoglossCommand.commandLine(Cancellation.NEVER)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
