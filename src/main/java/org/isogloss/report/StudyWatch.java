package org.isogloss.report;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.isogloss.analysis.Evaluation;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Fingerprint;
import org.isogloss.base.JsonFile;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.Study;
import org.isogloss.figure.Provenance;
import org.isogloss.run.LoggedEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunLock;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;
import org.isogloss.run.RunWatch;

/** Looks at studies again and again, reading only what is new. One thread at a time may look. */
public final class StudyWatch {
    private final RunShelf shelf;
    private final Consumer<RuntimeException> problems;
    private final Map<Path, Watched> watched = new HashMap<>();
    private final Map<Path, String> told = new HashMap<>();

    /**
     * @param problems takes, once each, what keeps a run or a study from being shown
     */
    public StudyWatch(RunShelf shelf, Consumer<RuntimeException> problems) {
        this.shelf = shelf;
        this.problems = problems;
    }

    /** The names of the studies on the shelf. */
    public List<String> studies() {
        return shelf.studies();
    }

    /**
     * A study as it stands now; {@link StudySnapshot#NONE} if it has no runs.
     *
     * <p>Runs that cannot be read, or were made with another recipe, are left out and told once.
     */
    public synchronized StudySnapshot look(String name) {
        List<RunFolder> folders = shelf.runs(name);
        if (folders.isEmpty()) {
            return StudySnapshot.NONE;
        }
        boolean working = RunLock.held(shelf.studyLock(name));
        Optional<Study> study = study(name);
        List<StudyRun> runs = new ArrayList<>();
        for (RunFolder folder : folders) {
            read(folder.path(), () -> watch(folder).look()).ifPresent(runs::add);
        }
        List<StudyRun> alike = ofOneRecipe(name, study, runs);
        if (study.isEmpty()) {
            return new StudySnapshot(name, name, working, alike);
        }
        List<StrategyChoice> strategies = study.get().strategies();
        List<String> backbones = study.get().backbones().stream().map(Backbone::name).toList();
        List<StudyRun> sorted = new ArrayList<>(alike);
        sorted.sort(
                Comparator.comparingInt((StudyRun run) -> place(strategies, run.spec().strategy()))
                        .thenComparing(run -> place(backbones, run.spec().backbone().name()))
                        .thenComparing(run -> run.spec().seed()));
        return new StudySnapshot(name, study.get().title(), working, sorted);
    }

    private Watched watch(RunFolder folder) {
        return watched.computeIfAbsent(folder.path(), path -> new Watched(folder));
    }

    private Optional<Study> study(String name) {
        Path file = shelf.studyFile(name);
        return Files.exists(file)
                ? read(file, () -> JsonFile.read(file, Study.class))
                : Optional.empty();
    }

    /** Leaves out runs of another recipe than the study's, or than the first run's without one. */
    private List<StudyRun> ofOneRecipe(String name, Optional<Study> study, List<StudyRun> runs) {
        if (runs.isEmpty()) {
            return runs;
        }
        Recipe recipe = study.map(Study::recipe).orElse(runs.get(0).spec().recipe());
        List<StudyRun> alike = runs.stream().filter(run -> ofRecipe(run.spec(), recipe)).toList();
        if (alike.size() < runs.size()) {
            List<String> others =
                    runs.stream()
                            .filter(run -> !alike.contains(run))
                            .map(run -> run.spec().id())
                            .toList();
            tell(
                    shelf.path().resolve(name),
                    new BadInputException(
                            "study ’%s’ holds runs of another recipe, which are not compared: %s"
                                    .formatted(name, String.join(", ", others))));
        }
        return alike;
    }

    /** A backbone may have training data of its own; nothing else differs. */
    private static boolean ofRecipe(ExperimentSpec run, Recipe recipe) {
        return run.recipe().equals(recipe.dataFor(run.backbone()));
    }

    private <T> Optional<T> read(Path path, Supplier<T> reading) {
        try {
            T result = reading.get();
            told.remove(path);
            return Optional.of(result);
        } catch (BadInputException | UncheckedIOException e) {
            tell(path, e);
            return Optional.empty();
        }
    }

    private void tell(Path about, RuntimeException problem) {
        if (!Objects.equals(
                told.put(about, String.valueOf(problem.getMessage())),
                String.valueOf(problem.getMessage()))) {
            problems.accept(problem);
        }
    }

    private static <T> int place(List<T> order, T one) {
        int place = order.indexOf(one);
        return place < 0 ? order.size() : place;
    }

    /** What is known of one run. */
    private static final class Watched {
        private final RunFolder folder;
        private final RunWatch watch;
        private final ExperimentSpec spec;
        private final Provenance.Source source;
        private List<Evaluation> evaluations = List.of();

        Watched(RunFolder folder) {
            this.folder = folder;
            this.watch = folder.watch();
            this.spec = folder.frozen().spec();
            this.source =
                    new Provenance.Source(
                            spec.study() + "/" + spec.id(),
                            Fingerprint.of(folder.path().resolve("spec.json")));
        }

        StudyRun look() {
            List<LoggedEvent> news = watch.look();
            RunPhase phase = watch.state().phase();
            if (phase != RunPhase.FINISHED) {
                evaluations = List.of();
            } else if (evaluations.isEmpty() || !news.isEmpty()) {
                evaluations = folder.evaluations();
            }
            return new StudyRun(folder, source, spec, phase, evaluations);
        }
    }
}
