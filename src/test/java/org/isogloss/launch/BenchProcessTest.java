package org.isogloss.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.isogloss.experiment.Backbone;
import org.isogloss.run.bench.Measurements;
import org.junit.jupiter.api.Test;

class BenchProcessTest {
    private static final BenchProcess BENCH = new BenchProcess(new Measurements(Path.of("kept")));

    @Test
    void measuresWithTheBackboneGiven() {
        assertThat(
                        BENCH.arguments(
                                Backbone.at("b", Path.of("model")),
                                16,
                                new LocalProcess(3, "gpu:1")))
                .containsExactly(
                        "bench",
                        "--model",
                        "model",
                        "--batch",
                        "16",
                        "--keep-in",
                        "kept",
                        "--threads",
                        "3",
                        "--device",
                        "gpu:1");
    }

    @Test
    void measuresWithNearlyTheSizeOfABackboneFromScratch() {
        Backbone scratch = new Backbone("b", null, new Backbone.Scratch(200, 40, 2, 4, 60, 32));

        assertThat(BENCH.arguments(scratch, 16, new LocalProcess(1)))
                .startsWith("bench", "--scratch", "2x64x200");
    }

    @Test
    void surroundsAProcessWithoutOverridingTheUser() {
        Map<String, String> environment = new HashMap<>(Map.of("MALLOC_ARENA_MAX", "4"));
        assertThat(LocalProcess.surroundedAsRuns(environment)).isFalse();

        LocalProcess.surround(environment);

        assertThat(environment)
                .containsEntry("MALLOC_ARENA_MAX", "4")
                .containsEntry("OMP_WAIT_POLICY", "passive");
        assertThat(LocalProcess.surroundedAsRuns(environment)).isTrue();
    }
}
