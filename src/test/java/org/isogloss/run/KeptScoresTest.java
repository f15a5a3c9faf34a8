package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.isogloss.analysis.stats.Cell;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.retrieval.Score;
import org.isogloss.retrieval.ScoreFile;
import org.isogloss.ui.StudyFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptScoresTest {
    private static final Lang DE = new Lang("de");
    private static final Cell CELL = new Cell(DE, "th");

    @TempDir private Path runs;

    private ScoredRun run(double... values) {
        StudyFixture fixture = new StudyFixture(runs, List.of(1L)).finish(1);
        ExperimentSpec spec = fixture.study().plan().get(0);
        ScoredRun run =
                ScoredRun.open(
                        RunFolder.open(runs.resolve("world-facts").resolve(spec.id())),
                        "unseen-pairs");
        write(run, values);
        return run;
    }

    private static void write(ScoredRun run, double... values) {
        ScoreFile.write(
                run.results().scores(),
                Stream.of(0, 1)
                        .map(i -> new Score("q" + i, "q" + i, DE, "th", "recall_1", values[i])));
    }

    @Test
    void readsAFileOnceAndGivesMeansOfItsCells() {
        KeptScores kept = new KeptScores();
        ScoredRun run = run(.25, .75);

        assertThat(kept.of(run)).isSameAs(kept.of(run));
        assertThat(kept.of(run).mean("recall_1", CELL)).isEqualTo(.5);
        assertThat(kept.of(run).mean("recall_1", new Cell(DE, "*"))).isNaN();
        assertThat(kept.of(run).mean("map", CELL)).isNaN();
    }

    @Test
    void readsAFileAgainThatHasChanged() throws IOException {
        KeptScores kept = new KeptScores();
        ScoredRun run = run(.25, .75);
        kept.of(run);

        write(run, .25, .50);
        Files.setLastModifiedTime(run.results().scores(), FileTime.fromMillis(1_000_000));

        assertThat(kept.of(run).mean("recall_1", CELL)).isEqualTo(.375);
    }

    @Test
    void refusesARunWhoseScoresAreGone() throws IOException {
        KeptScores kept = new KeptScores();
        ScoredRun run = run(.25, .75);
        kept.of(run);
        Files.delete(run.results().scores());

        assertThatThrownBy(() -> kept.of(run))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("scores.csv");
    }
}
