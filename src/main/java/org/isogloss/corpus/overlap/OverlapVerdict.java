package org.isogloss.corpus.overlap;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.isogloss.corpus.PassagePool;
import org.isogloss.corpus.TestCollection;

/**
 * What may be said of scores on an evaluation set, after training on some sets.
 *
 * @param evaluation the evaluation set's name
 * @param outcome the verdict
 * @param questions how many of its questions were trained on, by id or text
 * @param passages how many of its passages were
 * @param nearQuestions how many of its other questions are near copies of training texts
 * @param nearPassages how many of its other passages are
 * @param sameArticle how many of its other questions are about an article that is trained on
 * @param samePattern how many of its other questions follow the pattern of a training question
 * @param sentence the verdict in words, with its numbers: what stands under figures
 */
public record OverlapVerdict(
        String evaluation,
        Outcome outcome,
        int questions,
        int passages,
        int nearQuestions,
        int nearPassages,
        int sameArticle,
        int samePattern,
        String sentence) {
    /** Said of results that were made without the check. */
    public static final String NOT_CHECKED = "overlap with training data not checked";

    /** The verdict in a word: the first of these that fits. */
    public enum Outcome {
        /** Texts of the evaluation set, or questions by id, were trained on. */
        OVERLAP,
        /** None was trained on as it stands, but some are near copies of training texts. */
        NEAR_COPIES,
        /** No text was found, but questions about the same articles. */
        SAME_ARTICLES,
        /** Nothing of the evaluation set was found in the training data. */
        ZERO_SHOT;

        /** The name in files: {@code zero-shot}. */
        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Sums up what was found of an evaluation set. */
    static OverlapVerdict of(Findings found, TestCollection set) {
        int questions = found.first(TextSide.QUESTION, OverlapKind.ID, OverlapKind.EXACT);
        int passages = found.first(TextSide.PASSAGE, OverlapKind.ID, OverlapKind.EXACT);
        int nearQuestions = found.first(TextSide.QUESTION, OverlapKind.NEAR);
        int nearPassages = found.first(TextSide.PASSAGE, OverlapKind.NEAR);
        int sameArticle = found.first(TextSide.QUESTION, OverlapKind.TITLE);
        int samePattern = found.first(TextSide.QUESTION, OverlapKind.PATTERN);
        int asked = set.questions().size();
        boolean whole = !(set.passages() instanceof PassagePool);
        int offered = (int) EvaluationTexts.compared(set).count();
        String offers = whole ? "passages" : "judged passages";
        List<String> parts = new ArrayList<>();
        add(parts, "overlap: ", shares(questions, asked, passages, offered, offers), " trained on");
        add(
                parts,
                "near copies of training texts: ",
                shares(nearQuestions, asked, nearPassages, offered, offers),
                "");
        add(parts, "same articles: ", shares(sameArticle, asked, 0, offered, offers), "");
        Outcome outcome =
                questions + passages > 0
                        ? Outcome.OVERLAP
                        : nearQuestions + nearPassages > 0
                                ? Outcome.NEAR_COPIES
                                : sameArticle > 0 ? Outcome.SAME_ARTICLES : Outcome.ZERO_SHOT;
        if (outcome == Outcome.ZERO_SHOT) {
            parts.add("zero-shot: no overlap with the training data found");
        }
        add(parts, "trained patterns: ", shares(samePattern, asked, 0, offered, offers), "");
        if (!whole) {
            parts.add(
                    String.format(
                            Locale.ROOT,
                            "of %,d passages only the %,d judged ones were looked for",
                            set.passages().size(),
                            offered));
        }
        return new OverlapVerdict(
                set.name(),
                outcome,
                questions,
                passages,
                nearQuestions,
                nearPassages,
                sameArticle,
                samePattern,
                String.join("; ", parts));
    }

    private static void add(List<String> parts, String before, String shares, String after) {
        if (!shares.isEmpty()) {
            parts.add(before + shares + after);
        }
    }

    private static String shares(
            int questions, int asked, int passages, int offered, String offers) {
        List<String> shares = new ArrayList<>();
        if (questions > 0) {
            shares.add(String.format(Locale.ROOT, "%,d of %,d questions", questions, asked));
        }
        if (passages > 0) {
            shares.add(String.format(Locale.ROOT, "%,d of %,d %s", passages, offered, offers));
        }
        return String.join(" and ", shares);
    }
}
