package org.isogloss.analysis.bias;

import java.util.Map;
import org.isogloss.analysis.Evaluation;
import org.isogloss.corpus.Lang;

/** How often the best answer is in the question's own language. */
public final class OwnLanguageTop1 implements BiasMeasure {
    @Override
    public String id() {
        return "own_language_1";
    }

    @Override
    public String name() {
        return "Own language first";
    }

    @Override
    public String meaning() {
        return "Share of questions whose best candidate in the multilingual pool is in the"
                + " question's language. With equally good answers in each of L languages an even"
                + " hand gives 1/L.";
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
        return evaluation.ownLanguageTop1();
    }
}
