package org.isogloss.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.Study;
import org.isogloss.experiment.TrainingSet;
import org.isogloss.run.Environment;
import org.isogloss.run.LicenceFile;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;

/**
 * All that a reader without this program has to be told of a study: what ran and what did not, on
 * which data, and what was found.
 *
 * @param study its runs as they stand
 * @param plan the study's own file; empty where runs were started one by one
 * @param figures what the finished runs give
 * @param problems runs that could not be read, in sentences
 */
public record StudyReport(
        StudySnapshot study, Optional<Study> plan, StudyFigures figures, List<String> problems) {
    public StudyReport {
        problems = List.copyOf(problems);
    }

    /** A run that has no results, and why. */
    record Missing(String run, String why) {}

    /**
     * A file or folder the study needs.
     *
     * @param role what it was for
     * @param sha256 of all its content; empty where no run wrote it down
     * @param licence what stands beside it; empty if nothing does, or it is on another machine
     */
    record Source(String role, String name, String sha256, String licence) {}

    /**
     * Reads a study's folder of runs, makes all tests and lays out all figures.
     *
     * @param measures what there are heatmaps of, at least one
     * @throws BadInputException if the folder holds no run that can be read, or runs have no scores
     *     of a measure
     */
    public static StudyReport of(Path folder, List<CellMeasure> measures) {
        if (!Files.isDirectory(folder)) {
            throw BadInputException.in(folder, "is no folder; name a study's folder of runs");
        }
        Path path = folder.toAbsolutePath().normalize();
        String name = path.getFileName().toString();
        RunShelf shelf = new RunShelf(path.getParent());
        List<String> problems = new ArrayList<>();
        StudyWatch watch = new StudyWatch(shelf, problem -> problems.add(problem.getMessage()));
        StudySnapshot study = watch.look(name);
        if (study.runs().isEmpty()) {
            throw BadInputException.in(
                    folder,
                    problems.isEmpty()
                            ? "holds no runs; name the folder that study run made in --runs, such"
                                    + " as runs/world-facts"
                            : "holds no run that can be read: " + problems.get(0));
        }
        Path file = shelf.studyFile(name);
        Optional<Study> plan =
                Files.exists(file)
                        ? Optional.of(JsonFile.read(file, Study.class))
                        : Optional.empty();
        return new StudyReport(study, plan, StudyFigures.of(study, measures), problems);
    }

    /** A message without the place of the runs on this machine, which is no reader's business. */
    String told(String message) {
        Path shelf = study.runs().get(0).folder().path().getParent().getParent();
        return message.replace(shelf + shelf.getFileSystem().getSeparator(), "");
    }

    /** What every run has in common. */
    Recipe recipe() {
        return study.runs().get(0).spec().recipe();
    }

    /** The ids of the runs there are or should be, in the study's order. */
    Set<String> planned() {
        Set<String> ids = new LinkedHashSet<>();
        plan.ifPresent(known -> known.plan().forEach(spec -> ids.add(spec.id())));
        study.runs().forEach(run -> ids.add(run.spec().id()));
        return ids;
    }

    /** The runs without results. */
    List<Missing> missing() {
        Map<String, StudyRun> there = new LinkedHashMap<>();
        study.runs().forEach(run -> there.put(run.spec().id(), run));
        List<Missing> missing = new ArrayList<>();
        for (String id : planned()) {
            StudyRun run = there.get(id);
            if (run == null) {
                missing.add(new Missing(id, made(id) ? "cannot be read" : "not started"));
            } else if (run.phase() != RunPhase.FINISHED) {
                String said = run.folder().state().message();
                String phase = words(run.phase());
                boolean more = said != null && !said.isEmpty();
                missing.add(new Missing(id, more ? phase + ": " + told(said) : phase));
            }
        }
        return missing;
    }

    private boolean made(String id) {
        return Files.exists(study.runs().get(0).folder().path().resolveSibling(id));
    }

    static String words(RunPhase phase) {
        return switch (phase) {
            case WAITING -> "waits for its turn";
            case STARTING -> "about to train";
            case RUNNING -> "trains";
            case PAUSED -> "paused";
            case LOST -> "silent for longer than it ever should be";
            case CANCELLED -> "cancelled";
            case DROPPED -> "dropped by halving";
            case FAILED -> "failed";
            case DIED -> "ended without a word, as when memory runs out";
            case FINISHED -> "finished";
        };
    }

    /** All data and weights, each once. */
    List<Source> sources() {
        Map<String, String> sha256 = new LinkedHashMap<>();
        study.runs().forEach(run -> sha256.putAll(run.folder().frozen().sha256()));
        Map<String, List<String>> roles = new LinkedHashMap<>();
        for (TrainingSet set : recipe().training()) {
            add(roles, set.path(), set.translations() ? "training, translations" : "training");
        }
        for (DataSource source : recipe().validation()) {
            add(roles, source.path(), "validation");
        }
        for (DataSource source : recipe().evaluation()) {
            add(roles, source.path(), "test");
        }
        backbones().stream()
                .filter(backbone -> backbone.path() != null)
                .forEach(one -> add(roles, one.path(), "backbone " + one.name()));
        List<Source> sources = new ArrayList<>();
        roles.forEach(
                (path, its) ->
                        sources.add(
                                new Source(
                                        its.stream().distinct().collect(Collectors.joining(", ")),
                                        Path.of(path).getFileName().toString(),
                                        sha256.getOrDefault(path, ""),
                                        licence(Path.of(path)))));
        return sources;
    }

    private static void add(Map<String, List<String>> roles, String path, String role) {
        roles.computeIfAbsent(path, unseen -> new ArrayList<>()).add(role);
    }

    private static String licence(Path data) {
        return Files.exists(data)
                ? LicenceFile.near(data)
                        .map(
                                file ->
                                        file.title().isEmpty()
                                                ? file.name()
                                                : file.title() + " (" + file.name() + ")")
                        .orElse("")
                : "";
    }

    /** What the runs ran on, and how many on each. */
    Map<Environment, Long> environments() {
        return study.runs().stream()
                .flatMap(run -> run.folder().environment().stream())
                .collect(
                        Collectors.groupingBy(
                                machine -> machine, LinkedHashMap::new, Collectors.counting()));
    }

    /** What the runs start from. */
    List<Backbone> backbones() {
        return study.runs().stream().map(run -> run.spec().backbone()).distinct().toList();
    }

    /** What repeats the study on another machine: its file, or a run's where it has none. */
    String spec() {
        ExperimentSpec first = study.runs().get(0).spec();
        return plan.map(known -> JsonFile.text(known.withFileNames()))
                .orElseGet(() -> JsonFile.text(first.withFileNames()));
    }

    /** The name of the file that {@link #spec} is kept in. */
    String specFile() {
        return plan.isPresent() ? "study.json" : "spec.json";
    }

    /** The command that repeats the study. */
    String command() {
        return plan.isPresent()
                ? "isogloss study run study.json --runs runs"
                : "isogloss run spec.json --runs runs";
    }
}
