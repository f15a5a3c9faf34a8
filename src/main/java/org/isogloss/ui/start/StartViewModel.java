package org.isogloss.ui.start;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.Study;
import org.isogloss.figure.ColourScale;
import org.isogloss.figure.Figure;
import org.isogloss.figure.LanguagePairHeatmap;
import org.isogloss.figure.Limits;
import org.isogloss.figure.Provenance;
import org.isogloss.report.StrategyScores;
import org.isogloss.report.StudySnapshot;
import org.isogloss.report.StudyWatch;
import org.isogloss.run.RunFolder;
import org.isogloss.run.bench.TimeEstimate;
import org.isogloss.ui.study.EstimateWords;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.words.Words;

/** The study on the card of the place Start, where it stands, and its next step. */
public final class StartViewModel {
    private static final Words WORDS = Words.of(StartViewModel.class);

    private static final Duration REST = Duration.ofSeconds(2);
    private static final int LOOKS_TO_START = 5;

    private final Surroundings surroundings;
    private final StudyWatch watch;
    private final BackgroundTasks tasks;
    private final List<Path> samples;
    private final Map<Path, List<Lang>> languages = new HashMap<>();
    private final ReadOnlyObjectWrapper<Optional<StudyCard>> card =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper starting = new ReadOnlyBooleanWrapper();
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private final ObservableList<Path> recentSeen =
            FXCollections.unmodifiableObservableList(recent);
    private final BooleanProperty leaveOutOverlap = new SimpleBooleanProperty();
    private volatile boolean leavingOut;
    private volatile String told = "";
    private Optional<Path> file;
    private Optional<Study> study = Optional.empty();
    private StudySnapshot before = StudySnapshot.NONE;
    private Optional<TimeEstimate> timeBefore = Optional.empty();
    private OptionalLong memoryBefore = OptionalLong.empty();
    private int looksToWait;
    private Optional<BackgroundTasks.Repetition> looking = Optional.empty();

    /**
     * What the place uses of the rest of the program.
     *
     * @param start makes a study's runs and starts to work through them
     * @param languages reads which languages a study is about; empty if that cannot be told
     * @param time estimates how long all runs of a study take here; empty if nothing tells
     * @param memory estimates the bytes a run of a study takes at most; empty if nothing tells
     * @param opened hears of a study file the user opened
     */
    public record Surroundings(
            Function<Study, List<RunFolder>> start,
            Function<Study, List<Lang>> languages,
            Function<Study, Optional<TimeEstimate>> time,
            Function<Study, OptionalLong> memory,
            Consumer<Path> opened) {}

    /**
     * @param samples the study that came with the program; none if its file is gone
     * @param recent study files opened before
     */
    public StartViewModel(
            Surroundings surroundings,
            StudyWatch watch,
            BackgroundTasks tasks,
            List<Path> samples,
            List<Path> recent) {
        this.surroundings = surroundings;
        this.watch = watch;
        this.tasks = tasks;
        this.samples = List.copyOf(samples);
        this.file = this.samples.stream().findFirst();
        this.recent.setAll(recent);
        leaveOutOverlap.addListener(
                (property, was, now) -> {
                    leavingOut = now;
                    file.ifPresent(this::show);
                });
    }

    /** The study on the card; empty while there is none. */
    public ReadOnlyObjectProperty<Optional<StudyCard>> card() {
        return card.getReadOnlyProperty();
    }

    /** The study on the card, to measure with; empty while there is none. */
    public Optional<Study> study() {
        return study;
    }

    /**
     * True to put the study on the card that leaves out of training what overlaps with its test
     * collections.
     */
    public BooleanProperty leaveOutOverlap() {
        return leaveOutOverlap;
    }

    /** True while runs are being made and started. */
    public ReadOnlyBooleanProperty starting() {
        return starting.getReadOnlyProperty();
    }

    /** Study files opened before, the last first. */
    public ObservableList<Path> recent() {
        return recentSeen;
    }

