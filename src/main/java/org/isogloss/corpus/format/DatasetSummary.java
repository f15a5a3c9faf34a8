package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.base.Fingerprint;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.LanguageRun;
import org.isogloss.corpus.ParallelItem;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;

/**
 * A data set in numbers: what a user compares with the paper that describes it.
 *
 * @param name the data set's name
 * @param format the id of its format
 * @param languages the counts of each language, in order of first appearance
 * @param questions questions in all languages
 * @param candidates candidates in all languages
 * @param items parallel items to train on
 * @param relevant how many candidates answer a question
 * @param leftOut what was left out and why
 * @param sha256 the fingerprint of the file or folder
 */
public record DatasetSummary(
        String name,
        String format,
        List<LanguageCounts> languages,
        int questions,
        int candidates,
        int items,
        Spread relevant,
        List<ReadReport.Entry> leftOut,
        String sha256) {
    public DatasetSummary {
        languages = List.copyOf(languages);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * How much of the data set is in one language.
     *
     * @param lang the language
     * @param questions questions to be scored on
     * @param candidates candidates they are searched in
     * @param pairs questions with an answer to train on
     */
    public record LanguageCounts(Lang lang, int questions, int candidates, int pairs) {}

    /** The least, mean and greatest of a count. */
    public record Spread(int min, double mean, int max) {}

    /** Counts a data set and fingerprints the path it was read from. */
    public static DatasetSummary of(Dataset dataset, Path path) {
        TestCollection collection = dataset.collection();
        Map<Lang, int[]> counts = new LinkedHashMap<>();
        for (Question question : collection.questions()) {
            counts.computeIfAbsent(question.lang(), lang -> new int[3])[0]++;
        }
        for (LanguageRun run : LanguageRun.of(collection.passages())) {
            counts.computeIfAbsent(run.lang(), lang -> new int[3])[1] += run.size();
        }
        for (ParallelItem item : dataset.items().items()) {
            item.pairs()
                    .keySet()
                    .forEach(lang -> counts.computeIfAbsent(lang, each -> new int[3])[2]++);
        }
        IntSummaryStatistics relevant =
                collection.questions().stream()
                        .mapToInt(question -> collection.judgments().of(question.id()).size())
                        .summaryStatistics();
        return new DatasetSummary(
                dataset.name(),
                dataset.format(),
                counts.entrySet().stream()
                        .map(
                                entry ->
                                        new LanguageCounts(
                                                entry.getKey(),
                                                entry.getValue()[0],
                                                entry.getValue()[1],
                                                entry.getValue()[2]))
                        .toList(),
                collection.questions().size(),
                collection.passages().size(),
                dataset.items().items().size(),
                relevant.getCount() == 0
                        ? new Spread(0, 0, 0)
                        : new Spread(relevant.getMin(), relevant.getAverage(), relevant.getMax()),
                dataset.report().entries(),
                Fingerprint.of(path));
    }
}
