package org.isogloss.ui.bias;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.figure.DistanceShift;
import org.isogloss.figure.ErasureCurve;
import org.isogloss.figure.LanguageMap;
import org.isogloss.launch.BenchProcess;
import org.isogloss.run.RunFolder;
import org.isogloss.ui.study.FoundRankings;
import org.isogloss.ui.study.QuestionFocus;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapViewModelTest {
    @TempDir private Path runs;
    private final List<RunFolder> measured = new ArrayList<>();
    private RankedStudy study;

    private MapViewModel model(boolean mapped) {
        study = new RankedStudy(runs, true);
        if (mapped) {
            study.map();
        }
        ComparedRuns compared =
                new ComparedRuns(
                        study.selection(), new FoundRankings(PoolPlace.NONE), new InlineTasks());
        compared.look();
        MapViewModel model =
                new MapViewModel(
                        compared,
                        new SimpleObjectProperty<>(Optional.empty()),
                        new InlineTasks(),
                        (folders, collection) -> {
                            measured.addAll(folders);
                            study.map();
                            return new Ended();
                        });
        study.selection().start();
        study.selection().collection().set(RankedStudy.COLLECTION);
        return model;
    }

    /** A measurement that is over at once. */
    private record Ended() implements BenchProcess.Running {
        @Override
        public Optional<Integer> exit() {
            return Optional.of(0);
        }

        @Override
        public String said() {
            return "";
        }

        @Override
        public void cancel() {
            throw new AssertionError("it has ended");
        }
    }

    @Test
    void mapsBothRunsOnAxesThatGoEquallyFar() {
        List<LanguageMap> maps = model(true).maps();

        assertThat(maps)
                .extracting(LanguageMap::subject)
                .containsExactly("hybrid α .50", "monolingual");
        assertThat(maps.get(0).look().reach()).isEqualTo(maps.get(1).look().reach());
        assertThat(maps.get(0).dots()).hasSize(2 * 11 * 12);
    }

    @Test
    void followsTheSliderFromStepToStep() {
        MapViewModel model = model(true);
        assertThat(model.methods()).containsExactly("centring", "shared-directions");
        assertThat(model.method().get()).isEqualTo("shared-directions");

        model.step().set(2);

        ErasureCurve curve = model.curve().orElseThrow();
        assertThat(curve.current()).isEqualTo(2);
        assertThat(curve.runs().get(0).steps())
                .extracting(ErasureCurve.Step::rankDistance)
                .containsExactly(10.0, 9.0, 8.0);
        assertThat(model.maps().get(0).subject())
                .isEqualTo("hybrid α .50, without 2 shared directions");
        assertThat(model.sentences().get(0)).contains("rank distance 10 → 8");

        model.method().set("centring");
        assertThat(model.step().get()).isZero();
        assertThat(model.steps()).hasSize(2);
    }

    @Test
    void looksAtTheQuestionOfAMarkAndJoinsItsAnswers() {
        MapViewModel model = model(true);
        assertThat(model.maps().get(0).look().joined()).isEmpty();

        model.pick(LanguageMap.PASSAGE + "th_q3");

        assertThat(model.focus().get())
                .contains(new QuestionFocus(RankedStudy.COLLECTION, "q3", new Lang("th")));
        List<LanguageMap.Dot> joined = model.maps().get(0).look().joined();
        assertThat(joined).hasSize(1 + 11);
        assertThat(joined.get(0).id()).isEqualTo("q3_th");

        model.focus()
                .set(Optional.of(new QuestionFocus(RankedStudy.COLLECTION, "q99", new Lang("th"))));
        assertThat(model.mapsTheQuestion()).isFalse();
    }

    @Test
    void letsALanguageStandOutAndNoneAgain() {
        MapViewModel model = model(true);

        model.pick(LanguageMap.LANGUAGE + "th");
        assertThat(model.maps().get(1).look().chosen()).contains(new Lang("th"));

        model.pick(LanguageMap.LANGUAGE + "th");
        assertThat(model.language().get()).isEmpty();
    }

    @Test
    void measuresBothRunsWhereTheyHaveNoMaps() {
        MapViewModel model = model(false);
        assertThat(model.maps()).isEmpty();
        assertThat(model.state().get()).contains("was scored before maps were kept");
        assertThat(model.lacksErasures()).isTrue();

        model.measure();

        assertThat(measured)
                .extracting(RunFolder::id)
                .containsExactly("hybrid-0.50-nano-1", "monolingual-nano-1");
        assertThat(model.maps()).hasSize(2);
        assertThat(model.state().get()).isEmpty();
        assertThat(model.measuring().get()).isFalse();
    }

    @Test
    void comparesTheRankDistanceOfEveryQuestion() {
        DistanceShift shift = model(true).runs().found().get().orElseThrow().shift().orElseThrow();

        assertThat(shift.before().distances()).hasSize(12 * 11).contains(30);
        assertThat(shift.after().distances()).containsOnly(10);
        // of the last language's questions the answers stand as close under both
        assertThat(shift.subtitle())
                .contains("under hybrid α .50 for 91 % of questions, as far for 9 %");
    }
}
