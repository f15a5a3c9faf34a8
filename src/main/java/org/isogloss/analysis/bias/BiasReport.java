package org.isogloss.analysis.bias;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;

/**
 * Every bias measure of a run on a collection, with what is needed to read it without this program.
 *
 * @param format {@link #FORMAT}
 * @param version {@link #VERSION}; another one is read by another program
 * @param collection the collection's name
 * @param questions how many questions have relevant passages
 * @param clusters how many there are if translations of a question count as one
 * @param candidates how many candidates the pool has in each language
 * @param options what was chosen
 * @param measures the measures in the order they are shown
 */
public record BiasReport(
        String format,
        int version,
        String collection,
        int questions,
        int clusters,
        Map<Lang, Integer> candidates,
        BiasOptions options,
        List<Measured> measures) {
    /** What the file is. */
    public static final String FORMAT = "isogloss-bias";

    /** How it is laid out. */
    public static final int VERSION = 1;

    /** A measure and what it found. */
    public record Measured(
            String id,
            String name,
            String unit,
            BiasMeasure.Direction direction,
            Explanation explanation,
            BiasResult result) {
        static Measured of(BiasMeasure measure, RankTable table, BiasOptions options) {
            return new Measured(
                    measure.id(),
                    measure.name(),
                    measure.unit(),
                    measure.direction(),
                    measure.explanation(),
                    measure.of(table, options));
        }
    }

    /**
     * @throws BadInputException if the report is of another format or version
     */
    public BiasReport {
        if (!FORMAT.equals(format) || version != VERSION) {
            throw new BadInputException(
                    "the bias report is of format "
                            + format
                            + " "
                            + version
                            + ", but this program reads "
                            + FORMAT
                            + " "
                            + VERSION
                            + "; make it anew with isogloss rescore");
        }
        candidates = Collections.unmodifiableMap(new TreeMap<>(candidates));
        measures = List.copyOf(measures);
    }

    /** Measures rankings. */
    public static BiasReport of(String collection, RankTable table, BiasOptions options) {
        Map<Lang, Integer> candidates = new TreeMap<>();
        for (Lang lang : table.answerLanguages()) {
            candidates.put(lang, table.candidates(table.languages().indexOf(lang)));
        }
        return new BiasReport(
                FORMAT,
                VERSION,
                collection,
                table.questions(),
                table.clusters(),
                candidates,
                options,
                BiasMeasures.all().stream()
                        .map(measure -> Measured.of(measure, table, options))
                        .toList());
    }
}
