package org.isogloss.ui.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Setting;
import org.isogloss.batch.BatchSettings;
import org.isogloss.batch.BatchStrategies;
import org.isogloss.batch.BatchStrategy;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.Batches;
import org.isogloss.experiment.Encoding;
import org.isogloss.experiment.Halving;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.Study;
import org.isogloss.experiment.WarmStart;

/**
 * A study that is being designed: unlike a {@link Study} it may be incomplete or wrong, and keeps
 * numbers as they were typed. A draft made of a study makes the very same study.
 *
 * @param seeds numbers, separated by commas
 * @param settings what was typed for batch size, data set temperature and the training loop, by id;
 *     an absent one takes its standard value
 * @param warmStart what backbones from scratch go through once before; null for nothing
 * @param halving how strategies that do worse are left behind; null to train all to their end
 */
record StudyDraft(
        String name,
        String title,
        List<StrategyChoice> strategies,
        List<Backbone> backbones,
        String seeds,
        DraftData data,
        Map<String, String> settings,
        Encoding encoding,
        WarmStart warmStart,
        Halving halving) {
    /** Before anything is chosen. */
    static final StudyDraft EMPTY =
            new StudyDraft(
                    "my-study",
                    "My study",
                    List.of(
                            StrategyChoice.of("monolingual"),
                            StrategyChoice.of("cross-lingual"),
                            new StrategyChoice("hybrid", Map.of("alpha", .5))),
                    List.of(),
                    "1",
                    DraftData.NONE,
                    Map.of(),
                    Encoding.STANDARD,
                    null,
                    null);

    StudyDraft {
        strategies = List.copyOf(strategies);
        backbones = List.copyOf(backbones);
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** A draft that makes a study again. */
    static StudyDraft of(Study study) {
        Recipe recipe = study.recipe();
        Map<String, String> settings = new TreeMap<>();
        settings.put(BatchSettings.BATCH_SIZE.id(), NumberText.of(recipe.batches().size()));
        settings.put(
                BatchSettings.DATASET_TEMPERATURE.id(),
                NumberText.of(recipe.batches().datasetTemperature()));
        recipe.optimisation().forEach((id, value) -> settings.put(id, NumberText.of(value)));
        return new StudyDraft(
                study.name(),
                study.title(),
                study.strategies(),
                study.backbones(),
                study.seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                DraftData.of(recipe),
                settings,
                recipe.encoding(),
                study.warmStart(),
                study.halving());
    }

    /**
     * The study.
     *
     * @throws BadInputException naming what is missing or wrong
     */
    Study study() {
        Map<String, Double> optimisation = new TreeMap<>();
        settings.forEach((id, text) -> optimisation.put(id, number(id, text)));
        optimisation.remove(BatchSettings.BATCH_SIZE.id());
        optimisation.remove(BatchSettings.DATASET_TEMPERATURE.id());
        return new Study(
                name,
                title.isBlank() ? null : title,
                strategies,
                backbones,
                seedNumbers(),
                new Recipe(
                        data.training(),
                        data.validation(),
                        data.evaluation(),
                        batches(),
                        optimisation,
                        encoding,
                        data.excludeOverlap(),
                        data.languages()),
                warmStart,
                halving);
    }

    /**
     * How batches are filled.
     *
     * @throws BadInputException if a number is none
     */
    Batches batches() {
        double size = number(BatchSettings.BATCH_SIZE);
        if (size != Math.rint(size)) {
            throw new BadInputException("batch size " + size + " is not a whole number");
        }
        return new Batches(
                (int) size,
                number(BatchSettings.DATASET_TEMPERATURE),
                data.languagesBySize(),
                data.pairs());
    }

    /**
     * The seeds as numbers.
     *
     * @throws BadInputException if one is none
     */
    List<Long> seedNumbers() {
        return Arrays.stream(seeds.strip().split("[,;\\s]+", -1))
                .filter(seed -> !seed.isEmpty())
                .map(StudyDraft::seed)
                .toList();
    }

    /** What was typed for a setting, or its standard value. */
    String text(Setting setting) {
        return settings.getOrDefault(setting.id(), NumberText.of(setting.standard()));
    }

    /** The value of a setting; its standard where nothing readable was typed. */
    double value(Setting setting) {
        return NumberText.read(text(setting)).orElse(setting.standard());
    }

    StudyDraft withName(String other) {
        return new StudyDraft(
                other,
                title,
                strategies,
                backbones,
                seeds,
                data,
                settings,
                encoding,
                warmStart,
                halving);
    }

    StudyDraft withTitle(String other) {
        return new StudyDraft(
                name,
                other,
                strategies,
                backbones,
                seeds,
                data,
                settings,
                encoding,
                warmStart,
                halving);
    }

    StudyDraft withStrategies(List<StrategyChoice> others) {
        return new StudyDraft(
                name, title, others, backbones, seeds, data, settings, encoding, warmStart,
                halving);
    }

    StudyDraft withBackbones(List<Backbone> others) {
        return new StudyDraft(
                name,
                title,
                strategies,
                others,
                seeds,
                data,
                settings,
                encoding,
                warmStart,
                halving);
    }

    StudyDraft withSeeds(String others) {
        return new StudyDraft(
                name,
                title,
                strategies,
                backbones,
                others,
                data,
                settings,
                encoding,
                warmStart,
                halving);
    }

    StudyDraft withData(DraftData other) {
        return new StudyDraft(
                name,
                title,
                strategies,
                backbones,
                seeds,
                other,
                settings,
                encoding,
                warmStart,
                halving);
    }

    /** The same with another text for a setting; an empty one for its standard value. */
    StudyDraft withSetting(String id, String text) {
        Map<String, String> others = new TreeMap<>(settings);
        if (text.isBlank()) {
            others.remove(id);
        } else {
            others.put(id, text.strip());
        }
        return withSettings(others);
    }

    StudyDraft withSettings(Map<String, String> others) {
        return new StudyDraft(
                name,
                title,
                strategies,
                backbones,
                seeds,
                data,
                others,
                encoding,
                warmStart,
                halving);
    }

    StudyDraft withEncoding(Encoding other) {
        return new StudyDraft(
                name,
                title,
                strategies,
                backbones,
                seeds,
                data,
                settings,
                other,
                warmStart,
                halving);
    }

    /** The same with backbones from scratch trained before, or, with null, not. */
    StudyDraft withWarmStart(WarmStart other) {
        return new StudyDraft(
                name,
                title,
                strategies,
                backbones,
                seeds,
                data,
                settings,
                encoding,
                other,
                halving);
    }

    /** The same leaving strategies behind, or, with null, training all to their end. */
    StudyDraft withHalving(Halving other) {
        return new StudyDraft(
                name,
                title,
                strategies,
                backbones,
                seeds,
                data,
                settings,
                encoding,
                warmStart,
                other);
    }

    /** The rows of the study with one strategy. */
    List<StrategyChoice> choices(String strategy) {
        return strategies.stream().filter(choice -> choice.id().equals(strategy)).toList();
    }

    /** The same with one row more, in its place among the strategies; means of models come last. */
    StudyDraft plus(StrategyChoice choice) {
        List<String> order = BatchStrategies.all().stream().map(BatchStrategy::id).toList();
        List<StrategyChoice> rows = new ArrayList<>(strategies);
        rows.add(choice);
        rows.sort(
                Comparator.comparing((StrategyChoice row) -> !row.trained())
                        .thenComparing(row -> order.indexOf(row.id()))
                        .thenComparing(StrategyChoice::slug));
        return withStrategies(rows);
    }

    private double number(Setting setting) {
        return number(setting.id(), text(setting));
    }

    private static double number(String id, String text) {
        OptionalDouble number = NumberText.read(text);
        return number.orElseThrow(
                () -> new BadInputException(id + " is '" + text + "', which is no number"));
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BadInputException("seed '" + text + "' is no whole number", e);
        }
    }
}
