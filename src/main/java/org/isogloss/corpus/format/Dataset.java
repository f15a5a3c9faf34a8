package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.base.OpenedPath;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.TestCollection;

/**
 * A data set as both of its uses: items to train on and a collection to be scored on. Either is
 * empty where the format has only the other.
 *
 * @param name the folder's or file's name
 * @param format the id of the format it was read in
 * @param items questions with their answers, language by language
 * @param collection questions, candidates and judgments
 * @param report what was left out, and why
 */
public record Dataset(
        String name,
        String format,
        ParallelCorpus items,
        TestCollection collection,
        ReadReport report) {

    /** A data set of which everything was used. */
    public Dataset(String name, String format, ParallelCorpus items, TestCollection collection) {
        this(name, format, items, collection, ReadReport.EMPTY);
    }

    /** A data set without judgments. */
    static Dataset toTrainOn(String name, String format, ParallelCorpus items, ReadReport report) {
        TestCollection none =
                new TestCollection(name, List.of(), List.of(), new Judgments(Map.of()));
        return new Dataset(name, format, items, none, report);
    }

    /** The same data set under another name. */
    public Dataset withName(String other) {
        return new Dataset(
                other,
                format,
                new ParallelCorpus(other, items.items()),
                new TestCollection(
                        other,
                        collection.questions(),
                        collection.passages(),
                        collection.judgments()),
                report);
    }

    /**
     * The items, for training.
     *
     * @throws BadInputException if it has none
     */
    public ParallelCorpus itemsToTrainOn() {
        if (items.items().isEmpty()) {
            throw new BadInputException(
                    name
                            + ": this data set has no question with an answer in its own language;"
                            + " it can be scored on but not trained on");
        }
        return items;
    }

    /**
     * The collection, for evaluation.
     *
     * @throws BadInputException if it has none
     */
    public TestCollection collectionToScoreOn() {
        if (collection.questions().isEmpty()) {
            throw new BadInputException(
                    name
                            + ": this data set has no judgments; it can be trained on but not"
                            + " scored on");
        }
        return collection;
    }

    /**
     * The name a data set has from its path: a folder's name, a file's without its endings;
     * whatever lies in an archive has the archive's.
     */
    public static String nameOf(Path path) {
        return withoutEndings(OpenedPath.archiveOf(path).orElse(path));
    }

    /** The same without regard to an archive: what a file or folder in it is called. */
    static String ownNameOf(Path path) {
        String own = withoutEndings(path);
        // The root of an archive has no name but the archive's.
        return own.isEmpty() ? nameOf(path) : own;
    }

    private static String withoutEndings(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        String last = name == null ? "" : name.toString();
        return last.replaceFirst(
                "(" + Shards.NUMBER + ")?(\\.(jsonl?|csv|tsv|parquet)(\\.gz)?)?(\\.zip)?$", "");
    }
}
