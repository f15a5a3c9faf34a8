package org.isogloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isogloss.analysis.Evaluation;
import org.isogloss.corpus.Lang;
import org.isogloss.retrieval.Score;
import org.junit.jupiter.api.Test;

class MacroTableTest {
    private static Score score(String question, String answer, String metric, double value) {
        return new Score("1_" + question, "1", new Lang(question), answer, metric, value);
    }

    @Test
    void showsEveryStoredMetricInEverySetting() {
        Evaluation evaluation =
                Evaluation.of(
                        "hand",
                        2,
                        9,
                        List.of(
                                score("en", "en", "map", 0.5),
                                score("en", "th", "map", 0.25),
                                score("th", "en", "map", 0.125),
                                score("th", "th", "map", 1),
                                score("en", "*", "ndcg_cut_10", 0.2),
                                score("th", "*", "ndcg_cut_10", 0.4)));
        assertThat(new MacroTable(evaluation).lines())
                .contains(
                        "                        mAP   Recall@1  Recall@10 Recall@100        MRR"
                                + "    nDCG@10",
                        "monolingual            .750        NaN        NaN        NaN        NaN"
                                + "        NaN",
                        "multilingual            NaN        NaN        NaN        NaN        NaN"
                                + "       .300");
    }
}
