package org.isogloss.run.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.Batches;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.Study;
import org.isogloss.experiment.TrainingSet;
import org.isogloss.run.bench.Speed.Basis;
import org.junit.jupiter.api.Test;

class TimeEstimateTest {
    private static final Processor PROCESSOR = new Processor("some", 2);
    private static final Measurement MEASURED =
            SampleMeasurements.of(SampleMeasurements.SMALL, PROCESSOR, "cpu", 2);

    /** A batch of 25 pairs of 40 tokens is 1,000 tokens, as measured. */
    private static final StudyLoad LOAD =
            new StudyLoad(40, List.of(new StudyLoad.Scored(1000, 5000, 80_000)));

    private static final double START = 5;

    private static Study study(Backbone backbone, Map<String, Double> optimisation) {
        return new Study(
                "s",
                null,
                List.of(StrategyChoice.of("monolingual"), StrategyChoice.of("mixed")),
                List.of(backbone),
                List.of(1L, 2L, 3L),
                new Recipe(
                        List.of(TrainingSet.of("t")),
                        List.of(),
                        List.of(),
                        new Batches(25, 1, false),
                        optimisation,
                        null));
    }

    private static Backbone scratch(int layers, int hidden) {
        return new Backbone(
                "b", null, new Backbone.Scratch(8000, hidden, layers, 2, 4 * hidden, 160));
    }

    private static double seconds(Study study, Speed... speeds) {
        Duration time =
                TimeEstimate.of(study.plan(), LOAD, new Speeds(List.of(speeds)))
                        .orElseThrow()
                        .time();
        return time.toMillis() / 1000.0;
    }

    @Test
    void twoTimesTogetherAreAsSureAsTheLessSureOne() {
        TimeEstimate measured =
                new TimeEstimate(Duration.ofMinutes(2), Speed.Basis.MEASURED, Instant.EPOCH, false);
        TimeEstimate guessed =
                new TimeEstimate(Duration.ofMinutes(3), Speed.Basis.REFERENCE, null, true);
        TimeEstimate both =
                new TimeEstimate(Duration.ofMinutes(5), Speed.Basis.REFERENCE, null, true);

        assertThat(measured.and(guessed)).isEqualTo(both);
        assertThat(guessed.and(measured)).isEqualTo(both);
    }

    @Test
    void takesAsLongAsWasMeasuredForTheSameBackboneAndBatch() {
        Study study = study(scratch(4, 128), Map.of("steps", 100.0));

        double training = 100 * .5;
        double encoding = 80_000 / 8000.0;
        double search = 1000 * 5000 / 1e7;
        assertThat(seconds(study, Speed.of(MEASURED)))
                .isCloseTo(6 * (START + training + encoding + search), withinPercentage(.1));
    }

    @Test
    void scalesToAnotherBackboneByItsWork() {
        Shape large = new Shape(8, 256, 1024, 8000, 160);
        Study study = study(scratch(8, 256), Map.of("steps", 100.0));

        double training = 50 * large.step(1000, 20) / SampleMeasurements.SMALL.step(1000, 20);
        double encoding = 10 * large.forward(20) / SampleMeasurements.SMALL.forward(20);
        double search = 5e6 * (1 / 1e7 - 1 / 4e7 + 2 / 4e7);
        assertThat(seconds(study, Speed.of(MEASURED)))
                .isCloseTo(6 * (START + training + encoding + search), withinPercentage(.1));
        assertThat(
                        TimeEstimate.of(study.plan(), LOAD, new Speeds(List.of(Speed.of(MEASURED))))
                                .orElseThrow()
                                .scaled())
                .isTrue();
    }

    @Test
    void readsBatchesTwiceThatAreComputedInParts() {
        Speed speed = Speed.of(MEASURED);
        double whole = seconds(study(scratch(4, 128), Map.of("steps", 100.0)), speed);
        double parts =
                seconds(
                        study(scratch(4, 128), Map.of("steps", 100.0, "microBatchTokens", 256.0)),
                        speed);

        assertThat(parts - whole).isCloseTo(6 * 50 / 3.0, withinPercentage(.1));
    }

    @Test
    void readsAsManyBatchesAStepAsAreAccumulated() {
        Speed speed = Speed.of(MEASURED);
        Shape shape = SampleMeasurements.SMALL;
        double one = seconds(study(scratch(4, 128), Map.of("steps", 100.0)), speed);
        double eight =
                seconds(study(scratch(4, 128), Map.of("steps", 100.0, "accumulate", 8.0)), speed);

        double longer = shape.step(8000, 20) / shape.step(1000, 20) - 1;
        assertThat(eight - one).isCloseTo(6 * 50 * longer, withinPercentage(.1));
    }

    @Test
    void prefersWhatWasMeasuredToWhatWasLogged() {
        Instant day = Instant.parse("2026-01-01T00:00:00Z");
        Speed logged = Speed.logged(day, SampleMeasurements.SMALL, 1000, 20, 2);
        Study study = study(scratch(4, 128), Map.of("steps", 100.0));

        Speeds both = new Speeds(List.of(logged, Speed.of(MEASURED)));
        assertThat(TimeEstimate.of(study.plan(), LOAD, both).orElseThrow().basis())
                .isEqualTo(Basis.MEASURED);
        Optional<TimeEstimate> fromLog =
                TimeEstimate.of(study.plan(), LOAD, new Speeds(List.of(logged, Speed.REFERENCE)));
        assertThat(fromLog.orElseThrow().basis()).isEqualTo(Basis.LOGGED);
        assertThat(fromLog.orElseThrow().seen()).isEqualTo(day);
        assertThat(fromLog.orElseThrow().time()).isGreaterThan(Duration.ofMinutes(20));
    }

    @Test
    void takesTheSpeedSeenWithTheNearestBackbone() {
        Speed near = Speed.of(MEASURED);
        Speed far =
                Speed.of(
                        SampleMeasurements.of(
                                new Shape(1, 32, 128, 8000, 160), PROCESSOR, "cpu", 2));

        assertThat(new Speeds(List.of(far, near)).of(new Shape(4, 160, 640, 8000, 160)))
                .contains(near);
    }

    @Test
    void saysNothingOfABackboneThatIsTooDifferent() {
        Speeds measured = new Speeds(List.of(Speed.of(MEASURED), Speed.REFERENCE));

        Study large = study(scratch(24, 1024), Map.of("steps", 100.0));
        assertThat(TimeEstimate.of(large.plan(), LOAD, measured)).isEmpty();
        assertThat(measured.of(new Shape(0, 128, 1, 8000, 160))).contains(Speed.REFERENCE);
        assertThat(new Speeds(List.of(Speed.REFERENCE)).of(SampleMeasurements.SMALL)).isEmpty();
    }
}
