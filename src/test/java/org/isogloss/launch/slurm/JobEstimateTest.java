package org.isogloss.launch.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Study;
import org.isogloss.run.RunShelf;
import org.isogloss.run.TinyStudy;
import org.isogloss.run.bench.Measurements;
import org.isogloss.run.bench.PastRuns;
import org.isogloss.run.bench.Processor;
import org.isogloss.run.bench.SampleMeasurements;
import org.isogloss.run.bench.Shape;
import org.isogloss.run.bench.Speed;
import org.isogloss.run.bench.Speeds;
import org.isogloss.run.bench.StudyLoad;
import org.isogloss.run.bench.TimeEstimate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobEstimateTest {
    @TempDir private Path folder;
    private Study study;
    private ExperimentSpec spec;
    private Measurements measurements;

    @BeforeEach
    void prepare() throws IOException {
        study = TinyStudy.in(folder, 100_000);
        spec = study.plan().get(0);
        measurements = new Measurements(folder.resolve("measurements"));
    }

    private JobRequest request(SlurmSettings settings) {
        PastRuns none = new PastRuns(new RunShelf(folder.resolve("runs")));
        return new JobEstimate(settings, measurements, none).apply(spec);
    }

    @Test
    void asksForTwiceTheTimeThatItTakesHereAndTenMinutes() {
        Shape shape = Shape.of(spec.backbone()).orElseThrow();
        var measured = SampleMeasurements.of(shape, Processor.here(), "cpu", 1);
        measurements.keep(measured);
        Duration here =
                TimeEstimate.of(
                                List.of(spec),
                                StudyLoad.of(study.recipe()).orElseThrow(),
                                new Speeds(List.of(Speed.of(measured))))
                        .orElseThrow()
                        .time();
        assertThat(here).isPositive();

        assertThat(request(SlurmSettings.NONE).time())
                .isEqualTo(here.multipliedBy(2).plusMinutes(10));
    }

    @Test
    void asksForNoTimeWhereTheDeviceWasNeverMeasured() {
        measurements.keep(
                SampleMeasurements.of(
                        Shape.of(spec.backbone()).orElseThrow(), Processor.here(), "cpu", 1));

        assertThat(request(settings("1", null, null)).time()).isNull();
    }

    @Test
    void asksForMemoryWithRoomToSpare() {
        Long bytes = request(SlurmSettings.NONE).memoryBytes();

        assertThat(bytes).isBetween(2L << 30, 4L << 30);
    }

    @Test
    void estimatesNothingThatTheUserSays() {
        assertThat(request(settings(null, "8G", "1:00:00"))).isEqualTo(JobRequest.NONE);
    }

    @Test
    void asksForTheMostOfSeveralRunsAndRoundsUp() {
        JobRequest one = new JobRequest(Duration.ofSeconds(61), 1L);
        JobRequest other = new JobRequest(Duration.ofSeconds(30), (5L << 20) + 1);

        assertThat(one.max(other)).isEqualTo(new JobRequest(one.time(), other.memoryBytes()));
        assertThat(one.max(other).timeText()).isEqualTo("2");
        assertThat(one.max(other).memoryText()).isEqualTo("6M");
        assertThat(one.max(JobRequest.NONE)).isEqualTo(JobRequest.NONE);
    }

    private static SlurmSettings settings(String gpus, String memory, String time) {
        return new SlurmSettings(
                null, null, null, null, gpus, null, memory, time, null, null, null, null);
    }
}
