package org.isogloss.ui.datasets;

import org.isogloss.corpus.overlap.OverlapVerdict;
import org.isogloss.figure.Numbers;
import org.kordamp.ikonli.feather.Feather;

/** A verdict of the guard in a few words, with its icon and colour. */
final class VerdictWords {
    private VerdictWords() {}

    /** What stands in a cell: {@code 37 questions overlap}. */
    static String words(OverlapVerdict verdict) {
        return switch (verdict.outcome()) {
            case OVERLAP ->
                    counted(verdict.questions(), verdict.passages())
                            + (alone(verdict) ? " overlaps" : " overlap");
            case NEAR_COPIES ->
                    counted(verdict.nearQuestions(), verdict.nearPassages()) + " nearly copied";
            case SAME_ARTICLES -> counted(verdict.sameArticle(), 0) + " on same articles";
            case ZERO_SHOT -> "zero-shot";
        };
    }

    /** Questions where there are any, since they are what is scored; else passages. */
    private static String counted(int questions, int passages) {
        int count = questions > 0 ? questions : passages;
        String what = questions > 0 ? "question" : "passage";
        return Numbers.count(count) + " " + what + (count == 1 ? "" : "s");
    }

    private static boolean alone(OverlapVerdict verdict) {
        return verdict.questions() == 1 || (verdict.questions() == 0 && verdict.passages() == 1);
    }

    static Feather icon(OverlapVerdict.Outcome outcome) {
        return switch (outcome) {
            case OVERLAP -> Feather.X_OCTAGON;
            case NEAR_COPIES -> Feather.ALERT_TRIANGLE;
            case SAME_ARTICLES -> Feather.INFO;
            case ZERO_SHOT -> Feather.CHECK;
        };
    }

    /** The style class of its colour. */
    static String look(OverlapVerdict.Outcome outcome) {
        return "verdict-" + outcome.id();
    }
}
