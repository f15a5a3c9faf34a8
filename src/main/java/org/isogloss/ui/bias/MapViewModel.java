package org.isogloss.ui.bias;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.figure.ErasureCurve;
import org.isogloss.figure.LanguageMap;
import org.isogloss.launch.BenchProcess;
import org.isogloss.run.GeometryReport;
import org.isogloss.run.RunFolder;
import org.isogloss.ui.study.QuestionFocus;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.words.Words;

/**
 * The vectors of two runs as maps beside each other, as they are or after some of what tells
 * languages apart is taken out of them, and what that does to the scores.
 */
final class MapViewModel {
    private static final Words WORDS = Words.of(MapViewModel.class);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final int CANCELLED = 4;

    private final ComparedRuns runs;
    private final ObjectProperty<Optional<Lang>> language;
    private final BackgroundTasks tasks;
    private final BiFunction<List<RunFolder>, String, BenchProcess.Running> erasing;
    private final ObservableList<String> methods = FXCollections.observableArrayList();
    private final StringProperty method = new SimpleStringProperty();
    private final IntegerProperty step = new SimpleIntegerProperty();
    private final ReadOnlyObjectWrapper<List<MapSide>> sides =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper measuring = new ReadOnlyBooleanWrapper();
    private boolean read; // what the runs' results hold is known
    private Optional<BenchProcess.Running> running = Optional.empty();
    private Optional<BackgroundTasks.Repetition> looking = Optional.empty();

    /**
     * @param language the language that stands out, shared with other figures
     * @param erasing measures erasures of runs on a collection in a process of its own
     */
    MapViewModel(
            ComparedRuns runs,
            ObjectProperty<Optional<Lang>> language,
            BackgroundTasks tasks,
            BiFunction<List<RunFolder>, String, BenchProcess.Running> erasing) {
        this.runs = runs;
        this.language = language;
        this.tasks = tasks;
        this.erasing = erasing;
        runs.found().addListener((property, before, after) -> read());
        runs.state().addListener((property, before, after) -> tell(after));
        method.addListener((property, before, after) -> step.set(0));
        read();
    }

    ComparedRuns runs() {
        return runs;
    }

    /** The language that stands out. */
    ObjectProperty<Optional<Lang>> language() {
        return language;
    }

    /** The question that all places look at. */
    ObjectProperty<Optional<QuestionFocus>> focus() {
        return runs.selection().question();
    }

    /** One or two runs, that looked at first; none until they are read. */
    ReadOnlyObjectProperty<List<MapSide>> sides() {
        return sides.getReadOnlyProperty();
    }

    /** The erasures that were measured of all sides. */
    ObservableList<String> methods() {
        return methods;
    }

    /** The erasure looked at; null while none was measured. */
    StringProperty method() {
        return method;
    }

    /** Which of {@link #steps} is looked at. */
    IntegerProperty step() {
        return step;
    }

    /** Why there is no map, or how far a measurement is; empty otherwise. */
    ReadOnlyStringProperty state() {
        return state.getReadOnlyProperty();
    }

    /** True while erasures are being measured. */
    ReadOnlyBooleanProperty measuring() {
        return measuring.getReadOnlyProperty();
    }

    /** True if some side has no erasures yet. */
    boolean lacksErasures() {
        return read && runs.found().get().isPresent() && methods.isEmpty();
    }

    /** The levels of the erasure looked at that all sides have, nothing taken out first. */
    List<GeometryReport.Level> steps() {
        if (sides.get().isEmpty()) {
            return List.of();
        }
        Set<String> common = common();
        return sides.get().get(0).report().levels().stream()
                .filter(
                        level ->
                                level.erasure().equals(GeometryReport.NONE)
                                        || level.erasure().equals(method.get()))
                .filter(level -> common.contains(level.name()))
                .toList();
    }

    private Set<String> common() {
        Set<String> common = null;
        for (MapSide side : sides.get()) {
            List<String> names =
                    side.report().levels().stream().map(GeometryReport.Level::name).toList();
            if (common == null) {
                common = new HashSet<>(names);
            } else {
                common.retainAll(names);
            }
        }
        return common == null ? Set.of() : common;
    }

    private Optional<String> level() {
        List<GeometryReport.Level> steps = steps();
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(steps.get(Math.min(step.get(), steps.size() - 1)).name());
    }

    /** A map for each side, on axes that go equally far at every step. */
    List<LanguageMap> maps() {
        Optional<String> level = level();
        if (level.isEmpty()) {
            return List.of();
        }
        List<String> all = steps().stream().map(GeometryReport.Level::name).toList();
        double reach = sides.get().stream().mapToDouble(side -> side.reach(all)).max().orElse(0);
        return sides.get().stream()
                .map(side -> side.figure(level.get(), reach, language.get(), focus().get()))
                .toList();
    }

    /** The scores by step; empty while no erasure was measured. */
    Optional<ErasureCurve> curve() {
        List<GeometryReport.Level> steps = steps();
        if (steps.size() < 2) {
            return Optional.empty();
        }
        List<String> names = steps.stream().map(GeometryReport.Level::name).toList();
        return Optional.of(
                new ErasureCurve(
                        axis(),
                        sides.get().stream().map(side -> side.curve(names)).toList(),
                        MapSide.taken(steps.get(Math.min(step.get(), steps.size() - 1))),
                        runs.found()
                                .get()
                                .orElseThrow()
                                .provenanceOfOneSeed(WORDS.text("measures.pool"))));
    }

