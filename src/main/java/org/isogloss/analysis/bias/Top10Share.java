package org.isogloss.analysis.bias;

import java.util.LinkedHashMap;
import java.util.Map;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.corpus.Lang;

/** How much of the ten best is in the question's own language. */
public final class Top10Share implements BiasMeasure {
    @Override
    public String id() {
        return "share_10";
    }

    @Override
    public String name() {
        return "Own language in the top ten";
    }

    @Override
    public String meaning() {
        return "Share of the ten best of the multilingual pool that is in the question's language."
                + " With equally good answers in each of L languages an even hand gives about 1/L.";
    }

    @Override
    public String unit() {
        return "";
    }

    @Override
    public Direction direction() {
        return Direction.LOWER;
    }

    @Override
    public Map<Lang, Double> byQuestionLanguage(Evaluation evaluation) {
        LanguagePairTable shares = evaluation.top10Share();
        Map<Lang, Double> own = new LinkedHashMap<>();
        for (Lang question : shares.questionLanguages()) {
            double share = shares.value(question, question);
            if (!Double.isNaN(share)) {
                own.put(question, share);
            }
        }
        return own;
    }
}
