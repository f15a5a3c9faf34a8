package org.isogloss.run;

import java.util.List;
import org.isogloss.analysis.Macro;

/**
 * How much of a collection's vectors their language explains, and what a search scores once parts
 * of that are taken out: {@code geometry.json}.
 *
 * @param format {@link #FORMAT}
 * @param version {@link #VERSION}
 * @param collection the test collection's name
 * @param axes the share of the variance of all vectors on each of the two axes of {@code map.csv}
 * @param levels the vectors as they are first, then each erasure that was measured
 */
public record GeometryReport(
        String format, int version, String collection, List<Double> axes, List<Level> levels) {
    public static final String FORMAT = "isogloss-geometry";
    public static final int VERSION = 1;

    /** The level at which nothing is taken out. */
    public static final String NONE = "none";

    public GeometryReport {
        axes = List.copyOf(axes);
        levels = List.copyOf(levels);
    }

    /**
     * What is left after an erasure.
     *
     * @param erasure its id, or {@code none}
     * @param directions how many directions were taken out; 0 where they are not counted
     * @param questionsExplained the share of the questions' variance that their language explains
     * @param passagesExplained the same of the passages
     * @param macro what the search scores
     */
    public record Level(
            String erasure,
            int directions,
            double questionsExplained,
            double passagesExplained,
            Macro macro) {

        /** Its name, as in the columns of {@code map.csv}. */
        public String name() {
            return directions == 0 ? erasure : erasure + ":" + directions;
        }
    }

    /** True if erasures were measured too. */
    public boolean hasErasures() {
        return levels.size() > 1;
    }
}
