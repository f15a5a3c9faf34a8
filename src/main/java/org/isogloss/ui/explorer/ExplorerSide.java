package org.isogloss.ui.explorer;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.isogloss.figure.StrategyStyle;
import org.isogloss.launch.AskedModel;
import org.isogloss.launch.AskedModel.Stage;
import org.isogloss.launch.AskedModel.State;
import org.isogloss.report.StrategyScores;
import org.isogloss.report.StudyRun;
import org.isogloss.run.query.Answer;
import org.isogloss.run.query.Answers;
import org.isogloss.ui.words.Words;

/** One of two rankings beside each other: whose it is, how that model stands, what it answered. */
final class ExplorerSide {
    private static final Words WORDS = Words.of(ExplorerSide.class);

    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final StringProperty name = new SimpleStringProperty();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.STARTING);
    private final ReadOnlyObjectWrapper<Optional<Answers>> answers =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<StudyRun> runs = List.of();
    private Optional<AskedModel> model = Optional.empty();
    private boolean settling; // a box is empty for a moment whenever what it offers changes

    /** The runs there are to choose from. */
    ObservableList<String> names() {
        return names;
    }

    /** The run chosen; null while there is none. */
    StringProperty name() {
        return name;
    }

    /** How its model stands. */
    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** What it answered last. */
    ReadOnlyObjectProperty<Optional<Answers>> answers() {
        return answers.getReadOnlyProperty();
    }

    /** The run chosen. */
    Optional<StudyRun> run() {
        int at = names.indexOf(name.get());
        return at < 0 ? Optional.empty() : Optional.of(runs.get(at));
    }

    /** How the run's strategy is drawn. */
    Optional<StrategyStyle> style() {
        return run().map(run -> StrategyScores.style(run.spec().strategy()));
    }

    /** How far apart the answers followed stand, in a sentence; empty without any. */
    String span() {
        List<Answer> followed = answers.get().map(Answers::parallel).orElse(List.of());
        if (followed.isEmpty()) {
            return "";
        }
        int first = followed.get(0).rank();
        int last = followed.get(followed.size() - 1).rank();
        boolean right = followed.get(0).relevant();
        return followed.size() == 1
                ? WORDS.text(right ? "side.rightAt" : "side.sameAt", first)
                : WORDS.text(right ? "side.rightSpan" : "side.sameSpan", first, last, last - first);
    }

    /** True while what the boxes offer changes. */
    boolean settling() {
        return settling;
    }

    /**
     * Offers runs, and keeps the choice where it is still offered.
     *
     * @param preferred chosen otherwise
     */
    void offer(List<StudyRun> offered, Optional<StudyRun> preferred) {
        List<String> now = offered.stream().map(run -> name(run, offered)).toList();
        String chosen =
                now.contains(name.get())
                        ? name.get()
                        : preferred.map(run -> name(run, offered)).orElse(null);
        settling = true;
        runs = offered;
        if (!names.equals(now)) {
            names.setAll(now);
        }
        name.set(chosen);
        settling = false;
    }

    private static String name(StudyRun run, List<StudyRun> among) {
        String strategy = StrategyScores.style(run.spec().strategy()).name();
        boolean seeds = among.stream().map(one -> one.spec().seed()).distinct().count() > 1;
        return seeds ? WORDS.text("side.seed", strategy, run.spec().seed()) : strategy;
    }

    /** The model that answers, if it is loaded. */
    Optional<AskedModel> ready() {
        return model.filter(one -> one.state().stage() == Stage.READY);
    }

    /** Takes a model that has been started; {@link #look} tells how it stands. */
    void take(AskedModel started) {
        model = Optional.of(started);
    }

    /**
     * Looks how the model stands.
     *
     * @return true if it has become ready since
     */
    boolean look() {
        State now = model.map(AskedModel::state).orElse(state.get());
        boolean became = now.stage() == Stage.READY && state.get().stage() != Stage.READY;
        state.set(now);
        return became;
    }

    void show(Answers found) {
        answers.set(Optional.of(found));
    }

    /** Puts the model away, and what it answered. */
    void leave() {
        model.ifPresent(AskedModel::close);
        model = Optional.empty();
        state.set(State.STARTING);
        answers.set(Optional.empty());
    }
}
