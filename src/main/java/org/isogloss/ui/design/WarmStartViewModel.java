package org.isogloss.ui.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.isogloss.base.Setting;
import org.isogloss.batch.BatchSettings;
import org.isogloss.experiment.Batches;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.TrainingSet;
import org.isogloss.experiment.WarmStart;
import org.isogloss.experiment.preset.SettingGroup;
import org.isogloss.ui.words.Words;

/**
 * The draft's warm start: switched on and off, and edited. A text is taken only while it is right;
 * what is wrong with it is answered, or nothing. The fields that a warm start has and the form does
 * not stay as they are.
 */
final class WarmStartViewModel {
    private static final Words WORDS = Words.of(WarmStartViewModel.class);

    /** What the ready-made studies start from. */
    private static final String USUAL_STRATEGY = "cross-lingual";

    private static final Set<String> OF_BATCHES =
            Set.of(BatchSettings.BATCH_SIZE.id(), BatchSettings.DATASET_TEMPERATURE.id());

    /** Of no use without validation data, which a warm start made here has none of. */
    private static final Set<String> OF_VALIDATION = Set.of("validateEvery", "patience");

    private final DesignViewModel model;

    WarmStartViewModel(DesignViewModel model) {
        this.model = model;
    }

    /** The warm start as it is now; empty if it is off. */
    Optional<WarmStart> start() {
        return Optional.ofNullable(draft().warmStart());
    }

    /** Why it cannot be switched on; empty if it can, or is on. */
    String obstacle() {
        if (start().isPresent()) {
            return "";
        }
        if (draft().backbones().stream().allMatch(one -> one.scratch() == null)) {
            return WORDS.text("warmStart.noNewBackbone");
        }
        return draft().data().training().isEmpty() ? WORDS.text("warmStart.noTraining") : "";
    }

    /** Begins with the study's own training sets and settings, in cross-lingual batches. */
    void switchOn() {
        if (start().isEmpty() && obstacle().isEmpty()) {
            StrategyChoice strategy = DesignViewModel.standard(USUAL_STRATEGY);
            model.change(draft().withWarmStart(new WarmStart(strategy, 1, likeTheStudy())));
        }
    }

    void switchOff() {
        model.change(draft().withWarmStart(null));
    }

    /** Takes another strategy, with its standard values. */
    void choose(String strategy) {
        if (!now().strategy().id().equals(strategy)) {
            change(now().withStrategy(DesignViewModel.standard(strategy)), "");
        }
    }

    /** A parameter of its strategy. */
    double parameter(Setting setting) {
        return now().strategy().parameters().getOrDefault(setting.id(), setting.standard());
    }

    /** Gives its strategy another value. */
    String tune(Setting setting, String text) {
        OptionalDouble value = NumberText.read(text);
        if (value.isEmpty() || setting.problem(value.getAsDouble()).isPresent()) {
            return WORDS.text(
                    "warmStart.range",
                    NumberText.shown(setting.minimum()),
                    NumberText.shown(setting.maximum()));
        }
        Map<String, Double> parameters = new TreeMap<>(now().strategy().parameters());
        parameters.put(setting.id(), value.getAsDouble());
        change(
                now().withStrategy(new StrategyChoice(now().strategy().id(), parameters)),
                "tune " + setting.id());
        return "";
    }

    /** Takes another seed. */
    String seed(String text) {
        try {
            change(now().withSeed(Long.parseLong(text)), "seed");
            return "";
        } catch (NumberFormatException notWhole) {
            return WORDS.text("warmStart.seed.flaw");
        }
    }

    /** The value of a setting of its batches or its training loop. */
    double value(Setting setting) {
        Recipe recipe = now().recipe();
        if (setting.equals(BatchSettings.BATCH_SIZE)) {
            return recipe.batches().size();
        }
        return setting.equals(BatchSettings.DATASET_TEMPERATURE)
                ? recipe.batches().datasetTemperature()
                : recipe.optimisation().getOrDefault(setting.id(), setting.standard());
    }

    /** Gives a setting another value. */
    String set(Setting setting, String text) {
        OptionalDouble number = NumberText.read(text);
        if (number.isEmpty()) {
            return WORDS.text("warmStart.noNumber");
        }
        double value = number.getAsDouble();
        String problem = SettingGroup.problem(setting, value).orElse("");
        if (problem.isEmpty()) {
            changeRecipe(with(now().recipe(), setting, value), "set " + setting.id());
        }
        return problem;
    }

