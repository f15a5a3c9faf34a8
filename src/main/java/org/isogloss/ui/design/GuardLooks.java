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
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.TrainingSet;
import org.isogloss.run.EarlierTraining;

/**
 * Has the guard compare the data of drafts, each once, as every run will: with what backbones learn
 * in a warm start or learnt in earlier runs. Data too large to be compared in passing are left to
 * the place Data. Asked off the window's thread.
 */
final class GuardLooks {
    private static final long MOST_BYTES = 20_000_000;

    private final Catalogue catalogue;
    private final Map<Compared, List<OverlapVerdict>> known = new HashMap<>();

    GuardLooks(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Data, as they were when their files had last changed. */
    private record Compared(GuardedData data, List<EarlierTraining> before, List<Long> changed) {
        static Compared of(GuardedData data) {
            return new Compared(
                    data,
                    data.models().stream()
                            .map(model -> EarlierTraining.of(Backbone.at("model", model)))
                            .toList(),
                    data.files().stream().map(file -> file.toFile().lastModified()).toList());
        }

        long bytes() {
            return Stream.concat(
                            data.files().stream(),
                            before.stream().flatMap(earlier -> earlier.data().stream()))
                    .filter(Files::exists)
                    .mapToLong(GuardLooks::bytes)
                    .sum();
        }
    }

    synchronized GuardLook at(GuardedData data) {
        try {
            Compared compared = Compared.of(data);
            if (!known.containsKey(compared)) {
                known.put(compared, small(compared) ? verdicts(compared) : List.of());
            }
            return new GuardLook(data, known.get(compared));
        } catch (BadInputException unreadable) {
            // said beside the set, or with file and line when the study is started
            return new GuardLook(data, List.of());
        }
    }

    private List<OverlapVerdict> verdicts(Compared compared) {
        PoolPlace place = catalogue.place(Progress.NONE, Cancellation.NEVER);
        List<ParallelCorpus> seen = new ArrayList<>();
        for (GuardedData.Learnt learnt : compared.data().learnt()) {
            Set<Lang> languages = Set.copyOf(learnt.languages());
            for (TrainingSet set : learnt.training()) {
                seen.add(chosen(set.items(place), languages));
            }
            for (DataSource source : learnt.validation()) {
                seen.add(chosen(source.dataset(place).itemsToTrainOn(), languages));
            }
        }
        for (EarlierTraining before : compared.before()) {
            EarlierTraining.Texts texts = before.texts(place);
            seen.addAll(texts.training());
            seen.addAll(texts.validation());
        }
        List<TestCollection> evaluation =
                compared.data().evaluation().stream()
                        .map(source -> source.dataset(place).collectionToScoreOn())
                        .toList();
        return new OverlapCheck()
                .between(seen, evaluation, Progress.NONE, Cancellation.NEVER)
                .verdicts();
    }

    private static ParallelCorpus chosen(ParallelCorpus corpus, Set<Lang> languages) {
        return languages.isEmpty() ? corpus : corpus.in(languages);
    }

    private static boolean small(Compared compared) {
        GuardedData data = compared.data();
        return !data.learnt().get(0).training().isEmpty()
                && !data.evaluation().isEmpty()
                && data.files().stream().allMatch(Files::exists)
                && compared.bytes() <= MOST_BYTES;
    }

    private static long bytes(Path fileOrFolder) {
        try (Stream<Path> all = Files.walk(fileOrFolder)) {
            return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + fileOrFolder, e);
        }
    }
}
