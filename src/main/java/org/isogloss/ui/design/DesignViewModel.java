package org.isogloss.ui.design;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.base.Setting;
import org.isogloss.batch.BatchStrategies;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.corpus.catalogue.CatalogueEntry;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.Study;
import org.isogloss.launch.LocalProcess;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunShelf;
import org.isogloss.run.bench.TimeEstimate;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.task.LatestTask;
import org.isogloss.ui.words.Words;

/**
 * The study that is being designed, what its batches will be, what is wrong with it, and its start.
 * Every change is an immutable draft, can be undone, and outlives the window.
 */
public final class DesignViewModel {
    private static final Words WORDS = Words.of(DesignViewModel.class);

    private final Surroundings surroundings;
    private final BackgroundTasks tasks;
    private final Optional<Path> sample;
    private final DraftFile file;
    private final DraftWatch watch;
    private final SlurmViewModel slurm;
    private final LatestTask<Optional<StudyDraft>> saving;
    private DraftHistory history = new DraftHistory(StudyDraft.EMPTY);
    private final ReadOnlyObjectWrapper<StudyDraft> draft =
            new ReadOnlyObjectWrapper<>(StudyDraft.EMPTY);
    private final ReadOnlyObjectWrapper<StrategyChoice> strategy =
            new ReadOnlyObjectWrapper<>(StudyDraft.EMPTY.strategies().get(0));
    private final ReadOnlyObjectWrapper<List<CatalogueEntry>> remembered =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Study>> sampleStudy =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> saved =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper starting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper started = new ReadOnlyBooleanWrapper();

    /**
     * What the place uses of the rest of the program.
     *
     * @param start makes a study's runs and starts to work through them
     * @param submit does so through Slurm, with the settings of a file
     * @param time estimates how long all runs of a study take here; empty if nothing tells
     * @param memory estimates the bytes a run of a study takes at most; empty if nothing tells
     * @param process what runs compute on by now
     * @param catalogue where data sets are remembered
     * @param shelf where runs stand
     * @param warn takes what should not be overlooked, as a sentence
     */
    public record Surroundings(
            Function<Study, List<RunFolder>> start,
            BiFunction<Study, Path, List<RunFolder>> submit,
            Function<Study, Optional<TimeEstimate>> time,
            Function<Study, OptionalLong> memory,
            Supplier<LocalProcess> process,
            Catalogue catalogue,
            RunShelf shelf,
            Consumer<String> warn) {}

    /**
     * @param sample the study that came with the program, to begin with
     * @param file where the draft is kept
     */
    public DesignViewModel(
            Surroundings surroundings,
            BackgroundTasks tasks,
            Optional<Path> sample,
            DraftFile file) {
        this.surroundings = surroundings;
        this.tasks = tasks;
        this.sample = sample;
        this.file = file;
        this.watch = new DraftWatch(surroundings, tasks);
        this.saving = new LatestTask<>(tasks, theirs -> theirs.ifPresent(this::keepForUndo));
        this.slurm = new SlurmViewModel(file.sibling("slurm.json"), tasks);
        // apart, so that a sample that cannot be read does not keep the draft from being found
        tasks.run(() -> sample.map(Study::read), sampleStudy::set);
        tasks.run(this::first, this::begin);
    }

    /** The draft. */
    ReadOnlyObjectProperty<StudyDraft> draft() {
        return draft.getReadOnlyProperty();
    }

    /** The strategy whose batches are seen; it may be no row of the study. */
    ReadOnlyObjectProperty<StrategyChoice> strategy() {
        return strategy.getReadOnlyProperty();
    }

    /** The training data and the first batches. */
    ReadOnlyObjectProperty<TrainingLook> look() {
        return watch.look();
    }

    /** What the start would come to. */
    ReadOnlyObjectProperty<StudyOutlook> outlook() {
        return watch.outlook();
    }

    /** What the zero-shot guard says; of other data than the draft's while it compares. */
    ReadOnlyObjectProperty<GuardLook> guard() {
        return watch.guard();
    }

    /** Everything that is wrong, in the order of the form. */
    ReadOnlyObjectProperty<List<DraftFlaw>> flaws() {
        return watch.flaws();
    }

    /** The data sets that are remembered. */
    ReadOnlyObjectProperty<List<CatalogueEntry>> remembered() {
        return remembered.getReadOnlyProperty();
    }

