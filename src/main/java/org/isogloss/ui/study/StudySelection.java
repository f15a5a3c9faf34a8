package org.isogloss.ui.study;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.isogloss.report.StudySnapshot;
import org.isogloss.report.StudyWatch;
import org.isogloss.ui.task.BackgroundTasks;

/**
 * Which study, backbone, collection and question are looked at, shared by the places that show
 * results; kept up to date while one of them is in view.
 */
public final class StudySelection {
    private static final Duration REST = Duration.ofSeconds(2);

    private final StudyWatch watch;
    private final BackgroundTasks tasks;
    // read-only views are kept, because a list only holds its views weakly
    private final ObservableList<String> studies = FXCollections.observableArrayList();
    private final ObservableList<String> studiesSeen =
            FXCollections.unmodifiableObservableList(studies);
    private final ObservableList<String> backbones = FXCollections.observableArrayList();
    private final ObservableList<String> backbonesSeen =
            FXCollections.unmodifiableObservableList(backbones);
    private final ObservableList<String> collections = FXCollections.observableArrayList();
    private final ObservableList<String> collectionsSeen =
            FXCollections.unmodifiableObservableList(collections);
    private final StringProperty study = new SimpleStringProperty();
    private final StringProperty backbone = new SimpleStringProperty();
    private final StringProperty collection = new SimpleStringProperty();
    private final ObjectProperty<Optional<QuestionFocus>> question =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<StudySnapshot> snapshot =
            new ReadOnlyObjectWrapper<>(StudySnapshot.NONE);
    private final ReadOnlyBooleanWrapper looked = new ReadOnlyBooleanWrapper();
    private Optional<BackgroundTasks.Repetition> looking = Optional.empty();

    public StudySelection(StudyWatch watch, BackgroundTasks tasks) {
        this.watch = watch;
        this.tasks = tasks;
        study.addListener((property, before, after) -> lookNow());
    }

    /** The studies there are. */
    public ObservableList<String> studies() {
        return studiesSeen;
    }

    /** What the study's runs start from. */
    public ObservableList<String> backbones() {
        return backbonesSeen;
    }

    /** The collections that were scored. */
    public ObservableList<String> collections() {
        return collectionsSeen;
    }

    /** The study looked at; null while there is none. */
    public StringProperty study() {
        return study;
    }

    /** The backbone looked at; null while there is none. */
    public StringProperty backbone() {
        return backbone;
    }

    /** The collection looked at; null while there is none. */
    public StringProperty collection() {
        return collection;
    }

    /** The question looked at; a place that shows single questions follows it and sets it. */
    public ObjectProperty<Optional<QuestionFocus>> question() {
        return question;
    }

    /** The study as it stands. */
    public ReadOnlyObjectProperty<StudySnapshot> snapshot() {
        return snapshot.getReadOnlyProperty();
    }

    /** The folder its runs stand in, for commands; empty while it has none. */
    public String folder() {
        return snapshot.get().runs().stream()
                .findFirst()
                .map(run -> run.folder().path().getParent().toString())
                .orElse("");
    }

    /** Whether the runs have been looked at: before that nothing is known of them. */
    public ReadOnlyBooleanProperty looked() {
        return looked.getReadOnlyProperty();
    }

    /** Keeps looking until {@link #stop}. */
    public void start() {
        stop();
        looking = Optional.of(tasks.repeat(REST, () -> look(study.get()), this::show));
    }

    /** Looks no more. */
    public void stop() {
        looking.ifPresent(BackgroundTasks.Repetition::stop);
        looking = Optional.empty();
    }

    private void lookNow() {
        String wanted = study.get();
        if (wanted != null && !snapshot.get().name().equals(wanted)) {
            tasks.run(() -> look(wanted), this::show);
        }
    }

    private Seen look(String wanted) {
        List<String> names = watch.studies();
        String name = wanted != null && names.contains(wanted) ? wanted : first(names);
        return new Seen(wanted, names, name == null ? StudySnapshot.NONE : watch.look(name));
    }

    private void show(Seen seen) {
        boolean outdated = seen.wanted != null && !seen.wanted.equals(study.get());
        if (outdated) {
            return;
        }
        update(studies, seen.studies);
        if (!seen.snapshot.equals(snapshot.get())) {
            update(backbones, seen.snapshot.backbones());
            update(collections, seen.snapshot.collections());
            keepOrFirst(backbone, backbones);
            keepOrFirst(collection, collections);
            snapshot.set(seen.snapshot);
        }
        study.set(seen.snapshot.name().isEmpty() ? null : seen.snapshot.name());
        looked.set(true);
    }

    private static void update(ObservableList<String> list, List<String> values) {
        if (!list.equals(values)) {
            list.setAll(values);
        }
    }

    private static void keepOrFirst(StringProperty choice, List<String> options) {
        if (!options.contains(choice.get())) {
            choice.set(first(options));
        }
    }

    private static String first(List<String> names) {
        return names.isEmpty() ? null : names.get(0);
    }

    private record Seen(String wanted, List<String> studies, StudySnapshot snapshot) {}
}
