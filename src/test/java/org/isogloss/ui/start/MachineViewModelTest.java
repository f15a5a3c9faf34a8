package org.isogloss.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isogloss.launch.LocalProcess;
import org.isogloss.run.GraphicsCards;
import org.isogloss.run.bench.Measurement;
import org.isogloss.run.bench.Processor;
import org.isogloss.run.bench.SampleMeasurements;
import org.isogloss.ui.StudyFixture;
import org.isogloss.ui.preference.Computing;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineViewModelTest {
    @TempDir private Path folder;
    private final InlineTasks tasks = new InlineTasks();
    private final FakeBench bench = new FakeBench();
    private final List<LocalProcess> started = new ArrayList<>();
    private final List<Computing> chosen = new ArrayList<>();
    private Optional<Measurement> measured = Optional.empty();

    private MachineViewModel model(Computing computing) {
        return new MachineViewModel(
                new MachineViewModel.Surroundings(
                        () -> new GraphicsCards(List.of(), "No card."),
                        process -> measured,
                        (study, process) -> {
                            started.add(process);
                            return bench;
                        },
                        chosen::add),
                tasks,
                computing);
    }

    private void measure(MachineViewModel model) {
        model.measure(new StudyFixture(folder, List.of(1L)).study());
    }

    @Test
    void saysWhyThereIsNoCardAndThatNothingWasMeasured() {
        MachineViewModel model = model(Computing.STANDARD);

        assertThat(model.cards().get().problem()).isEqualTo("No card.");
        assertThat(model.said().get()).isEqualTo("Not measured yet.");
    }

    @Test
    void showsHowFarAMeasurementIsAndThenItsResult() {
        MachineViewModel model = model(new Computing("cpu", 1));

        measure(model);
        assertThat(started).containsExactly(new LocalProcess(1, "cpu"));
        assertThat(model.measuring().get()).isTrue();
        bench.says("measuring training: 2 of 5");
        tasks.tick();
        assertThat(model.said().get()).isEqualTo("Measuring training: 2 of 5");

        measured =
                Optional.of(
                        SampleMeasurements.of(
                                SampleMeasurements.SMALL, new Processor("some", 2), "cpu", 1));
        bench.ends(0);
        tasks.tick();

        assertThat(model.measuring().get()).isFalse();
        assertThat(model.said().get())
                .startsWith("Measured on 23 November 2026: 2\u2009000 tokens per second");
        assertThat(tasks.repeating()).isZero();
    }

    @Test
    void stopsWhenAskedTo() {
        MachineViewModel model = model(Computing.STANDARD);
        measure(model);

        model.cancel();
        tasks.tick();

        assertThat(model.measuring().get()).isFalse();
        assertThat(model.said().get()).isEqualTo("Not measured yet.");
    }

    @Test
    void saysWhatKeptItFromMeasuring() {
        MachineViewModel model = model(Computing.STANDARD);
        measure(model);

        bench.says("isogloss: device gpu:0 was asked for, but there is none");
        bench.ends(3);
        tasks.tick();

        assertThat(model.said().get()).startsWith("Could not measure: isogloss: device gpu:0");
        assertThat(model.measuring().get()).isFalse();
    }

    @Test
    void remembersWhatWasChosen() {
        MachineViewModel model = model(Computing.STANDARD);

        model.choose(model.computing().get().withThreads(1));
        model.choose(model.computing().get().on("gpu:0"));

        assertThat(chosen).containsExactly(new Computing("cpu", 1), new Computing("gpu:0", 1));
    }
}
