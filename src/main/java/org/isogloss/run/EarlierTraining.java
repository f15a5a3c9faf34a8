package org.isogloss.run;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Fingerprint;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.TrainingSet;

/**
 * What a backbone learnt from in runs of this program before, its warm start above all: for the
 * zero-shot guard these data are trained on as well. What it learnt elsewhere is not known.
 *
 * @param runs those whose models lead to the backbone, the last first; empty for any other model
 */
public record EarlierTraining(List<RunFolder> runs) {
    public EarlierTraining {
        runs = List.copyOf(runs);
    }

    /** The runs that lead to a backbone, which is read from the model of the last of them. */
    public static EarlierTraining of(Backbone backbone) {
        List<RunFolder> runs = new ArrayList<>();
        Optional<RunFolder> run = maker(backbone);
        while (run.isPresent() && !runs.contains(run.get())) {
            runs.add(run.get());
            run = maker(run.get().frozen().spec().backbone());
        }
        return new EarlierTraining(runs);
    }

    private static Optional<RunFolder> maker(Backbone backbone) {
        return backbone.directory()
                .map(model -> model.toAbsolutePath().normalize())
                .filter(model -> model.getParent() != null)
                .filter(model -> RunFolder.isOne(model.getParent()))
                .filter(model -> new RunFolder(model.getParent()).model().equals(model))
                .map(model -> new RunFolder(model.getParent()));
    }

    /** Where the data of all runs lie, or lay. */
    public List<Path> data() {
        return runs.stream()
                .map(run -> run.frozen().spec().recipe())
                .flatMap(
                        recipe ->
                                Stream.concat(
                                        recipe.training().stream().map(TrainingSet::path),
                                        recipe.validation().stream().map(DataSource::path)))
                .map(Path::of)
                .toList();
    }

    /**
     * Data that can be compared with test collections, and the names of those that cannot because
     * they are gone, have changed or cannot be read.
     *
     * @param training what was trained on, without what was left out
     * @param validation what chose the checkpoints
     * @param lost names of sets that were trained on or chose, and cannot be compared
     */
    public record Texts(
            List<ParallelCorpus> training, List<ParallelCorpus> validation, List<String> lost) {
        /** Of a model that no run of this program made. */
        static final Texts NONE = new Texts(List.of(), List.of(), List.of());

        public Texts {
            training = List.copyOf(training);
            validation = List.copyOf(validation);
            lost = List.copyOf(lost);
        }
    }

    /**
     * Reads the data of all runs.
     *
     * @param place where corpora too large for memory are indexed
     */
    public Texts texts(PoolPlace place) {
        Reading reading = new Reading(place);
        runs.forEach(reading::of);
        return new Texts(reading.training, reading.validation, reading.lost);
    }

    /** Reads the data of one run after another. */
    private static final class Reading {
        private final PoolPlace place;
        private final List<ParallelCorpus> training = new ArrayList<>();
        private final List<ParallelCorpus> validation = new ArrayList<>();
        private final List<String> lost = new ArrayList<>();

        Reading(PoolPlace place) {
            this.place = place;
        }

        void of(RunFolder run) {
            FrozenSpec frozen = run.frozen();
            Recipe recipe = frozen.spec().recipe();
            Optional<ZeroShot> guard = run.zeroShot();
            for (int i = 0; i < recipe.training().size(); i++) {
                TrainingSet set = recipe.training().get(i);
                int at = i;
                read(frozen, set.path(), () -> recipe.chosen(set.items(place)))
                        .map(all -> guard.map(found -> found.kept(at, all)).orElse(all))
                        .ifPresent(training::add);
            }
            for (DataSource source : recipe.validation()) {
                read(
                                frozen,
                                source.path(),
                                () -> recipe.chosen(source.dataset(place).itemsToTrainOn()))
                        .ifPresent(validation::add);
            }
        }

        private Optional<ParallelCorpus> read(
                FrozenSpec frozen, String path, Supplier<ParallelCorpus> reader) {
            Path data = Path.of(path);
            try {
                if (Files.exists(data) && Fingerprint.of(data).equals(frozen.sha256().get(path))) {
                    return Optional.of(reader.get());
                }
            } catch (BadInputException | UncheckedIOException unreadable) {
                // named below: a verdict without these data says so
            }
            lost.add(data.getFileName().toString());
            return Optional.empty();
        }
    }
}
