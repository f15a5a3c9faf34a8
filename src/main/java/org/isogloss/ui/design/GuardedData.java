package org.isogloss.ui.design;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.isogloss.corpus.Lang;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.TrainingSet;

/**
 * What of a draft the guard's verdict rests on: all that any of its models learns from, and what
 * they are scored on.
 *
 * @param learnt the study's own data, with those that only some backbones are trained on; then
 *     those of the warm start, if there is one
 * @param models directories that backbones are read from
 * @param evaluation test collections
 */
record GuardedData(List<Learnt> learnt, List<Path> models, List<DataSource> evaluation) {
    GuardedData {
        learnt = List.copyOf(learnt);
        models = List.copyOf(models);
        evaluation = List.copyOf(evaluation);
    }

    /**
     * Data that a model learns from at one time.
     *
     * @param training sets to train on, each once and without a weight
     * @param validation sets that choose the checkpoint
     * @param languages those of them that are trained in; empty for all
     */
    record Learnt(List<TrainingSet> training, List<DataSource> validation, List<Lang> languages) {
        Learnt {
            training =
                    training.stream()
                            .map(set -> new TrainingSet(set.path(), set.translations(), set.read()))
                            .distinct()
                            .toList();
            validation = List.copyOf(validation);
            languages = List.copyOf(languages);
        }

        static Learnt of(DraftData data, List<Backbone> backbones) {
            return new Learnt(
                    Stream.concat(
                                    data.training().stream(),
                                    backbones.stream().flatMap(one -> one.training().stream()))
                            .toList(),
                    data.validation(),
                    data.languages());
        }

        Stream<DataSource> sources() {
            return Stream.concat(training.stream().map(TrainingSet::source), validation.stream());
        }
    }

    static GuardedData of(StudyDraft draft) {
        Learnt own = Learnt.of(draft.data(), draft.backbones());
        List<Path> models =
                draft.backbones().stream()
                        .map(Backbone::directory)
                        .flatMap(Optional::stream)
                        .toList();
        return new GuardedData(
                Optional.ofNullable(draft.warmStart())
                        .map(start -> Learnt.of(DraftData.of(start.recipe()), List.of()))
                        .map(start -> List.of(own, start))
                        .orElse(List.of(own)),
                models,
                draft.data().evaluation());
    }

    /** The files and folders of all data. */
    List<Path> files() {
        return Stream.concat(learnt.stream().flatMap(Learnt::sources), evaluation.stream())
                .map(source -> Path.of(source.path()))
                .toList();
    }
}
