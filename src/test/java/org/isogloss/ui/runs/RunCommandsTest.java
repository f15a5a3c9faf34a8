package org.isogloss.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.cli.IsoglossCommand;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunLock;
import org.isogloss.run.RunShelf;
import org.isogloss.ui.runs.RunCommands.Ask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandsTest {
    private static final int UNTIL_A_SELDOM_LOOK = 9;

    @TempDir private Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void aTerminalPausesContinuesAndCancelsARunAtWorkAsTheWindowDoes() {
        RunFolder run = hold(run(RunFixture.HYBRID, 1).started(100).steps(3)).folder();
        assertThat(lines(1)).containsOnlyKeys(Ask.PAUSE, Ask.CANCEL, Ask.AGAIN);

        assertThat(inATerminal(lines(1).get(Ask.PAUSE))).isZero();
        assertThat(run.pauseRequested()).isTrue();
        assertThat(lines(1)).containsOnlyKeys(Ask.RESUME, Ask.CANCEL, Ask.AGAIN);

        assertThat(inATerminal(lines(1).get(Ask.RESUME))).isZero();
        assertThat(run.pauseRequested()).isFalse();

        assertThat(inATerminal(lines(1).get(Ask.CANCEL))).isZero();
        assertThat(run.cancelRequested()).isTrue();
    }

    @Test
    void aTerminalAsksNothingOfAnyRunIfOneHasEnded() {
        RunFolder works = hold(run(RunFixture.HYBRID, 1).started(100).steps(3)).folder();
        RunFixture ended = run(RunFixture.MONOLINGUAL, 1).started(100).steps(3);
        ended.event(new RunEvent.Finished(3, 1));

        int code =
                IsoglossCommand.execute(
                        "cancel", works.path().toString(), ended.folder().path().toString());

        assertThat(code).isEqualTo(3);
        assertThat(works.cancelRequested()).isFalse();
    }

    @Test
    void aTerminalBringsAWaitingRunForwardAsTheWindowDoes() throws Exception {
        run(RunFixture.MONOLINGUAL, 1);
        Thread.sleep(5);
        run(RunFixture.HYBRID, 1);
        RunShelf shelf = new RunShelf(folder);
        open.add(RunLock.take(shelf.studyLock("s")).orElseThrow());

        String line = new RunCommands(rows(), 2).lines().get(Ask.FIRST);

        assertThat(line)
                .isEqualTo(
                        "isogloss study queue "
                                + folder.resolve("s")
                                + " --first hybrid-0.50-nano-1");
    }

    @Test
    void aRunThatBrokeOffGoesOnWithItsFolder() {
        RunFixture run = run(RunFixture.HYBRID, 7).started(100).steps(3);

        assertThat(lines(8))
                .isEqualTo(
                        Map.of(
                                Ask.START,
                                "isogloss run " + run.folder().path(),
                                Ask.AGAIN,
                                "isogloss again " + run.folder().path() + " --seed 8"));
    }

    private Map<Ask, String> lines(long seed) {
        return new RunCommands(rows(), seed).lines();
    }

    private List<RunRow> rows() {
        RunWatch watch = new RunWatch(new RunShelf(folder));
        Map<RunFollower, RunNews> news = new LinkedHashMap<>();
        // places in the queue are told of those that an earlier look saw waiting
        for (int looks = 0; looks < UNTIL_A_SELDOM_LOOK; looks++) {
            news.putAll(watch.look().news());
        }
        return news.entrySet().stream()
                .map(one -> new RunRow(one.getKey(), one.getValue()))
                .toList();
    }

    private RunFixture run(StrategyChoice strategy, long seed) {
        RunFixture run = RunFixture.create(folder, "s", strategy, seed);
        open.add(run);
        return run;
    }

    private RunFixture hold(RunFixture run) {
        open.add(run.folder().lock().orElseThrow());
        return run;
    }

    /** Its exit code; the words have nothing that a terminal would take apart. */
    private static int inATerminal(String line) {
        String[] words = line.split(" ", -1);
        assertThat(words[0]).isEqualTo("isogloss");
        return IsoglossCommand.execute(Arrays.copyOfRange(words, 1, words.length));
    }
}