    private String axis() {
        return switch (method.get()) {
            case "centring" -> WORDS.text("map.axisCentring");
            case "shared-directions" -> WORDS.text("map.axisShared");
            case "own-components" -> WORDS.text("map.axisOwn");
            default -> method.get();
        };
    }

    /** What the step does to each side, in a sentence each. */
    List<String> sentences() {
        Optional<String> level = level();
        return level.isEmpty()
                ? List.of()
                : sides.get().stream().map(side -> side.sentence(level.get())).toList();
    }

    /** True if the question looked at is in the sample of the maps. */
    boolean mapsTheQuestion() {
        return focus().get()
                .map(one -> sides.get().stream().allMatch(side -> side.has(one)))
                .orElse(true);
    }

    /** Looks at what a mark of a map stands for: a question everywhere, or a language here. */
    void pick(String key) {
        if (key.startsWith(LanguageMap.LANGUAGE)) {
            Optional<Lang> lang =
                    Optional.of(new Lang(key.substring(LanguageMap.LANGUAGE.length())));
            language.set(lang.equals(language.get()) ? Optional.empty() : lang);
        } else if (!sides.get().isEmpty()) {
            sides.get().get(0).question(key).ifPresent(one -> focus().set(Optional.of(one)));
        }
    }

    /** Measures the erasures of the runs looked at; with a measurement under way, stops it. */
    void measure() {
        if (measuring.get()) {
            running.ifPresent(BenchProcess.Running::cancel);
            return;
        }
        ComparedRuns.Found now = runs.found().get().orElseThrow();
        measuring.set(true);
        state.set(WORDS.text("map.starting"));
        List<RunFolder> folders = now.runs().stream().map(run -> run.folder()).toList();
        tasks.run(
                () -> erasing.apply(folders, now.strategy().collection()),
                this::follow,
                () -> {
                    if (running.isEmpty()) {
                        measuring.set(false);
                    }
                });
    }

    private record News(Optional<Integer> exit, String said) {}

    private void follow(BenchProcess.Running one) {
        running = Optional.of(one);
        looking =
                Optional.of(tasks.repeat(REST, () -> new News(one.exit(), one.said()), this::show));
        if (running.isEmpty()) {
            stopLooking();
        }
    }

    private void show(News news) {
        if (news.exit.isEmpty()) {
            state.set(news.said.isEmpty() ? WORDS.text("map.starting") : news.said);
            return;
        }
        running = Optional.empty();
        measuring.set(false);
        stopLooking();
        if (news.exit.get() == 0 || news.exit.get() == CANCELLED) {
            read();
        } else {
            state.set(WORDS.text("map.couldNotMeasure", news.said));
        }
    }

    private void stopLooking() {
        looking.ifPresent(BackgroundTasks.Repetition::stop);
        looking = Optional.empty();
    }

    /** Says that rankings are being read, or why they cannot be. */
    private void tell(String ofRuns) {
        if (!measuring.get() && (sides.get().isEmpty() || !ofRuns.isEmpty())) {
            state.set(ofRuns);
        }
    }

    private record Attempt(List<MapSide> sides, String problem) {}

    private void read() {
        Optional<ComparedRuns.Found> found = runs.found().get();
        read = false;
        if (found.isEmpty()) {
            show(new Attempt(List.of(), runs.state().get()));
            return;
        }
        if (!measuring.get()) {
            state.set(WORDS.text("map.reading"));
        }
        tasks.run(
                () -> attempt(found.get()),
                result -> {
                    if (found.equals(runs.found().get())) {
                        read = true;
                        show(result);
                    }
                });
    }

    private static Attempt attempt(ComparedRuns.Found found) {
        try {
            List<MapSide> sides = new ArrayList<>();
            for (int i = 0; i < found.sides().size(); i++) {
                Optional<MapSide> side = MapSide.read(found.sides().get(i), found.runs().get(i));
                if (side.isEmpty()) {
                    return new Attempt(
                            List.of(),
                            WORDS.text("map.notMeasured", found.runs().get(i).folder().id()));
                }
                sides.add(side.get());
            }
            return new Attempt(sides, "");
        } catch (BadInputException unreadable) {
            return new Attempt(List.of(), unreadable.getMessage());
        }
    }

    private void show(Attempt attempt) {
        String before = method.get();
        if (!measuring.get()) {
            state.set(attempt.problem);
        }
        sides.set(attempt.sides);
        Set<String> common = common();
        List<String> known =
                attempt.sides.stream()
                        .limit(1)
                        .flatMap(side -> side.report().levels().stream())
                        .filter(level -> common.contains(level.name()))
                        .map(GeometryReport.Level::erasure)
                        .filter(erasure -> !erasure.equals(GeometryReport.NONE))
                        .distinct()
                        .toList();
        if (!methods.equals(known)) {
            methods.setAll(known);
            method.set(
                    Stream.of(before, "shared-directions")
                            .filter(known::contains)
                            .findFirst()
                            .orElse(known.isEmpty() ? null : known.get(0)));
        }
    }
}
