package org.isogloss.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;

/**
 * Several runs that differ in strategy, backbone and seed only, and are therefore comparable.
 *
 * @param name its folder's name
 * @param title what it asks, for people
 * @param strategies what a batch contains, in the order of the figures
 * @param backbones what the runs start from
 * @param seeds one run each
 * @param recipe what they have in common
 * @param warmStart what backbones from scratch go through once before; null for nothing
 * @param halving how rows that do less well are left early; null to train every run to its end
 */
public record Study(
        String name,
        String title,
        List<StrategyChoice> strategies,
        List<Backbone> backbones,
        List<Long> seeds,
        Recipe recipe,
        @JsonInclude(JsonInclude.Include.NON_NULL) WarmStart warmStart,
        @JsonInclude(JsonInclude.Include.NON_NULL) Halving halving) {
    /** What a study's file name ends with; the second is the one that desktops know it by. */
    public static final List<String> FILE_EXTENSIONS = List.of("json", "isogloss");

    /**
     * @throws BadInputException if one of the runs cannot be made, or two would have the same id
     */
    public Study {
        checkName(name);
        strategies = some(strategies, "strategies");
        backbones = some(backbones, "backbones");
        seeds = some(seeds, "seeds");
        if (recipe == null) {
            throw new BadInputException("study '" + name + "' has no recipe");
        }
        title = title == null ? name : title;
        List<ExperimentSpec> plan = plan(name, strategies, backbones, seeds, recipe);
        refuseMeansOfNothing(name, strategies);
        if (halving != null) {
            halving.check(name, strategies, plan);
        }
        if (warmStart != null && backbones.stream().allMatch(one -> one.scratch() == null)) {
            throw new BadInputException(
                    "study '"
                            + name
                            + "' has a warm start, but none of its backbones is made from scratch;"
                            + " leave the warm start out");
        }
    }

    /** A study without a warm start. */
    public Study(
            String name,
            String title,
            List<StrategyChoice> strategies,
            List<Backbone> backbones,
            List<Long> seeds,
            Recipe recipe) {
        this(name, title, strategies, backbones, seeds, recipe, null);
    }

    /** A study whose runs are all trained to their end. */
    public Study(
            String name,
            String title,
            List<StrategyChoice> strategies,
            List<Backbone> backbones,
            List<Long> seeds,
            Recipe recipe,
            WarmStart warmStart) {
        this(name, title, strategies, backbones, seeds, recipe, warmStart, null);
    }

    /** Reads a study; its paths become absolute. */
    public static Study read(Path file) {
        return read(file, absent -> Optional.empty());
    }

    /**
     * Reads a study; its paths become absolute.
     *
     * @param models finds the folder of a backbone whose path, as written, leads to nothing
     */
    public static Study read(Path file, Function<Path, Optional<Path>> models) {
        Study study = JsonFile.read(file, Study.class);
        Path folder = file.toAbsolutePath().getParent();
        return new Study(
                study.name,
                study.title,
                study.strategies,
                study.backbones.stream().map(b -> b.resolvedAgainst(folder, models)).toList(),
                study.seeds,
                study.recipe.resolvedAgainst(folder),
                study.warmStart == null ? null : study.warmStart.resolvedAgainst(folder),
                study.halving);
    }

    /** The same study with other seeds. */
    public Study withSeeds(List<Long> otherSeeds) {
        return new Study(
                name, title, strategies, backbones, otherSeeds, recipe, warmStart, halving);
    }

    /** The same study with some halving; null for none. */
    public Study withHalving(Halving other) {
        return new Study(name, title, strategies, backbones, seeds, recipe, warmStart, other);
    }

    /** The study with file names instead of paths, to be read on any machine. */
    public Study withFileNames() {
        UnaryOperator<String> name = path -> Path.of(path).getFileName().toString();
        return new Study(
                this.name,
                title,
                strategies,
                backbones.stream().map(backbone -> backbone.withPath(name)).toList(),
                seeds,
                recipe.withPaths(name),
                warmStart == null ? null : warmStart.withPaths(name),
                halving);
    }

    /**
     * The same study with what overlaps with a test collection left out of training, under a name
     * of its own, so that runs of the two are not mixed up.
     */
    public Study withoutOverlap() {
        return recipe.excludeOverlap()
                ? this
                : new Study(
                        name + "-no-overlap",
                        title + ", overlap left out",
                        strategies,
                        backbones,
                        seeds,
                        recipe.withoutOverlap(),
                        warmStart,
                        halving);
    }

    /** The trainings its runs start from, as a study of their own; empty where there are none. */
    public Optional<Study> starts() {
        return Optional.ofNullable(warmStart)
                .map(
                        start ->
                                start.study(
                                        name,
                                        title,
                                        backbones.stream()
                                                .filter(backbone -> backbone.scratch() != null)
                                                .toList()));
    }

    /**
     * The same study once its warm starts are trained.
     *
     * @param model where the model of a start stands
     */
    public Study started(Function<ExperimentSpec, Path> model) {
        if (warmStart == null) {
            return this;
        }
        Map<String, Path> models = new HashMap<>();
        for (ExperimentSpec start : starts().orElseThrow().plan()) {
            models.put(start.backbone().name(), model.apply(start));
        }
        return new Study(
                name,
                title,
                strategies,
                backbones.stream()
                        .map(
                                backbone ->
                                        Optional.ofNullable(models.get(backbone.name()))
                                                .map(backbone::startingAt)
                                                .orElse(backbone))
                        .toList(),
                seeds,
                recipe,
                null,
                halving);
    }

    /**
     * The study's runs: seed by seed, so that a first complete comparison is there early, and a
     * mean of models after what it is a mean of.
     */
    public List<ExperimentSpec> plan() {
        return plan(name, strategies, backbones, seeds, recipe);
    }

    /** One run for each backbone, which may have settings of its own. */
    public List<ExperimentSpec> firstOfEachBackbone() {
        return backbones.stream()
                .map(
                        backbone ->
                                new ExperimentSpec(
                                        name, strategies.get(0), backbone, seeds.get(0), recipe))
                .toList();
    }

    private static List<ExperimentSpec> plan(
            String name,
            List<StrategyChoice> strategies,
            List<Backbone> backbones,
            List<Long> seeds,
            Recipe recipe) {
        List<ExperimentSpec> specs = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (long seed : seeds) {
            for (Backbone backbone : backbones) {
                for (StrategyChoice strategy : inOrder(strategies)) {
                    ExperimentSpec spec =
                            new ExperimentSpec(name, strategy, backbone, seed, recipe);
                    if (!ids.add(spec.id())) {
                        throw new BadInputException(
                                "study '" + name + "' lists the run " + spec.id() + " twice");
                    }
                    specs.add(spec);
                }
            }
        }
        return specs;
    }

    private static List<StrategyChoice> inOrder(List<StrategyChoice> strategies) {
        return strategies.stream()
                .sorted(Comparator.comparing(strategy -> !strategy.trained()))
                .toList();
    }

    /** A mean of means would be one with other weights, and would have to wait twice. */
    private static void refuseMeansOfNothing(String name, List<StrategyChoice> strategies) {
        List<String> trained =
                strategies.stream()
                        .filter(StrategyChoice::trained)
                        .map(StrategyChoice::slug)
                        .toList();
        for (StrategyChoice strategy : strategies) {
            for (String row : strategy.interpolated().map(Interpolated::rows).orElse(List.of())) {
                if (!trained.contains(row)) {
                    throw new BadInputException(
                            "in study '%s' %s is a mean of '%s', but no strategy that it trains is called so; it trains %s"
                                    .formatted(name, strategy.slug(), row, trained));
                }
            }
        }
    }

    static void checkName(String name) {
        if (name == null || !name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new BadInputException(
                    "study name '"
                            + name
                            + "' must be made of letters, digits, dots, hyphens and underscores,"
                            + " because it names a folder");
        }
    }

    private static <T> List<T> some(List<T> list, String what) {
        if (list == null || list.isEmpty()) {
            throw new BadInputException("a study names at least one of its " + what);
        }
        return Complete.list(list, what);
    }
}
