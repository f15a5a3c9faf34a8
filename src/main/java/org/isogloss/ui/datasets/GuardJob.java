package org.isogloss.ui.datasets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Progress;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.corpus.catalogue.CatalogueEntry;
import org.isogloss.corpus.overlap.OverlapCheck;
import org.isogloss.corpus.overlap.PairOverlap;
import org.isogloss.ui.words.Words;

/** One pass of the guard over all pairs that were not compared yet; row by row. */
final class GuardJob {
    private static final Words WORDS = Words.of(GuardJob.class);

    private final Catalogue catalogue;
    private final GuardMatrix matrix;
    private final StopSign sign = new StopSign();
    private final Map<Compared, PairOverlap> found = new ConcurrentHashMap<>();
    private volatile State state = new State(WORDS.text("guardJob.starting"), 0, 0);

    /**
     * How far it is.
     *
     * @param doing what is being done, in words
     * @param done units finished
     * @param total units in all, or 0 where that is not known
     */
    record State(String doing, long done, long total) {}

    GuardJob(Catalogue catalogue, GuardMatrix matrix) {
        this.catalogue = catalogue;
        this.matrix = matrix;
    }

    /** How far it is; from any thread. */
    State state() {
        return state;
    }

    /** What was found so far; from any thread. */
    Map<Compared, PairOverlap> found() {
        return Map.copyOf(found);
    }

    /** Stops it; from any thread. */
    void stop() {
        sign.raise();
    }

    /** Compares; on a background thread. Returns why it could not go on, if it could not. */
    Optional<Problem> run() {
        try {
            return sign.during(
                    () -> {
                        compare();
                        return Optional.empty();
                    });
        } catch (BadInputException refused) {
            return Optional.of(Problem.of(refused));
        } catch (CancellationException stopped) {
            // What was found so far is kept.
            return Optional.empty();
        }
    }

    private void compare() {
        Map<String, TestCollection> collections = new HashMap<>();
        for (CatalogueEntry row : matrix.training()) {
            List<CatalogueEntry> columns = matrix.unchecked(row);
            if (columns.isEmpty()) {
                continue;
            }
            List<TestCollection> evaluation =
                    columns.stream()
                            .map(column -> collections.computeIfAbsent(column.id(), this::open))
                            .toList();
            sign.check();
            tell(WORDS.text("guardJob.reading", row.name()));
            ParallelCorpus items = catalogue.open(row.id(), Progress.NONE, sign).itemsToTrainOn();
            Progress progress =
                    (what, done, total) -> state = new State(row.name() + ": " + what, done, total);
            List<PairOverlap> pairs =
                    new OverlapCheck().between(List.of(items), evaluation, progress, sign).pairs();
            for (int c = 0; c < columns.size(); c++) {
                found.put(Compared.of(row, columns.get(c)), pairs.get(c));
            }
        }
    }

    private TestCollection open(String id) {
        sign.check();
        tell(WORDS.text("guardJob.reading", catalogue.entry(id).name()));
        return catalogue.open(id, Progress.NONE, sign).collectionToScoreOn();
    }

    private void tell(String doing) {
        state = new State(doing, 0, 0);
    }
}
