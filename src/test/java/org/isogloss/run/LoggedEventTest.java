package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoggedEventTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00.250Z");

    static Stream<RunEvent> everyEvent() {
        return Stream.of(
                new RunEvent.Created(),
                new RunEvent.Launched("local", 4711),
                new RunEvent.Queued("slurm", "17_3", "Slurm job 17_3 waits: no node is free."),
                new RunEvent.Interrupted(399),
                new RunEvent.Started(400, 600, 278_043_648L),
                new RunEvent.Step(401, "cross-lingual", 1.93, 2e-5, .71, 41_250.5),
                new RunEvent.Progressed("encodes xquad-r", 128, 13_014),
                new RunEvent.Evaluated(400, "xquad-r", Map.of("multilingualMap", .547)),
                new RunEvent.Checkpointed(400),
                new RunEvent.Warned("\"ar\": 3 lines are empty\nand were left out"),
                new RunEvent.Paused(401),
                new RunEvent.Resumed(401),
                new RunEvent.Reached(300),
                new RunEvent.Dropped(300, "Left at step 300 of 600: number 5 of 5"),
                new RunEvent.Cancelled(402),
                new RunEvent.Failed("सब कुछ — out of memory"),
                new RunEvent.Finished(400, 57.5));
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void readsBackWhatItWrote(RunEvent event) {
        LoggedEvent logged = new LoggedEvent(41, NOON, event);

        assertThat(logged.toLine()).doesNotContain("\n");
        assertThat(LoggedEvent.parse(logged.toLine())).isEqualTo(logged);
    }

    @Test
    void coversEveryTypeOfEvent() {
        assertThat(everyEvent().map(Object::getClass))
                .containsAll(
                        Stream.of(RunEvent.class.getPermittedSubclasses())
                                .filter(type -> type != RunEvent.Unknown.class)
                                .toList());
    }

    @Test
    void writesTheDocumentedLine() {
        assertThat(new LoggedEvent(7, NOON, new RunEvent.Checkpointed(400)).toLine())
                .isEqualTo(
                        "{\"seq\":7,\"at\":\"2026-03-04T12:00:00.250Z\",\"type\":\"checkpoint\",\"step\":400}");
    }

    @Test
    void keepsAnEventOfALaterVersionAsItIs() {
        String line =
                "{\"seq\":3,\"at\":\"2026-03-04T12:00:00.250Z\",\"type\":\"cooled\",\"kelvin\":{\"gpu\":[301,302]}}";
        LoggedEvent logged = LoggedEvent.parse(line);

        assertThat(logged.event())
                .isInstanceOfSatisfying(
                        RunEvent.Unknown.class,
                        unknown -> assertThat(unknown.name()).isEqualTo("cooled"));
        assertThat(logged.toLine()).isEqualTo(line);
    }

    @Test
    void passesOverAFieldOfALaterVersion() {
        String line =
                "{\"seq\":3,\"at\":\"2026-03-04T12:00:00.250Z\",\"type\":\"paused\",\"step\":9,\"why\":\"heat\"}";

        assertThat(LoggedEvent.parse(line).event()).isEqualTo(new RunEvent.Paused(9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"seq\":3,\"at\":\"2026-03-04T12:0",
                "[1]",
                "{\"seq\":3,\"type\":\"created\"}",
                "{\"seq\":3,\"at\":\"yesterday\",\"type\":\"created\"}",
                "{\"seq\":3,\"at\":\"2026-03-04T12:00:00Z\",\"type\":\"paused\",\"step\":\"nine\"}"
            })
    void refusesWhatIsNotAnEvent(String line) {
        assertThatThrownBy(() -> LoggedEvent.parse(line))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("not an event");
    }
}
