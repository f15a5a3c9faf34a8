package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Fingerprints;
import org.isogloss.experiment.StrategyChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExposureTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    @TempDir private Path folder;

    private RunFolder finished(StrategyChoice strategy) throws IOException {
        ExperimentSpec spec = TinyStudy.in(folder, 40, List.of(strategy)).plan().get(0);
        RunFolder run = RunFolder.create(folder.resolve("runs"), spec, new Fingerprints().of(spec));
        try (EventLog log = run.openLog(Clock.systemUTC())) {
            log.append(new RunEvent.Finished(3, 1));
        }
        return run;
    }

    private static double sum(Exposure exposure) {
        return exposure.pairs().languages().stream().mapToDouble(exposure::share).sum();
    }

    @Test
    void countsTheBatchesUpToTheCheckpointThatWasScored() throws IOException {
        Exposure found = Exposure.of(finished(StrategyChoice.of("monolingual")), PoolPlace.NONE);

        assertThat(found.steps()).isEqualTo(3);
        assertThat(sum(found)).as("each row is in one language").isEqualTo(1, EXACT);
        assertThat(found.pairs().shares())
                .as("three batches of one language each")
                .allSatisfy(
                        row ->
                                assertThat(row)
                                        .allMatch(share -> Math.rint(3 * share) == 3 * share));
        assertThat(found.share(new Lang("el"))).isZero();
    }

    @Test
    void aCrossLingualRowIsInTwoLanguages() throws IOException {
        Exposure found = Exposure.of(finished(StrategyChoice.of("cross-lingual")), PoolPlace.NONE);

        assertThat(sum(found)).isEqualTo(2, EXACT);
    }

    @Test
    void refusesDataThatHaveChanged() throws IOException {
        RunFolder run = finished(new StrategyChoice("hybrid", Map.of("alpha", .5)));
        Files.writeString(folder.resolve("train.jsonl"), "{}");

        assertThatThrownBy(() -> Exposure.of(run, PoolPlace.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("train.jsonl")
                .hasMessageContaining("put the old one back");
    }
}
