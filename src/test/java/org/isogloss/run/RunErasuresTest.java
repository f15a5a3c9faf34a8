package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Fingerprint;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Fingerprints;
import org.isogloss.retrieval.geometry.VectorMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunErasuresTest {
    @TempDir private Path folder;

    @Test
    void goesUpToWhereTheMeansOfAllLanguagesAgree() {
        List<Question> questions =
                Stream.of("ar", "de", "en", "th", "zh", "vi", "es")
                        .map(tag -> new Question("q" + tag, "q", new Lang(tag), ""))
                        .toList();
        List<Passage> passages =
                questions.stream().map(q -> new Passage("p" + q.lang(), q.lang(), "")).toList();
        TestCollection seven =
                new TestCollection("seven", questions, passages, new Judgments(Map.of()));

        assertThat(RunErasures.steps(seven))
                .extracting(step -> step.erasure().id() + step.directions())
                .containsExactly(
                        "centring0",
                        "shared-directions1",
                        "shared-directions2",
                        "shared-directions4",
                        "shared-directions6",
                        "own-components1",
                        "own-components2",
                        "own-components4");
    }

    @Test
    @Tag("native")
    void addsErasuresToARunThatWroteItsVectorsAsTheyAre() throws IOException {
        ExperimentSpec spec = TinyStudy.in(folder, 20).plan().get(0);
        RunFolder run = RunFolder.create(folder.resolve("runs"), spec, new Fingerprints().of(spec));
        Compute compute = new Compute(ComputeDevice.of("cpu"), 1);
        new ExperimentRun(run, compute).execute(Cancellation.NEVER, Progress.NONE);
        ResultFolder results = run.results("held-out");
        GeometryReport first = results.geometryReport().orElseThrow();
        VectorMap before = VectorMap.read(results.map());
        String scores = Fingerprint.of(results.scores());

        RunErasures erasures = new RunErasures(run, compute, PoolPlace.NONE);
        GeometryReport report = erasures.measure("held-out", Progress.NONE, Cancellation.NEVER);

        assertThat(first.levels()).extracting(GeometryReport.Level::name).containsExactly("none");
        assertThat(first.levels().get(0).macro())
                .isEqualTo(results.evaluation().orElseThrow().macro());
        assertThat(report).isEqualTo(results.geometryReport().orElseThrow());
        assertThat(report.levels().get(0)).isEqualTo(first.levels().get(0));
        assertThat(report.levels())
                .extracting(GeometryReport.Level::name)
                .startsWith("none", "centring", "shared-directions:1", "shared-directions:2");
        // with as many directions as languages less one all means agree, as after centring
        assertThat(report.levels().get(1).passagesExplained()).isCloseTo(0, within(.02));
        assertThat(report.levels().get(3).passagesExplained()).isCloseTo(0, within(.02));
        VectorMap after = VectorMap.read(results.map());
        assertThat(after.levels()).hasSameSizeAs(report.levels());
        assertThat(after.texts()).hasSameSizeAs(before.texts()).hasSize(2 * 3 * 20);
        for (int i = 0; i < before.texts().size(); i++) {
            assertThat(after.texts().get(i).places().get(0))
                    .isEqualTo(before.texts().get(i).places().get(0));
        }
        assertThat(Fingerprint.of(results.scores())).isEqualTo(scores);

        assertThatThrownBy(() -> erasures.measure("nowhere", Progress.NONE, Cancellation.NEVER))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("no results on 'nowhere', only on held-out");
    }
}
