package org.isogloss.ui.datasets;

import org.isogloss.corpus.overlap.OverlapVerdict;
import org.isogloss.figure.Numbers;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;

/** A verdict of the guard in a few words, with its icon and colour. */
final class VerdictWords {
    private static final Words WORDS = Words.of(VerdictWords.class);

    private VerdictWords() {}

    /** What stands in a cell: {@code 37 questions overlap}. */
    static String words(OverlapVerdict verdict) {
        return switch (verdict.outcome()) {
            case OVERLAP ->
                    alone(verdict)
                            ? WORDS.text(
                                    "verdict.overlaps",
                                    counted(verdict.questions(), verdict.passages()))
                            : WORDS.text(
                                    "verdict.overlap",
                                    counted(verdict.questions(), verdict.passages()));
            case NEAR_COPIES ->
                    WORDS.text(
                            "verdict.nearlyCopied",
                            counted(verdict.nearQuestions(), verdict.nearPassages()));
            case SAME_ARTICLES ->
                    WORDS.text("verdict.onSameArticles", counted(verdict.sameArticle(), 0));
            case ZERO_SHOT -> "zero-shot";
        };
    }

    /** Questions where there are any, since they are what is scored; else passages. */
    private static String counted(int questions, int passages) {
        int count = questions > 0 ? questions : passages;
        if (questions > 0) {
            return count == 1
                    ? WORDS.text("verdict.question")
                    : WORDS.text("verdict.questions", Numbers.count(count));
        }
        return count == 1
                ? WORDS.text("verdict.passage")
                : WORDS.text("verdict.passages", Numbers.count(count));
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