    /** The study that came with the program. */
    ReadOnlyObjectProperty<Optional<Study>> sampleStudy() {
        return sampleStudy.getReadOnlyProperty();
    }

    /** The file the study was last saved to or opened from. */
    ReadOnlyObjectProperty<Optional<Path>> saved() {
        return saved.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    /** True once the present draft was looked at from all sides. */
    ReadOnlyBooleanProperty judged() {
        return watch.judged();
    }

    /** True once the training data of the present draft were looked at. */
    ReadOnlyBooleanProperty looked() {
        return watch.looked();
    }

    /** True while runs are being made and started. */
    ReadOnlyBooleanProperty starting() {
        return starting.getReadOnlyProperty();
    }

    /** True once the present draft was started. */
    ReadOnlyBooleanProperty started() {
        return started.getReadOnlyProperty();
    }

    /** Whether it is started through Slurm, and how. */
    SlurmViewModel slurm() {
        return slurm;
    }

    /** What is wrong with one field; empty if nothing is. */
    String flaw(String field) {
        return watch.flaws().get().stream()
                .filter(flaw -> flaw.field().equals(field))
                .map(DraftFlaw::sentence)
                .findFirst()
                .orElse("");
    }

    /** Looks at the catalogue again, since other places change it. */
    void shown() {
        tasks.run(surroundings.catalogue()::entries, remembered::set);
        ask();
    }

    /** Takes over what another window made of the draft; what stood here comes back by undo. */
    void follow() {
        tasks.run(
                file::changed,
                found ->
                        found.filter(theirs -> !theirs.equals(draft.get()))
                                .ifPresent(
                                        theirs -> {
                                            change(theirs);
                                            surroundings
                                                    .warn()
                                                    .accept(WORDS.text("design.followed"));
                                        }));
    }

    /** Changes the draft in one step. */
    void change(StudyDraft next) {
        change(next, "");
    }

    /**
     * Changes the draft.
     *
     * @param gesture changes of one gesture are undone together until {@link #settle}
     */
    void change(StudyDraft next, String gesture) {
        if (!next.equals(draft.get())) {
            history.change(next, gesture);
            show();
        }
    }

    /** Ends a gesture. */
    void settle() {
        history.settle();
    }

    void undo() {
        history.undo();
        show();
    }

    void redo() {
        history.redo();
        show();
    }

    /** Sees the batches of a strategy. */
    void see(StrategyChoice choice) {
        if (!choice.equals(strategy.get())) {
            strategy.set(choice);
            lookAgain();
        }
    }

    /** Sees the batches of a strategy as the study has it, or with its standard values. */
    void see(String id) {
        see(draft.get().choices(id).stream().findFirst().orElseGet(() -> standard(id)));
    }

    /** Takes a strategy into the study, or all its rows out of it. */
    void tick(String id, boolean in) {
        StudyDraft now = draft.get();
        if (in && now.choices(id).isEmpty()) {
            StrategyChoice row = strategy.get().id().equals(id) ? strategy.get() : standard(id);
            change(now.plus(row));
        } else if (!in) {
            change(
                    now.withStrategies(
                            now.strategies().stream()
                                    .filter(row -> !row.id().equals(id))
                                    .toList()));
        }
    }

    /** Gives the strategy that is seen another value, in the study too where it is in it. */
    void tune(Setting setting, double value) {
        StrategyChoice before = strategy.get();
        Map<String, Double> parameters = new TreeMap<>(before.parameters());
        parameters.put(setting.id(), value);
        StrategyChoice after = new StrategyChoice(before.id(), parameters);
        int place = draft.get().strategies().indexOf(before);
        strategy.set(after);
        if (place >= 0) {
            change(
                    draft.get().withStrategies(Lists.with(draft.get().strategies(), place, after)),
                    "tune " + setting.id());
        } else {
            lookAgain();
        }
    }

    /** Adds another row of a strategy, with another value of a setting, and sees it. */
    void add(StrategyChoice row) {
        change(draft.get().plus(row));
        see(row);
    }

    /** Takes one row out of the study. */
    void remove(StrategyChoice row) {
        StudyDraft now = draft.get();
        int place = now.strategies().indexOf(row);
        if (place >= 0) {
            change(now.withStrategies(Lists.without(now.strategies(), place)));
            if (row.equals(strategy.get())) {
                see(row.id());
            }
        }
    }

    /** Puts a study file into the form. */
    void open(Path chosen) {
        tasks.run(
                () -> Study.read(chosen),
                study -> {
                    saved.set(Optional.of(chosen));
                    change(StudyDraft.of(study));
                    study.strategies().stream()
                            .filter(StrategyChoice::trained)
                            .findFirst()
                            .ifPresent(this::see);
                });
    }

    /** Begins anew with the sample study; can be undone. */
    void useSample() {
        sampleStudy.get().ifPresent(study -> change(StudyDraft.of(study)));
    }

    /** Begins anew with nothing; can be undone. */
    void clear() {
        change(StudyDraft.EMPTY);
    }

    /**
     * Writes the study.
     *
     * @param done called when it has been written
     */
    void save(Path target, Runnable done) {
        Optional<Study> now = study();
        now.ifPresent(
                study ->
                        tasks.run(
                                () -> {
                                    JsonFile.write(target, study);
                                    return target;
                                },
                                path -> {
                                    saved.set(Optional.of(path));
                                    done.run();
                                }));
    }

    /** The study, if the draft makes one. */
    Optional<Study> study() {
        try {
            return Optional.of(draft.get().study());
        } catch (BadInputException incomplete) {
            // said beside its field
            return Optional.empty();
        }
    }

    /** The words of a command that trains the study from its file. */
    List<String> command() {
        String from = saved.get().map(Path::toString).orElse(draft.get().name() + ".json");
        List<String> words = new ArrayList<>(List.of("isogloss", "study", "run", from));
        words.addAll(List.of("--runs", surroundings.shelf().path().toString()));
        if (slurm.chosen().get()) {
            words.addAll(List.of("--slurm", slurm.file().toString()));
        } else {
            LocalProcess process = surroundings.process().get();
            words.addAll(List.of("--device", process.device()));
            words.addAll(List.of("--threads", Integer.toString(process.threads())));
        }
        return words;
    }

    /**
     * Starts to train what is left of the study.
     *
     * @param done called when its runs have been made
     */
    void start(Runnable done) {
        study().ifPresent(
                        study -> {
                            starting.set(true);
                            tasks.run(
                                    starter(study),
                                    runs -> {
                                        started.set(true);
                                        done.run();
                                    },
                                    () -> starting.set(false));
                        });
    }

    private Supplier<List<RunFolder>> starter(Study study) {
        return slurm.chosen().get()
                ? () -> surroundings.submit().apply(study, slurm.file())
                : () -> surroundings.start().apply(study);
    }

    private StudyDraft first() {
        return file.load(surroundings.warn())
                .or(() -> sample.map(Study::read).map(StudyDraft::of))
                .orElse(StudyDraft.EMPTY);
    }

    private void begin(StudyDraft first) {
        history = new DraftHistory(first);
        draft.set(first);
        List<StrategyChoice> rows =
                first.strategies().stream().filter(StrategyChoice::trained).toList();
        // hybrid is what the paper is about, and has something to try out
        rows.stream()
                .filter(row -> !BatchStrategies.byId(row.id()).settings().isEmpty())
                .findFirst()
                .or(() -> rows.stream().findFirst())
                .ifPresent(strategy::set);
        ask();
    }

    private void show() {
        draft.set(history.present());
        canUndo.set(history.canUndo());
        canRedo.set(history.canRedo());
        started.set(false);
        boolean gone = !draft.get().strategies().contains(strategy.get());
        if (gone && !draft.get().choices(strategy.get().id()).isEmpty()) {
            strategy.set(draft.get().choices(strategy.get().id()).get(0));
        }
        ask();
        StudyDraft now = draft.get();
        saving.ask(
                () -> {
                    Optional<StudyDraft> theirs = file.changed();
                    file.save(now);
                    return theirs;
                });
    }

    /** Both were edited at the same time: what another window had comes back by undo. */
    private void keepForUndo(StudyDraft theirs) {
        StudyDraft mine = draft.get();
        history.change(theirs, "");
        history.change(mine, "");
        canUndo.set(history.canUndo());
        surroundings.warn().accept(WORDS.text("design.both"));
    }

    private void ask() {
        watch.judge(draft.get(), strategy.get());
    }

    private void lookAgain() {
        watch.look(draft.get(), strategy.get());
    }

    /** A strategy with its standard values. */
    static StrategyChoice standard(String id) {
        Map<String, Double> parameters = new TreeMap<>();
        BatchStrategies.byId(id)
                .settings()
                .forEach(setting -> parameters.put(setting.id(), setting.standard()));
        return new StrategyChoice(id, parameters);
    }
}
