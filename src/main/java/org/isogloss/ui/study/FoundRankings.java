package org.isogloss.ui.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.experiment.DataSource;
import org.isogloss.report.StudyRun;
import org.isogloss.retrieval.Rankings;
import org.isogloss.run.ResultFolder;
import org.isogloss.ui.words.Words;

/**
 * What runs found and the words of what they searched, read once while memory lasts and read again
 * when a file has changed. For any thread but the window's.
 */
public final class FoundRankings {
    private static final Words WORDS = Words.of(FoundRankings.class);

    private final PoolPlace place;
    private final Map<Path, Kept<Rankings>> rankings = new ConcurrentHashMap<>();
    private final Map<DataSource, SoftReference<CollectionTexts>> texts = new ConcurrentHashMap<>();

    /**
     * @param place where corpora larger than memory are indexed
     */
    public FoundRankings(PoolPlace place) {
        this.place = place;
    }

    private record Kept<T>(FileTime changed, SoftReference<T> content) {}

    /**
     * What a run found on a collection.
     *
     * @throws BadInputException if its results are too old to tell, or cannot be read
     */
    public Rankings of(StudyRun run, String collection) {
        ResultFolder results = run.folder().results(collection);
        try {
            if (!Files.exists(results.ranks())) {
                throw BadInputException.in(
                        results.path(), WORDS.text("foundRankings.hasNoRanksCsv"));
            }
            FileTime changed = Files.getLastModifiedTime(results.ranks());
            Kept<Rankings> kept = rankings.get(results.ranks());
            Rankings found = kept == null ? null : kept.content.get();
            if (found == null || !kept.changed.equals(changed)) {
                found = results.rankings().orElseThrow();
                rankings.put(results.ranks(), new Kept<>(changed, new SoftReference<>(found)));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    WORDS.text("foundRankings.cannotRead", results.ranks()), e);
        }
    }

    /** The words of a run's test collection; none where it cannot be read any more. */
    public CollectionTexts texts(StudyRun run, String collection) {
        Optional<DataSource> named =
                run.spec().recipe().evaluation().stream()
                        .filter(one -> one.name().equals(collection))
                        .findFirst();
        if (named.isEmpty()) {
            return CollectionTexts.NONE;
        }
        DataSource source = named.get();
        SoftReference<CollectionTexts> kept = texts.get(source);
        CollectionTexts found = kept == null ? null : kept.get();
        if (found == null) {
            try {
                found = CollectionTexts.read(source, place);
            } catch (BadInputException gone) {
                // ids are shown in place of words; what is wrong with the data, the place Data says
                return CollectionTexts.NONE;
            }
            texts.put(source, new SoftReference<>(found));
        }
        return found;
    }
}
