package org.isogloss.analysis.bias;

import java.util.Map;
import org.isogloss.analysis.Evaluation;
import org.isogloss.corpus.Lang;

/**
 * A measure of language bias, by question language.
 *
 * <p>To add one, write a class and name it in {@link BiasMeasures}.
 */
public interface BiasMeasure {

    /** Which way is fairer. */
    enum Direction {
        /** Less is fairer. */
        LOWER,
        /** More is fairer. */
        HIGHER
    }

    /** Its name in files. */
    String id();

    /** Its name in the window. */
    String name();

    /** What it says and where it comes from, in a sentence or two. */
    String meaning();

    /** Its unit, or empty. */
    String unit();

    /** Which way is fairer. */
    Direction direction();

    /** The measure of each question language; one without it is absent. */
    Map<Lang, Double> byQuestionLanguage(Evaluation evaluation);

    /** The mean over question languages; NaN if there are none. */
    default double macro(Evaluation evaluation) {
        return byQuestionLanguage(evaluation).values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }
}
