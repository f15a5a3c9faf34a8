package org.isogloss.ui.design;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.batch.BatchPlan;
import org.isogloss.batch.BatchSettings;
import org.isogloss.batch.SamplingMatrix;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.ParallelItem;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.corpus.catalogue.CatalogueEntry;
import org.isogloss.experiment.Batches;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.TrainingSet;
import org.isogloss.figure.Numbers;
import org.isogloss.ui.words.Words;

/**
 * Reads the training sets of drafts, each once, and draws batches from them as a run would: by the
 * same plan, from the same seed. Data too large to be read for a look are drawn from by what is
 * remembered of them. Asked off the window's thread.
 */
final class TrainingLooks {
    private static final Words WORDS = Words.of(TrainingLooks.class);
    private static final Set<String> NUMBERS =
            Set.of(
                    DraftFlaw.SEEDS,
                    BatchSettings.BATCH_SIZE.id(),
                    BatchSettings.DATASET_TEMPERATURE.id());
    private static final int SHOWN = 8;
    private static final int COUNTED = 400;
    private static final int MOST_ITEMS = 20_000;
    private static final long MOST_BYTES = 100_000_000;

    private final Catalogue catalogue;
    private final Map<TrainingSet, Read> known = new HashMap<>();

    TrainingLooks(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * A training set that was read.
     *
     * @param whole false if it stands for a larger one
     * @param seen when its file was last changed, in milliseconds
     */
    private record Read(
            ParallelCorpus corpus, int size, Map<Lang, Integer> items, boolean whole, long seen) {}

    /**
     * Looks at a draft's data and draws the first batches of one of its strategies.
     *
     * @param strategy what to draw with; others of the draft are only checked
     */
    synchronized TrainingLook at(StudyDraft draft, StrategyChoice strategy) {
        List<DraftFlaw> flaws = new ArrayList<>(missing(draft));
        List<Read> read = new ArrayList<>();
        Map<String, String> words = new HashMap<>();
        for (TrainingSet set : draft.data().training()) {
            try {
                Read one = read(set, floor(draft));
                read.add(one);
                words.put(set.path(), words(one));
            } catch (BadInputException refused) {
                flaws.add(new DraftFlaw(DraftFlaw.TRAINING, refused.getMessage()));
            }
        }
        Map<Lang, Integer> items = new LinkedHashMap<>();
        read.forEach(one -> one.items().forEach((lang, n) -> items.merge(lang, n, Integer::sum)));
        Optional<Preview> preview = Optional.empty();
        boolean all = !read.isEmpty() && read.size() == draft.data().training().size();
        if (all && numbersAreFine(draft)) {
            preview = draw(draft, strategy, read, List.copyOf(items.keySet()), flaws);
        }
        boolean whole = read.stream().allMatch(Read::whole);
        return new TrainingLook(
                List.copyOf(items.keySet()),
                items,
                words,
                flaws,
                whole ? "" : WORDS.text("trainingLooks.standIn"),
                preview);
    }

    /** Else it is said beside their fields. */
    private static boolean numbersAreFine(StudyDraft draft) {
        return DraftCheck.of(draft).stream().map(DraftFlaw::field).noneMatch(NUMBERS::contains);
    }

    private Optional<Preview> draw(
            StudyDraft draft,
            StrategyChoice strategy,
            List<Read> read,
            List<Lang> languages,
            List<DraftFlaw> flaws) {
        Set<Lang> ticked = Set.copyOf(draft.data().languages());
        try {
            Batches batches = draft.batches();
            long seed = draft.seedNumbers().stream().findFirst().orElse(1L);
            List<ParallelCorpus> corpora = new ArrayList<>();
            for (Read one : read) {
                ParallelCorpus chosen = ticked.isEmpty() ? one.corpus() : one.corpus().in(ticked);
                if (chosen.items().isEmpty()) {
                    throw new BadInputException(WORDS.text("trainingLooks.nothing", chosen.name()));
                }
                corpora.add(chosen);
            }
            List<Double> weights =
                    draft.data().training().stream().map(TrainingSet::drawn).toList();
            BatchPlan plan = new BatchPlan(settings(strategy, batches), corpora, weights, seed);
            draft.strategies().stream()
                    .filter(StrategyChoice::trained)
                    .forEach(
                            other ->
                                    new BatchPlan(
                                            settings(other, batches), corpora, weights, seed));
            return Optional.of(
                    new Preview(
                            strategy,
                            languages.stream()
                                    .filter(lang -> ticked.isEmpty() || ticked.contains(lang))
                                    .toList(),
                            Stream.iterate(0L, step -> step + 1)
                                    .limit(SHOWN)
                                    .map(plan::batch)
                                    .toList(),
                            SamplingMatrix.of(plan, COUNTED),
                            COUNTED,
                            seed));
        } catch (BadInputException refused) {
            flaws.add(new DraftFlaw(DraftFlaw.BATCHES, sentence(refused)));
            return Optional.empty();
        }
    }

    private static String sentence(BadInputException refused) {
        String words = refused.getMessage();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static BatchSettings settings(StrategyChoice strategy, Batches batches) {
        return new BatchSettings(
                strategy.id(),
                strategy.parameters(),
                batches.size(),
                batches.datasetTemperature(),
                batches.languagesBySize(),
                batches.pairs());
    }

    private Read read(TrainingSet set, int least) {
        Path path = Path.of(set.path());
        if (!Files.exists(path)) {
            known.remove(set);
            throw new BadInputException(WORDS.text("trainingLooks.missing", path));
        }
        TrainingSet unweighted = new TrainingSet(set.path(), set.translations(), set.read());
        long changed = changed(path);
        Read before = known.get(unweighted);
        if (before == null || before.seen() != changed) {
            before = bytes(path) > MOST_BYTES ? remembered(set, changed) : whole(set, changed);
            known.put(unweighted, before);
        }
        return new Read(
                StandIn.thinned(before.corpus(), MOST_ITEMS, least),
                before.size(),
                before.items(),
                before.whole() && before.size() <= MOST_ITEMS,
                before.seen());
    }

    private Read whole(TrainingSet set, long changed) {
        ParallelCorpus corpus = set.items(catalogue.place(Progress.NONE, Cancellation.NEVER));
        Map<Lang, Integer> items = new LinkedHashMap<>();
        corpus.languages().forEach(lang -> items.put(lang, 0));
        for (ParallelItem item : corpus.items()) {
            item.pairs().keySet().forEach(lang -> items.merge(lang, 1, Integer::sum));
        }
        return new Read(corpus, corpus.items().size(), items, true, changed);
    }

    private Read remembered(TrainingSet set, long changed) {
        DataSource source = set.source();
        CatalogueEntry entry =
                catalogue.entries().stream()
                        .filter(one -> one.path().toString().equals(source.path()))
                        .filter(one -> one.options().equals(source.read()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new BadInputException(
                                                WORDS.text("trainingLooks.large", source.path())));
        Map<Lang, Integer> items = new LinkedHashMap<>();
        entry.languages().forEach(lang -> items.put(lang, 0));
        int size = Math.min(MOST_ITEMS, entry.items());
        ParallelCorpus corpus = StandIn.of(entry.name(), entry.languages(), size);
        return new Read(corpus, entry.items(), items, false, changed);
    }

    /** Four batches of every group are kept of what is thinned. */
    private static int floor(StudyDraft draft) {
        return (int) Math.min(MOST_ITEMS, 4 * draft.value(BatchSettings.BATCH_SIZE));
    }

    private static List<DraftFlaw> missing(StudyDraft draft) {
        List<DraftFlaw> flaws = new ArrayList<>();
        DraftData data = draft.data();
        for (DataSource source : data.validation()) {
            if (!Files.exists(Path.of(source.path()))) {
                flaws.add(flaw(DraftFlaw.VALIDATION, source));
            }
        }
        for (DataSource source : data.evaluation()) {
            if (!Files.exists(Path.of(source.path()))) {
                flaws.add(flaw(DraftFlaw.EVALUATION, source));
            }
        }
        if (draft.warmStart() != null) {
            draft.warmStart().recipe().training().stream()
                    .map(TrainingSet::source)
                    .filter(source -> !Files.exists(Path.of(source.path())))
                    .forEach(source -> flaws.add(flaw(DraftFlaw.WARM_START, source)));
        }
        return flaws;
    }

    private static DraftFlaw flaw(String field, DataSource source) {
        return new DraftFlaw(field, WORDS.text("trainingLooks.missing", source.path()));
    }

    private static String words(Read one) {
        return WORDS.text(
                "trainingLooks.set", Numbers.count(one.size()), one.items().keySet().size());
    }

    private static long changed(Path path) {
        try {
            return Files.getLastModifiedTime(path).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + path, e);
        }
    }

    private static long bytes(Path fileOrFolder) {
        try (Stream<Path> all = Files.walk(fileOrFolder)) {
            return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + fileOrFolder, e);
        }
    }
}
