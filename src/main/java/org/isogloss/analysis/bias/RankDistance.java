package org.isogloss.analysis.bias;

import java.util.Map;
import org.isogloss.analysis.Evaluation;
import org.isogloss.corpus.Lang;

/** How far apart the answers to one question stand that say the same in different languages. */
public final class RankDistance implements BiasMeasure {
    @Override
    public String id() {
        return "rank_distance";
    }

    @Override
    public String name() {
        return "Rank distance";
    }

    @Override
    public String meaning() {
        return "Mean over questions of the difference between the greatest and the least rank of"
                + " the question's relevant answers in the multilingual pool (arXiv 2408.10536,"
                + " footnote 6). With an answer in each of L languages it is at least L − 1.";
    }

    @Override
    public String unit() {
        return "ranks";
    }

    @Override
    public Direction direction() {
        return Direction.LOWER;
    }

    @Override
    public Map<Lang, Double> byQuestionLanguage(Evaluation evaluation) {
        return evaluation.rankDistance();
    }
}
