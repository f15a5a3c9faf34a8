package org.isogloss.ui.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.isogloss.analysis.stats.SizeLaw;
import org.isogloss.analysis.stats.SizeTrends;
import org.isogloss.base.BadInputException;
import org.isogloss.figure.MeasureBySize;
import org.isogloss.report.MacroMeasure;
import org.isogloss.report.SizeFigures;
import org.isogloss.report.StrategyScores;
import org.isogloss.report.StudySnapshot;
import org.isogloss.run.KeptScores;
import org.isogloss.ui.study.StudySelection;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.task.LatestTask;
import org.isogloss.ui.words.Words;

/** Which number is shown against which size, over whose lead; fits in the background. */
public final class ScalingViewModel {
    private static final Words WORDS = Words.of(ScalingViewModel.class);

    private final StudySelection selection;
    private final KeptScores scores;
    private final LatestTask<Answer> fits;
    private final ObjectProperty<MacroMeasure> measure =
            new SimpleObjectProperty<>(MacroMeasure.MULTILINGUAL_MAP);
    private final ObjectProperty<Optional<MeasureBySize.Axis>> axis =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<SizeLaw> law = new SimpleObjectProperty<>(SizeLaw.LINE);
    private final StringProperty baseline = new SimpleStringProperty("");
    private final ObservableList<String> strategies = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
    private Optional<Question> asked = Optional.empty();
    private Optional<SizeFigures> fitted = Optional.empty();
    private boolean inView;

    /**
     * What is shown.
     *
     * @param shown the figures of the number chosen; empty where there are none
     * @param axis how size is counted in them
     * @param said what there is instead of figures, or while they are made; empty with figures
     * @param busy true while they are made
     */
    public record State(
            Optional<SizeFigures.Measured> shown,
            Optional<MeasureBySize.Axis> axis,
            String said,
            boolean busy) {
        static final State NONE = said("", false);

        private static State said(String said, boolean busy) {
            return new State(Optional.empty(), Optional.empty(), said, busy);
        }
    }

    private record Question(
            StudySnapshot study,
            String collection,
            Optional<MeasureBySize.Axis> axis,
            SizeLaw law,
            String baseline) {}

    private record Answer(Question question, Optional<SizeFigures> figures, String refusal) {}

    /**
     * @param scores that were read before
     */
    public ScalingViewModel(StudySelection selection, KeptScores scores, BackgroundTasks tasks) {
        this.selection = selection;
        this.scores = scores;
        fits = new LatestTask<>(tasks, this::answered);
        selection.snapshot().addListener((property, before, after) -> ask());
        selection.collection().addListener((property, before, after) -> ask());
        axis.addListener((property, before, after) -> ask());
        law.addListener((property, before, after) -> ask());
        baseline.addListener((property, before, after) -> ask());
        measure.addListener((property, before, after) -> show());
    }

    /** The number shown. */
    public ObjectProperty<MacroMeasure> measure() {
        return measure;
    }

    /** How size is counted; empty for what suits the models. */
    public ObjectProperty<Optional<MeasureBySize.Axis>> axis() {
        return axis;
    }

    /** What is fitted. */
    public ObjectProperty<SizeLaw> law() {
        return law;
    }

    /** Whose lead the others are given over; empty for the first strategy. */
    public StringProperty baseline() {
        return baseline;
    }

    /** The strategies to choose a baseline from. */
    public ObservableList<String> strategies() {
        return strategies;
    }

    /** The numbers to choose from. */
    public List<MacroMeasure> measures() {
        return SizeFigures.MEASURES;
    }

    /** What is shown. */
    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** The command that prints the same, of whichever baseline, axis and law are chosen. */
    public List<String> command() {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "isogloss",
                                "scaling",
                                selection.folder(),
                                "--collection",
                                collection()));
        if (!lead().isEmpty()) {
            command.addAll(List.of("--baseline", lead()));
        }
        axis.get()
                .ifPresent(
                        chosen ->
                                command.addAll(
                                        List.of("--axis", chosen.name().toLowerCase(Locale.ROOT))));
        if (law.get() != SizeLaw.LINE) {
            command.addAll(List.of("--law", law.get().toString()));
        }
        return command;
    }

    /** It has come into view: fits are made from now on. */
    public void shown() {
        inView = true;
        ask();
    }

    /** It has gone out of view. */
    public void hidden() {
        inView = false;
    }

    private String collection() {
        return Optional.ofNullable(selection.collection().get()).orElse("");
    }

    /** The baseline chosen; empty where the study has no such strategy. */
    private String lead() {
        return strategies.contains(baseline.get()) ? baseline.get() : "";
    }

    private void ask() {
        if (!inView) {
            return;
        }
        StudySnapshot study = selection.snapshot().get();
        List<String> names =
                study.strategies().stream().map(one -> StrategyScores.style(one).name()).toList();
        // A box whose items are set while a choice is made in it takes the choice back, and asks.
        if (!strategies.equals(names)) {
            strategies.setAll(names);
        }
        if (!SizeFigures.possible(study, collection())) {
            asked = Optional.empty();
            fitted = Optional.empty();
            state.set(State.said(WORDS.text("scaling.fewSizes", SizeTrends.LEAST_SIZES), false));
            return;
        }
        Question question = new Question(study, collection(), axis.get(), law.get(), lead());
        if (asked.equals(Optional.of(question))) {
            return;
        }
        asked = Optional.of(question);
        if (fitted.isEmpty()) {
            state.set(State.said(WORDS.text("scaling.fitting"), true));
        }
        fits.ask(() -> answer(question));
    }

    private Answer answer(Question question) {
        try {
            MeasureBySize.Axis counted =
                    question.axis.orElseGet(() -> SizeFigures.axis(question.study));
            return new Answer(
                    question,
                    Optional.of(
                            SizeFigures.of(
                                    question.study,
                                    question.collection,
                                    new SizeFigures.Choice(
                                            counted,
                                            question.law,
                                            question.baseline,
                                            SizeFigures.MEASURES),
                                    scores)),
                    "");
        } catch (BadInputException unusable) {
            return new Answer(question, Optional.empty(), unusable.getMessage());
        }
    }

    private void answered(Answer answer) {
        if (!asked.equals(Optional.of(answer.question))) {
            return;
        }
        fitted = answer.figures;
        if (fitted.isPresent()) {
            show();
        } else {
            state.set(State.said(answer.refusal, false));
        }
    }

    private void show() {
        fitted.ifPresent(
                figures ->
                        state.set(
                                new State(
                                        figures.measures().stream()
                                                .filter(one -> one.measure() == measure.get())
                                                .findFirst(),
                                        Optional.of(figures.choice().axis()),
                                        "",
                                        false)));
    }
}
