package org.isogloss.ui.start;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.isogloss.experiment.Study;
import org.isogloss.figure.Numbers;
import org.isogloss.launch.BenchProcess;
import org.isogloss.launch.LocalProcess;
import org.isogloss.run.GraphicsCards;
import org.isogloss.run.bench.Measurement;
import org.isogloss.ui.preference.Computing;
import org.isogloss.ui.study.EstimateWords;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.words.Words;

/** What runs compute on, and how fast that was measured to be. */
public final class MachineViewModel {
    private static final Words WORDS = Words.of(MachineViewModel.class);

    private static final Duration REST = Duration.ofMillis(500);
    private static final int CANCELLED = 4;

    private final Surroundings surroundings;
    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<Computing> computing;
    private final ReadOnlyObjectWrapper<GraphicsCards> cards =
            new ReadOnlyObjectWrapper<>(new GraphicsCards(List.of(), ""));
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper measuring = new ReadOnlyBooleanWrapper();
    private Optional<BenchProcess.Running> running = Optional.empty();
    private Optional<BackgroundTasks.Repetition> looking = Optional.empty();

    /**
     * What it uses of the rest of the program.
     *
     * @param cards looks which graphics cards are usable
     * @param measured the latest measurement with a device and its threads
     * @param measure starts to measure with a study's first backbone
     * @param chosen hears what the user chose
     */
    public record Surroundings(
            Supplier<GraphicsCards> cards,
            Function<LocalProcess, Optional<Measurement>> measured,
            BiFunction<Study, LocalProcess, BenchProcess.Running> measure,
            Consumer<Computing> chosen) {}

    public MachineViewModel(Surroundings surroundings, BackgroundTasks tasks, Computing computing) {
        this.surroundings = surroundings;
        this.tasks = tasks;
        this.computing = new ReadOnlyObjectWrapper<>(computing);
        tasks.run(surroundings.cards(), cards::set);
        tell();
    }

    /** What runs compute on. */
    public ReadOnlyObjectProperty<Computing> computing() {
        return computing.getReadOnlyProperty();
    }

    /** The graphics cards that are usable, or why none is. */
    public ReadOnlyObjectProperty<GraphicsCards> cards() {
        return cards.getReadOnlyProperty();
    }

    /** What was measured, or how far the measurement is, in a sentence. */
    public ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /** True while the machine is being measured. */
    public ReadOnlyBooleanProperty measuring() {
        return measuring.getReadOnlyProperty();
    }

    /** Computes on something else from the next start on. */
    public void choose(Computing other) {
        if (!other.equals(computing.get())) {
            computing.set(other);
            surroundings.chosen().accept(other);
            tell();
        }
    }

    /** Measures with the backbone and batch of a study. */
    public void measure(Study study) {
        if (measuring.get()) {
            return;
        }
        measuring.set(true);
        said.set(WORDS.text("machineViewModel.starting"));
        LocalProcess process = computing.get().process();
        tasks.run(
                () -> surroundings.measure().apply(study, process),
                this::follow,
                () -> {
                    if (running.isEmpty()) {
                        measuring.set(false);
                    }
                });
    }

    /** Stops to measure. */
    public void cancel() {
        running.ifPresent(
                one -> {
                    said.set(WORDS.text("machineViewModel.stopping"));
                    one.cancel();
                });
    }

    private void follow(BenchProcess.Running one) {
        running = Optional.of(one);
        looking =
                Optional.of(tasks.repeat(REST, () -> new News(one.exit(), one.said()), this::show));
        if (running.isEmpty()) {
            stopLooking();
        }
    }

    private void show(News news) {
        if (news.exit().isEmpty()) {
            said.set(sentence(news.said()));
            return;
        }
        running = Optional.empty();
        measuring.set(false);
        stopLooking();
        int exit = news.exit().get();
        if (exit == 0 || exit == CANCELLED) {
            tell();
        } else {
            said.set(WORDS.text("machineViewModel.couldNotMeasure", news.said()));
        }
    }

    private void stopLooking() {
        looking.ifPresent(BackgroundTasks.Repetition::stop);
        looking = Optional.empty();
    }

    /** Says what was measured of what is chosen now. */
    private void tell() {
        LocalProcess process = computing.get().process();
        tasks.run(
                () -> surroundings.measured().apply(process),
                found -> {
                    if (!measuring.get()) {
                        said.set(
                                found.map(MachineViewModel::inWords)
                                        .orElse(WORDS.text("machineViewModel.notMeasuredYet")));
                    }
                });
    }

    private static String inWords(Measurement one) {
        return WORDS.text(
                "machineViewModel.measuredOnTokensPer",
                EstimateWords.day(Instant.parse(one.at())),
                Numbers.count(one.training().perSecond().median()),
                one.backbone().inWords());
    }

    private static String sentence(String progress) {
        return progress.isEmpty()
                ? WORDS.text("machineViewModel.starting")
                : Character.toUpperCase(progress.charAt(0)) + progress.substring(1);
    }

    private record News(Optional<Integer> exit, String said) {}
}
