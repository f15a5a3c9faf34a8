package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunStateTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    static Stream<Arguments> phases() {
        RunEvent launched = new RunEvent.Launched("local", 1);
        RunEvent started = new RunEvent.Started(0, 10, 5);
        RunEvent queued = new RunEvent.Queued("slurm", "17", "no node is free");
        RunEvent progressed = new RunEvent.Progressed("reading data sets", 0, 0);
        return Stream.of(
                Arguments.of(RunPhase.WAITING, List.of()),
                Arguments.of(RunPhase.WAITING, List.of(new RunEvent.Created())),
                Arguments.of(RunPhase.STARTING, List.of(launched)),
                Arguments.of(RunPhase.RUNNING, List.of(launched, started)),
                Arguments.of(RunPhase.RUNNING, List.of(started, step(1, 2))),
                Arguments.of(RunPhase.PAUSED, List.of(started, new RunEvent.Paused(1))),
                Arguments.of(
                        RunPhase.RUNNING,
                        List.of(started, new RunEvent.Paused(1), new RunEvent.Resumed(1))),
                Arguments.of(RunPhase.CANCELLED, List.of(started, new RunEvent.Cancelled(1))),
                Arguments.of(RunPhase.FAILED, List.of(started, new RunEvent.Failed("x"))),
                Arguments.of(RunPhase.FINISHED, List.of(started, new RunEvent.Finished(1, 2))),
                Arguments.of(RunPhase.STARTING, List.of(new RunEvent.Failed("x"), launched)),
                Arguments.of(RunPhase.WAITING, List.of(new RunEvent.Failed("x"), queued)),
                Arguments.of(RunPhase.WAITING, List.of(started, step(1, 2), queued)),
                Arguments.of(RunPhase.WAITING, List.of(started, new RunEvent.Interrupted(1))),
                Arguments.of(RunPhase.STARTING, List.of(queued, progressed)),
                Arguments.of(
                        RunPhase.RUNNING,
                        List.of(new RunEvent.Interrupted(1), progressed, started, step(2, 2))));
    }

    @ParameterizedTest
    @MethodSource("phases")
    void followsTheLastTellingEvent(RunPhase phase, List<RunEvent> events) {
        assertThat(state(events).phase()).isEqualTo(phase);
    }

    /** A queue may be longer than the minute a process is given to start. */
    @Test
    void isNotDeadWhileItWaitsInAQueue() {
        RunState state = state(List.of(new RunEvent.Queued("slurm", "17", "no node is free")));

        assertThat(state.seen(false, Duration.ofSeconds(100_000), RunWatch.SILENCE))
                .isEqualTo(state);
        assertThat(state.message()).isEqualTo("no node is free");
    }

    /** By hand: .95 × 4 + .05 × 2 = 3.9, .95 × 3.9 + .05 × 1 = 3.755. */
    @Test
    void averagesTheLossExponentially() {
        RunState state = state(List.of(step(1, 4), step(2, 2), step(3, 1)));

        assertThat(state.loss()).isCloseTo(3.755, within(1e-12));
        assertThat(state.step()).isEqualTo(3);
    }

    @Test
    void forgetsTheMessageOfAnEarlierStart() {
        RunEvent failed = new RunEvent.Failed("out of memory");

        assertThat(state(List.of(failed)).message()).isEqualTo("out of memory");
        assertThat(state(List.of(failed, new RunEvent.Launched("local", 1))).message()).isEmpty();
    }

    @Test
    void keepsTheLastMeasuresOfEachCollection() {
        RunState state =
                state(
                        List.of(
                                new RunEvent.Evaluated(5, "a", Map.of("map", .1)),
                                new RunEvent.Evaluated(5, "b", Map.of("map", .2)),
                                new RunEvent.Evaluated(9, "a", Map.of("map", .3))));

        assertThat(state.evaluations())
                .isEqualTo(Map.of("a", Map.of("map", .3), "b", Map.of("map", .2)));
    }

    @Test
    void goesOnWhereAResumedProcessStarts() {
        RunState state =
                state(
                        List.of(
                                new RunEvent.Started(0, 10, 5),
                                step(7, 2),
                                new RunEvent.Started(5, 10, 5)));

        assertThat(state.step()).isEqualTo(5);
        assertThat(state.firstStep()).isEqualTo(5);
        assertThat(state.progress()).isEqualTo(.5);
    }

    @Test
    void ignoresEventsOfALaterVersion() {
        LoggedEvent later =
                LoggedEvent.parse(
                        "{\"seq\":1,\"at\":\"2026-03-04T12:00:00Z\",\"type\":\"cooled\",\"step\":4}");

        assertThat(RunState.NONE.after(later).phase()).isEqualTo(RunPhase.WAITING);
        assertThat(RunState.NONE.after(later).step()).isZero();
    }

    @ParameterizedTest
    @MethodSource("phases")
    void isAsItSaysWhileAProcessHoldsIt(RunPhase phase, List<RunEvent> events) {
        assertThat(state(events).seen(true, Duration.ofSeconds(15), RunWatch.SILENCE).phase())
                .isEqualTo(phase);
    }

    @ParameterizedTest
    @MethodSource("phases")
    void isLostIfItsProcessIsSilentForThreeHeartbeats(RunPhase phase, List<RunEvent> events) {
        assertThat(state(events).seen(true, Duration.ofSeconds(16), RunWatch.SILENCE).phase())
                .isEqualTo(due(phase) ? RunPhase.LOST : phase);
    }

    @ParameterizedTest
    @MethodSource("phases")
    void hasDiedIfNoProcessHoldsWhatShouldBeAtWork(RunPhase phase, List<RunEvent> events) {
        assertThat(state(events).seen(false, Duration.ofSeconds(9999), RunWatch.SILENCE).phase())
                .isEqualTo(due(phase) ? RunPhase.DIED : phase);
    }

    private static boolean due(RunPhase phase) {
        return phase == RunPhase.RUNNING || phase == RunPhase.PAUSED || phase == RunPhase.STARTING;
    }

    @Test
    void hasDiedAtOnceWhenItsProcessHadBegun() {
        RunState state =
                state(
                        List.of(
                                new RunEvent.Launched("local", 1),
                                new RunEvent.Progressed("reading data sets", 0, 0)));

        assertThat(state.seen(false, Duration.ofSeconds(1), RunWatch.SILENCE).phase())
                .isEqualTo(RunPhase.DIED);
    }

    @Test
    void startsAnewWhenACancelledRunWorksAgain() {
        RunState state =
                state(
                        List.of(
                                new RunEvent.Cancelled(3),
                                new RunEvent.Progressed("reading data sets", 0, 0)));

        assertThat(state.phase()).isEqualTo(RunPhase.STARTING);
    }

    /** By hand: an hour's pause, then 2 steps in 4 s, 6 to go, so 12 s. */
    @Test
    void leavesAPauseOutOfTheTimeLeft() {
        Instant later = NOON.plusSeconds(3600);
        List<LoggedEvent> events =
                List.of(
                        new LoggedEvent(1, NOON, new RunEvent.Started(10, 20, 5)),
                        new LoggedEvent(2, NOON.plusSeconds(1), step(12, 1)),
                        new LoggedEvent(3, NOON.plusSeconds(2), new RunEvent.Paused(12)),
                        new LoggedEvent(4, later, new RunEvent.Resumed(12)),
                        new LoggedEvent(5, later.plusSeconds(2), step(13, 1)),
                        new LoggedEvent(6, later.plusSeconds(4), step(14, 1)));

        assertThat(folded(events).remaining()).contains(Duration.ofSeconds(12));
    }

    @Test
    void hasAMinuteToTakeTheLock() {
        RunState state = state(List.of(new RunEvent.Launched("local", 1)));

        assertThat(state.seen(false, Duration.ofSeconds(60), RunWatch.SILENCE).phase())
                .isEqualTo(RunPhase.STARTING);
        assertThat(state.seen(false, Duration.ofSeconds(61), RunWatch.SILENCE).phase())
                .isEqualTo(RunPhase.DIED);
    }

    /** By hand: 4 steps of the present process in 8 s, 6 to go, so 12 s. */
    @Test
    void foretellsTheTimeLeftFromThePaceOfThisProcess() {
        List<LoggedEvent> events = new ArrayList<>();
        events.add(new LoggedEvent(1, NOON, new RunEvent.Started(10, 20, 5)));
        for (int i = 1; i <= 4; i++) {
            events.add(new LoggedEvent(i + 1, NOON.plusSeconds(2L * i), step(10 + i, 1)));
        }

        assertThat(folded(events).remaining()).contains(Duration.ofSeconds(12));
        assertThat(folded(events.subList(0, 1)).remaining()).isEmpty();
    }

    /**
     * As above, 2 s a step, though the clock jumps between two of them: 4 in 6 s known, 6 to go.
     */
    @ParameterizedTest
    @ValueSource(longs = {-86_400, -3, 3600, 86_400})
    void leavesJumpsOfTheClockOutOfTheTimeLeft(long jump) {
        List<LoggedEvent> events = new ArrayList<>();
        events.add(new LoggedEvent(1, NOON, new RunEvent.Started(10, 20, 5)));
        for (int i = 1; i <= 4; i++) {
            long seconds = 2L * i + (i > 2 ? jump : 0);
            events.add(new LoggedEvent(i + 1, NOON.plusSeconds(seconds), step(10 + i, 1)));
        }

        assertThat(folded(events).remaining()).contains(Duration.ofSeconds(9));
    }

    @Test
    void isNotLostWhenItsLastEventIsInTheFuture() {
        RunState running = state(List.of(new RunEvent.Started(0, 20, 5)));
        RunState launched = state(List.of(new RunEvent.Launched("local", 1)));
        Duration anHourAhead = Duration.ofHours(-1);

        assertThat(running.seen(true, anHourAhead, RunWatch.SILENCE).phase())
                .isEqualTo(RunPhase.RUNNING);
        assertThat(running.seen(false, anHourAhead, RunWatch.SILENCE).phase())
                .isEqualTo(RunPhase.DIED);
        assertThat(launched.seen(false, Duration.ofSeconds(-5), RunWatch.SILENCE).phase())
                .isEqualTo(RunPhase.STARTING);
        assertThat(launched.seen(false, anHourAhead, RunWatch.SILENCE).phase())
                .isEqualTo(RunPhase.DIED);
    }

    private static RunEvent.Step step(int number, double loss) {
        return new RunEvent.Step(number, "monolingual", loss, 2e-5, 1, 100);
    }

    private static RunState state(List<RunEvent> events) {
        return folded(events.stream().map(event -> new LoggedEvent(1, NOON, event)).toList());
    }

    private static RunState folded(List<LoggedEvent> events) {
        RunState state = RunState.NONE;
        for (LoggedEvent event : events) {
            state = state.after(event);
        }
        return state;
    }
}
