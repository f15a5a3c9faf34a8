package org.isogloss.analysis.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.Rankings;
import org.isogloss.retrieval.RelevantRank;
import org.junit.jupiter.api.Test;

class MatchedComparisonTest {
    private static final Lang EN = new Lang("en");
    private static final Lang TH = new Lang("th");
    private static final BiasOptions OPTIONS = new BiasOptions(10, 20, 0.1, 100, 1);

    /** English questions of which each has one answer in English and one in Thai. */
    private static RankTable table(int candidates, int[]... ranks) {
        List<Ranking> rankings = new ArrayList<>();
        for (int q = 0; q < ranks.length; q++) {
            rankings.add(
                    new Ranking(
                            new Question("q" + q, "q" + q, EN, ""),
                            List.of(
                                    new RelevantRank("e", EN, 1, 1, ranks[q][0]),
                                    new RelevantRank("t", TH, 1, 1, ranks[q][1])),
                            List.of()));
        }
        return new RankTable(new Rankings(Map.of(EN, candidates, TH, 100), rankings));
    }

    private static int[] at(int english, int thai) {
        return new int[] {english, thai};
    }

    private static List<MatchedComparison.Match> rankDistance(RankTable a, RankTable b) {
        return MatchedComparison.all(a, b, OPTIONS).get(0).matches();
    }

    /**
     * Average precisions of A: (1 + 2/3)/2 = .83, (1 + 2/21)/2 = .548, (1/10 + 2/30)/2 = .083; of
     * B: .83, .523, .513. In the bin of .5 A has one question of distance 20, B two of 42 and 78.
     */
    @Test
    void comparesQuestionsOfLikeAveragePrecision() {
        RankTable a = table(100, at(1, 3), at(1, 21), at(10, 30));
        RankTable b = table(100, at(3, 1), at(1, 43), at(79, 1));
        List<MatchedComparison.Match> matches = rankDistance(a, b);

        MatchedComparison.Match all = matches.get(0);
        assertThat(all.matching()).isEqualTo(MatchedComparison.Matching.NONE);
        assertThat(all.questions()).isEqualTo(3);
        assertThat(all.first().value()).isCloseTo((2 + 20 + 20) / 3.0, within(1e-12));
        assertThat(all.second().value()).isCloseTo((2 + 42 + 78) / 3.0, within(1e-12));
        assertThat(all.difference().value()).isCloseTo(-80 / 3.0, within(1e-12));

        MatchedComparison.Match like = matches.get(1);
        assertThat(like.matching()).isEqualTo(MatchedComparison.Matching.AVERAGE_PRECISION);
        assertThat(like.questions()).isEqualTo(2);
        assertThat(like.first().value()).isCloseTo((2 + 20) / 2.0, within(1e-12));
        assertThat(like.second().value()).isCloseTo((2 + 60) / 2.0, within(1e-12));
        assertThat(like.difference().value()).isCloseTo(-20, within(1e-12));
        assertThat(like.firstMap()).isCloseTo((5 / 6.0 + 23 / 42.0) / 2, within(1e-12));

        MatchedComparison.Match best = matches.get(3);
        assertThat(best.matching()).isEqualTo(MatchedComparison.Matching.BEST_RANK);
        assertThat(best.questions()).isEqualTo(2);
        assertThat(best.difference().value()).isCloseTo(-11, within(1e-12));
    }

    @Test
    void aRunDoesNotDifferFromItself() {
        RankTable run = new RankTable(new Simulation(40, 1, 0.5, 0.2, 0).rankings(3));
        for (MatchedComparison comparison : MatchedComparison.all(run, run, OPTIONS)) {
            for (MatchedComparison.Match match : comparison.matches()) {
                assertThat(match.difference())
                        .as(comparison.measure())
                        .isEqualTo(new Estimate(0, new Interval(0, 0)));
            }
        }
    }

    /**
     * A better and a worse model that favour no language: the worse one has the greater distance,
     * less so among questions of like precision, and least among those of like mean rank.
     */
    @Test
    void doesNotCallAModelFairForBeingBetter() {
        RankTable better = new RankTable(new Simulation(150, 1, 0.8, 0, 0).rankings(4));
        RankTable worse = new RankTable(new Simulation(150, 1, 0.5, 0, 0).rankings(5));
        List<MatchedComparison.Match> matches = rankDistance(worse, better);
        double apart = matches.get(0).difference().value();
        assertThat(matches.get(0).difference().interval().low()).isPositive();
        assertThat(Math.abs(matches.get(1).difference().value())).isLessThan(0.7 * apart);
        assertThat(Math.abs(matches.get(2).difference().value())).isLessThan(0.4 * apart);
    }

    @Test
    void refusesRunsOnOtherQuestionsOrCandidates() {
        RankTable one = table(100, at(1, 3), at(1, 21));
        for (RankTable other : List.of(table(100, at(1, 3)), table(99, at(1, 3), at(1, 21)))) {
            assertThatThrownBy(() -> MatchedComparison.all(one, other, OPTIONS))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageStartingWith("the two runs were not scored on the same questions");
        }
    }
}
