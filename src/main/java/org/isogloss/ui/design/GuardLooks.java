package org.isogloss.ui.design;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.corpus.overlap.OverlapCheck;
import org.isogloss.corpus.overlap.OverlapVerdict;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.TrainingSet;

/**
 * Has the guard compare the data of drafts, each once, as every run will; data too large to be
 * compared in passing are left to the place Data. Asked off the window's thread.
 */
final class GuardLooks {
    private static final long MOST_BYTES = 20_000_000;

    private final Catalogue catalogue;
    private final Map<Compared, List<OverlapVerdict>> known = new HashMap<>();

    GuardLooks(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What of a draft's data a verdict rests on; the model sees validation data too. */
    private record Compared(
            List<DataSource> training,
            List<DataSource> validation,
            List<DataSource> evaluation,
            List<Lang> languages,
            List<Long> changed) {
        static Compared of(DraftData data) {
            List<DataSource> training = data.training().stream().map(TrainingSet::source).toList();
            List<Long> changed =
                    files(training, data.validation(), data.evaluation()).stream()
                            .map(file -> file.toFile().lastModified())
                            .toList();
            return new Compared(
                    training, data.validation(), data.evaluation(), data.languages(), changed);
        }

        List<Path> files() {
            return files(training, validation, evaluation);
        }

        private static List<Path> files(
                List<DataSource> training,
                List<DataSource> validation,
                List<DataSource> evaluation) {
            return Stream.of(training, validation, evaluation)
                    .flatMap(List::stream)
                    .map(source -> Path.of(source.path()))
                    .toList();
        }
    }

    synchronized GuardLook at(DraftData data) {
        Compared compared = Compared.of(data);
        if (!known.containsKey(compared)) {
            known.put(compared, small(compared) ? verdicts(data) : List.of());
        }
        return new GuardLook(data, known.get(compared));
    }

    private List<OverlapVerdict> verdicts(DraftData data) {
        PoolPlace place = catalogue.place(Progress.NONE, Cancellation.NEVER);
        Set<Lang> languages = Set.copyOf(data.languages());
        try {
            List<ParallelCorpus> seen = new ArrayList<>();
            for (TrainingSet set : data.training()) {
                seen.add(chosen(set.items(place), languages));
            }
            for (DataSource source : data.validation()) {
                seen.add(chosen(source.dataset(place).itemsToTrainOn(), languages));
            }
            List<TestCollection> evaluation =
                    data.evaluation().stream()
                            .map(source -> source.dataset(place).collectionToScoreOn())
                            .toList();
            return new OverlapCheck()
                    .between(seen, evaluation, Progress.NONE, Cancellation.NEVER)
                    .verdicts();
        } catch (BadInputException unreadable) {
            // said beside the set, or with file and line when the study is started
            return List.of();
        }
    }

    private static ParallelCorpus chosen(ParallelCorpus corpus, Set<Lang> languages) {
        return languages.isEmpty() ? corpus : corpus.in(languages);
    }

    private static boolean small(Compared compared) {
        List<Path> files = compared.files();
        return !compared.training().isEmpty()
                && !compared.evaluation().isEmpty()
                && files.stream().allMatch(Files::exists)
                && files.stream().mapToLong(GuardLooks::bytes).sum() <= MOST_BYTES;
    }

    private static long bytes(Path fileOrFolder) {
        try (Stream<Path> all = Files.walk(fileOrFolder)) {
            return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + fileOrFolder, e);
        }
    }
}
