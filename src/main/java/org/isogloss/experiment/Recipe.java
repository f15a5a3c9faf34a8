package org.isogloss.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.ParallelCorpus;

/**
 * What all runs of a study have in common.
 *
 * @param training data sets to train on
 * @param validation data sets for the validation loss; empty for none
 * @param evaluation test collections to score the trained model on
 * @param batches how batches are filled
 * @param optimisation settings of the training loop by id; absent ones take their standard value
 * @param encoding how texts become vectors
 * @param excludeOverlap true to leave those items out of training that overlap with a test
 *     collection; null for false, as in recipes that do not name it
 * @param languages those trained and validated in, whatever the data sets have; empty for all
 */
public record Recipe(
        List<TrainingSet> training,
        List<DataSource> validation,
        List<DataSource> evaluation,
        Batches batches,
        Map<String, Double> optimisation,
        Encoding encoding,
        Boolean excludeOverlap,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Lang> languages) {
    public Recipe {
        if (training == null || training.isEmpty()) {
            throw new BadInputException("a recipe names at least one data set to train on");
        }
        if (batches == null) {
            throw new BadInputException(
                    "a recipe says how batches are filled: \"batches\": {\"size\": 64, …}");
        }
        training = Complete.list(training, "data sets to train on");
        validation = Complete.list(validation, "data sets for validation");
        evaluation = Complete.list(evaluation, "test collections");
        optimisation = Complete.numbers(optimisation);
        encoding = encoding == null ? Encoding.STANDARD : encoding;
        excludeOverlap = excludeOverlap != null && excludeOverlap;
        languages = Complete.list(languages, "languages");
        refuseHomonyms(evaluation);
    }

    /** A recipe that trains on all of its data, in all their languages. */
    public Recipe(
            List<TrainingSet> training,
            List<DataSource> validation,
            List<DataSource> evaluation,
            Batches batches,
            Map<String, Double> optimisation,
            Encoding encoding) {
        this(training, validation, evaluation, batches, optimisation, encoding, false, List.of());
    }

    /** Results are filed under a collection's name, so that two of one name would be mixed up. */
    private static void refuseHomonyms(List<DataSource> evaluation) {
        Set<String> names = new HashSet<>();
        for (DataSource source : evaluation) {
            if (!names.add(source.name())) {
                throw new BadInputException(
                        "two test collections are called '"
                                + source.name()
                                + "'; rename one of them, or say \"name\" beside its path");
            }
        }
    }

    /** The recipe that leaves out of training what overlaps with a test collection. */
    Recipe withoutOverlap() {
        return new Recipe(
                training, validation, evaluation, batches, optimisation, encoding, true, languages);
    }

    /**
     * What is trained or validated on of a data set: its items in the languages of the recipe.
     *
     * @throws BadInputException if nothing is left of it
     */
    public ParallelCorpus chosen(ParallelCorpus corpus) {
        if (languages.isEmpty()) {
            return corpus;
        }
        ParallelCorpus chosen = corpus.in(Set.copyOf(languages));
        if (chosen.items().isEmpty()) {
            throw new BadInputException(
                    "the data set '%s' has nothing in the languages chosen, %s; leave it out or add a language it has, %s"
                            .formatted(corpus.name(), languages, corpus.languages()));
        }
        return chosen;
    }

    /** The recipe with the training data that a backbone has of its own. */
    public Recipe dataFor(Backbone backbone) {
        return backbone.training().isEmpty() ? this : withTraining(backbone.training());
    }

    /** The recipe with the settings that a backbone has of its own. */
    public Recipe tunedFor(Backbone backbone) {
        if (backbone.settings().isEmpty()) {
            return this;
        }
        Map<String, Double> tuned = new TreeMap<>(optimisation);
        tuned.putAll(backbone.settings());
        return withOptimisation(tuned);
    }

    /** The same on other data sets. */
    public Recipe withTraining(List<TrainingSet> others) {
        return new Recipe(
                others,
                validation,
                evaluation,
                batches,
                optimisation,
                encoding,
                excludeOverlap,
                languages);
    }

    /** The same with batches filled otherwise. */
    public Recipe withBatches(Batches others) {
        return new Recipe(
                training,
                validation,
                evaluation,
                others,
                optimisation,
                encoding,
                excludeOverlap,
                languages);
    }

    /** The same with other settings of the training loop. */
    public Recipe withOptimisation(Map<String, Double> others) {
        return new Recipe(
                training,
                validation,
                evaluation,
                batches,
                others,
                encoding,
                excludeOverlap,
                languages);
    }

    Recipe resolvedAgainst(Path folder) {
        return withPaths(path -> folder.resolve(path).normalize().toString());
    }

    /** The recipe with other paths. */
    Recipe withPaths(UnaryOperator<String> path) {
        return new Recipe(
                training.stream().map(set -> set.at(path)).toList(),
                validation.stream().map(source -> source.at(path)).toList(),
                evaluation.stream().map(source -> source.at(path)).toList(),
                batches,
                optimisation,
                encoding,
                excludeOverlap,
                languages);
    }
}
