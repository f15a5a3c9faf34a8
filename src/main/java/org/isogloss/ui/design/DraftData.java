package org.isogloss.ui.design;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.isogloss.batch.PairWeights;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.catalogue.Role;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.TrainingSet;

/**
 * The data of a study that is being designed.
 *
 * @param training data sets to train on; may still be none
 * @param validation data sets for the validation loss
 * @param evaluation test collections
 * @param languages those trained in; empty for all there are
 * @param languagesBySize true to draw languages by their number of items
 * @param pairs how many times as often pairs of languages come
 * @param excludeOverlap true to leave out of training what overlaps with a test collection
 */
record DraftData(
        List<TrainingSet> training,
        List<DataSource> validation,
        List<DataSource> evaluation,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Lang> languages,
        boolean languagesBySize,
        PairWeights pairs,
        boolean excludeOverlap) {
    /** No data. */
    static final DraftData NONE =
            new DraftData(
                    List.of(), List.of(), List.of(), List.of(), false, PairWeights.NONE, false);

    DraftData {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
        evaluation = List.copyOf(evaluation);
        languages = languages == null ? List.of() : List.copyOf(languages);
        pairs = pairs == null ? PairWeights.NONE : pairs;
    }

    /** The data of a recipe. */
    static DraftData of(Recipe recipe) {
        return new DraftData(
                recipe.training(),
                recipe.validation(),
                recipe.evaluation(),
                recipe.languages(),
                recipe.batches().languagesBySize(),
                recipe.batches().pairs(),
                recipe.excludeOverlap());
    }

    /** The sets used for something, as they are named in a recipe. */
    List<DataSource> sources(Role role) {
        return switch (role) {
            case TRAINING -> training.stream().map(TrainingSet::source).toList();
            case VALIDATION -> validation;
            case EVALUATION -> evaluation;
        };
    }

    /** The same with one set more, unless it is there already. */
    DraftData with(Role role, DataSource source) {
        if (sources(role).contains(source)) {
            return this;
        }
        return switch (role) {
            case TRAINING ->
                    withTraining(
                            Lists.and(
                                    training,
                                    new TrainingSet(source.path(), false, source.read())));
            case VALIDATION -> withSources(Lists.and(validation, source), evaluation);
            case EVALUATION -> withSources(validation, Lists.and(evaluation, source));
        };
    }

    /** The same without a set. */
    DraftData without(Role role, int place) {
        return switch (role) {
            case TRAINING -> withTraining(Lists.without(training, place));
            case VALIDATION -> withSources(Lists.without(validation, place), evaluation);
            case EVALUATION -> withSources(validation, Lists.without(evaluation, place));
        };
    }

    DraftData withTraining(List<TrainingSet> sets) {
        return new DraftData(
                sets, validation, evaluation, languages, languagesBySize, pairs, excludeOverlap);
    }

    private DraftData withSources(List<DataSource> validating, List<DataSource> evaluating) {
        return new DraftData(
                training,
                validating,
                evaluating,
                languages,
                languagesBySize,
                pairs,
                excludeOverlap);
    }

    DraftData withLanguages(List<Lang> chosen) {
        return new DraftData(
                training, validation, evaluation, chosen, languagesBySize, pairs, excludeOverlap);
    }

    DraftData withLanguagesBySize(boolean bySize) {
        return new DraftData(
                training, validation, evaluation, languages, bySize, pairs, excludeOverlap);
    }

    DraftData withPairs(PairWeights weights) {
        return new DraftData(
                training,
                validation,
                evaluation,
                languages,
                languagesBySize,
                weights,
                excludeOverlap);
    }

    DraftData withExcludeOverlap(boolean exclude) {
        return new DraftData(
                training, validation, evaluation, languages, languagesBySize, pairs, exclude);
    }
}