    /** True if the program's own sample study is there. */
    public boolean hasSample() {
        return !samples.isEmpty();
    }

    /** Puts the sample study on the card. */
    public void openSample() {
        samples.stream().findFirst().ifPresent(this::show);
    }

    /** Reads a study file and puts it on the card. */
    public void open(Path chosen) {
        tasks.run(
                () -> look(chosen),
                seen -> {
                    keep(List.of(chosen));
                    file = Optional.of(chosen);
                    show(seen);
                });
    }

    /** Puts study files among those opened last, the first of them first. */
    void keep(List<Path> files) {
        for (int i = files.size() - 1; i >= 0; i--) {
            recent.remove(files.get(i));
            recent.add(0, files.get(i));
            surroundings.opened().accept(files.get(i));
        }
    }

    /** Keeps looking how the study stands until {@link #stop}. */
    public void watch() {
        stop();
        looking =
                Optional.of(
                        tasks.repeat(
                                REST,
                                () -> file.flatMap(this::lookAgain),
                                seen -> seen.ifPresent(this::show)));
    }

    /** Looks no more. */
    public void stop() {
        looking.ifPresent(BackgroundTasks.Repetition::stop);
        looking = Optional.empty();
    }

    /**
     * Starts to train what is left of the study.
     *
     * @param started called when its runs have been made
     */
    public void train(Runnable started) {
        study.ifPresent(
                one -> {
                    starting.set(true);
                    looksToWait = 0;
                    tasks.run(
                            () -> surroundings.start().apply(one),
                            runs -> {
                                looksToWait = LOOKS_TO_START;
                                started.run();
                            },
                            () -> starting.set(looksToWait > 0));
                });
    }

    private void show(Path chosen) {
        file = Optional.of(chosen);
        tasks.run(() -> look(chosen), this::show);
    }

    /** Looks once more; what keeps it from seeing is told once. */
    private Optional<Seen> lookAgain(Path chosen) {
        try {
            Seen seen = look(chosen);
            told = "";
            return Optional.of(seen);
        } catch (BadInputException e) {
            if (told.equals(e.getMessage())) {
                return Optional.empty();
            }
            told = e.getMessage();
            throw e;
        }
    }

    private Seen look(Path chosen) {
        Study named = Study.read(chosen);
        Study read = leavingOut ? named.withoutOverlap() : named;
        List<Lang> known;
        synchronized (languages) {
            known = languages.computeIfAbsent(chosen, path -> surroundings.languages().apply(read));
        }
        return new Seen(
                chosen,
                read,
                known,
                watch.look(read.name()),
                surroundings.time().apply(read),
                surroundings.memory().apply(read));
    }

    private void show(Seen seen) {
        waitForStart(seen.snapshot);
        boolean same =
                study.equals(Optional.of(seen.study))
                        && seen.snapshot.equals(before)
                        && seen.time.equals(timeBefore)
                        && seen.memory.equals(memoryBefore)
                        && card.get().isPresent();
        if (same || !file.equals(Optional.of(seen.file))) {
            return;
        }
        study = Optional.of(seen.study);
        before = seen.snapshot;
        timeBefore = seen.time;
        memoryBefore = seen.memory;
        card.set(Optional.of(card(seen)));
    }

    /** The process takes its lock a moment after its start; until then nothing is offered. */
    private void waitForStart(StudySnapshot seen) {
        if (looksToWait > 0) {
            looksToWait = seen.underWay() ? 0 : looksToWait - 1;
            starting.set(looksToWait > 0);
        }
    }