    private static Recipe with(Recipe recipe, Setting setting, double value) {
        Batches now = recipe.batches();
        if (setting.equals(BatchSettings.BATCH_SIZE)) {
            return recipe.withBatches(
                    new Batches(
                            (int) value,
                            now.datasetTemperature(),
                            now.languagesBySize(),
                            now.pairs()));
        }
        if (setting.equals(BatchSettings.DATASET_TEMPERATURE)) {
            return recipe.withBatches(
                    new Batches(now.size(), value, now.languagesBySize(), now.pairs()));
        }
        Map<String, Double> others = new TreeMap<>(recipe.optimisation());
        others.put(setting.id(), value);
        return recipe.withOptimisation(others);
    }

    /** Gives a setting of the training loop its standard value again. */
    void reset(Setting setting) {
        Map<String, Double> others = new TreeMap<>(now().recipe().optimisation());
        others.remove(setting.id());
        changeRecipe(now().recipe().withOptimisation(others), "");
    }

    /** The settings of the training loop that it names; others have their standard value. */
    List<Setting> named() {
        Set<String> ids = now().recipe().optimisation().keySet();
        return SettingGroup.all().stream()
                .flatMap(group -> group.settings().stream())
                .filter(setting -> ids.contains(setting.id()))
                .toList();
    }

    /** Trains on more data; what it is trained on already is left out. */
    void add(List<DataSource> sources) {
        List<TrainingSet> sets = new ArrayList<>(now().recipe().training());
        for (DataSource source : sources) {
            if (sets.stream().noneMatch(set -> set.source().equals(source))) {
                sets.add(new TrainingSet(source.path(), false, source.read()));
            }
        }
        changeSets(sets, "");
    }

    /** Trains on a set no more; the last one stays. */
    void remove(int place) {
        if (now().recipe().training().size() > 1) {
            changeSets(Lists.without(now().recipe().training(), place), "");
        }
    }

    /** Trains on a set's sentences and their translations, or on its questions and answers. */
    void translate(int place, boolean translations) {
        TrainingSet set = now().recipe().training().get(place);
        change(place, new TrainingSet(set.path(), translations, set.weight(), set.read()), "");
    }

    /** Draws batches from a set more or less often. */
    String weigh(int place, String text) {
        double weight = NumberText.read(text).orElse(0);
        if (weight <= 0) {
            return WORDS.text("warmStart.weight.flaw");
        }
        TrainingSet set = now().recipe().training().get(place);
        change(
                place,
                new TrainingSet(set.path(), set.translations(), weight, set.read()),
                "weigh " + place);
        return "";
    }

    private Recipe likeTheStudy() {
        DraftData data = draft().data();
        Map<String, Double> optimisation = new TreeMap<>();
        for (SettingGroup group : SettingGroup.all()) {
            for (Setting setting : group.settings()) {
                boolean named = draft().settings().containsKey(setting.id());
                // new weights all have to learn
                if (named && group.kind() != SettingGroup.Kind.FINE_TUNING) {
                    optimisation.put(setting.id(), usable(setting));
                }
            }
        }
        optimisation.keySet().removeAll(OF_BATCHES);
        optimisation.keySet().removeAll(OF_VALIDATION);
        return new Recipe(
                data.training(),
                List.of(),
                // compared with what is trained on, where overlap is left out
                data.excludeOverlap() ? data.evaluation() : List.of(),
                new Batches(
                        (int) usable(BatchSettings.BATCH_SIZE),
                        usable(BatchSettings.DATASET_TEMPERATURE),
                        data.languagesBySize(),
                        data.pairs()),
                optimisation,
                draft().encoding(),
                data.excludeOverlap(),
                data.languages());
    }

    private double usable(Setting setting) {
        double value = draft().value(setting);
        return SettingGroup.problem(setting, value).isEmpty() ? value : setting.standard();
    }

    private StudyDraft draft() {
        return model.draft().get();
    }

    private WarmStart now() {
        return start().orElseThrow();
    }

    private void change(int place, TrainingSet other, String gesture) {
        changeSets(Lists.with(now().recipe().training(), place, other), gesture);
    }

    private void changeSets(List<TrainingSet> sets, String gesture) {
        changeRecipe(now().recipe().withTraining(sets), gesture);
    }

    private void changeRecipe(Recipe recipe, String gesture) {
        change(now().withRecipe(recipe), gesture);
    }

    private void change(WarmStart other, String gesture) {
        String whole = gesture.isEmpty() ? "" : "warm start: " + gesture;
        model.change(draft().withWarmStart(other), whole);
    }
}