    private StudyCard card(Seen seen) {
        int models = seen.study.plan().size();
        int finished = Math.min(models, seen.snapshot.finished());
        int dropped = seen.study.halving() == null ? 0 : seen.snapshot.dropped();
        int left = Math.max(0, models - finished - dropped);
        StudyCard.Stage stage =
                left == 0
                        ? StudyCard.Stage.DONE
                        : seen.snapshot.underWay()
                                ? StudyCard.Stage.TRAINING
                                : StudyCard.Stage.READY;
        return new StudyCard(
                samples.contains(seen.file),
                seen.study.title(),
                facts(seen, stage, left),
                stage == StudyCard.Stage.READY
                        ? seen.time.map(EstimateWords::basis).orElse("")
                        : "",
                strategies(seen),
                stage,
                state(seen.snapshot, stage, finished, models),
                (double) finished / models,
                action(stage, left, left < models));
    }

    private static String state(
            StudySnapshot snapshot, StudyCard.Stage stage, int finished, int models) {
        return switch (stage) {
            case DONE ->
                    finished < models
                            ? WORDS.text(
                                    "startViewModel.halved", models(finished), models - finished)
                            : WORDS.text("startViewModel.trained", models(models));
            case TRAINING ->
                    WORDS.text("startViewModel.trainingOfModelsFinished", finished, models);
            case READY ->
                    snapshot.runs().isEmpty()
                            ? ""
                            : WORDS.text(
                                    "startViewModel.stoppedOfModelsFinished", finished, models);
        };
    }

    private static String action(StudyCard.Stage stage, int left, boolean begun) {
        return switch (stage) {
            case DONE -> WORDS.text("startViewModel.seeTheHeatmaps");
            case TRAINING -> WORDS.text("startViewModel.watchTheRuns");
            case READY ->
                    begun
                            ? WORDS.text("startViewModel.trainTheOther", left)
                            : WORDS.text("startViewModel.train", models(left));
        };
    }

    private static String facts(Seen seen, StudyCard.Stage stage, int left) {
        List<String> facts = new ArrayList<>();
        facts.add(models(seen.study.plan().size()));
        if (!seen.languages.isEmpty()) {
            facts.add(WORDS.text("startViewModel.languages", seen.languages.size()));
        }
        if (seen.study.seeds().size() > 1) {
            facts.add(WORDS.text("startViewModel.seeds", seen.study.seeds().size()));
        }
        if (stage == StudyCard.Stage.READY) {
            int models = seen.study.plan().size();
            seen.time
                    .map(all -> all.time().multipliedBy(left).dividedBy(models))
                    .map(EstimateWords::about)
                    .ifPresent(facts::add);
            seen.memory.ifPresent(bytes -> facts.add(EstimateWords.memory(bytes)));
        }
        return String.join(" · ", facts);
    }

    private static String models(int count) {
        return count == 1
                ? WORDS.text("startViewModel.model")
                : WORDS.text("startViewModel.models", count);
    }

    private static List<StrategyCard> strategies(Seen seen) {
        List<StrategyScores> scores = new ArrayList<>();
        seen.snapshot.collections().stream()
                .findFirst()
                .ifPresent(
                        collection ->
                                scores.addAll(
                                        seen.snapshot.scores(
                                                collection, seen.study.backbones().get(0).name())));
        Limits limits = Limits.around(scores.stream().map(StrategyScores::map).toList());
        List<StrategyCard> cards = new ArrayList<>();
        for (StrategyChoice strategy : seen.study.strategies()) {
            Figure picture =
                    scores.stream()
                            .filter(one -> one.strategy().equals(strategy))
                            .map(one -> heatmap(one, limits))
                            .findFirst()
                            .orElse(null);
            cards.add(StrategyCard.of(strategy, picture));
        }
        return cards;
    }

    private static Figure heatmap(StrategyScores scores, Limits limits) {
        return new LanguagePairHeatmap(
                scores.name(),
                Provenance.UNKNOWN,
                scores.map(),
                limits,
                ColourScale.Palette.VIRIDIS);
    }

    private record Seen(
            Path file,
            Study study,
            List<Lang> languages,
            StudySnapshot snapshot,
            Optional<TimeEstimate> time,
            OptionalLong memory) {}
}
