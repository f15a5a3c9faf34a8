package org.isogloss.analysis.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.Rankings;
import org.isogloss.retrieval.RelevantRank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankDistanceTest {
    private static final Lang EN = new Lang("en");
    private static final Lang TH = new Lang("th");

    /** The ranges of all ways to choose ranks, ascending. */
    private static List<Integer> allRanges(int pool, int ranks) {
        List<Integer> ranges = new ArrayList<>();
        for (int set = 0; set < 1 << pool; set++) {
            if (Integer.bitCount(set) == ranks) {
                int least = Integer.numberOfTrailingZeros(set);
                ranges.add(Integer.SIZE - 1 - Integer.numberOfLeadingZeros(set) - least);
            }
        }
        Collections.sort(ranges);
        return ranges;
    }

    @ParameterizedTest
    @CsvSource({"9,4", "12,2", "14,11", "5,5"})
    void isAtRandomWhatAllChoicesOfRanksGive(int pool, int ranks) {
        List<Integer> all = allRanges(pool, ranks);
        double[] ranges = all.stream().mapToDouble(i -> i).toArray();
        double[] once = new double[ranges.length];
        Arrays.fill(once, 1);
        RandomRange random = new RandomRange(pool, ranks);
        assertThat(random.mean()).isCloseTo(Centre.MEAN.of(ranges, once), within(1e-9));
        assertThat(random.centre(Centre.MEAN)).isCloseTo(random.mean(), within(1e-9));
        assertThat(random.centre(Centre.GEOMETRIC))
                .isCloseTo(Centre.GEOMETRIC.of(ranges, once), within(1e-9));
    }

    /** The paper's collections: 11 answers of 13,014 candidates, 2 to 4 of 20,534. */
    @ParameterizedTest
    @CsvSource({"13014,11,10846", "20534,4,12321", "20534,3,10268", "20534,2,6845"})
    void atRandomIsMostOfThePool(int pool, int ranks, long expected) {
        RandomRange random = new RandomRange(pool, ranks);
        assertThat(Math.round(random.mean())).isEqualTo(expected);
        assertThat(random.centre(Centre.MEAN)).isCloseTo(random.mean(), within(1e-3));
        assertThat(random.centre(Centre.MEDIAN))
                .isBetween(random.mean() * 0.8, random.mean() * 1.1);
    }

    private static Ranking ranking(String id, Lang lang, RelevantRank... ranks) {
        return new Ranking(new Question(id + lang, id, lang, ""), List.of(ranks), List.of());
    }

    /** English distances 1, 3, 98; Thai 9. A question with answers in one language has none. */
    private static final RankTable TABLE =
            new RankTable(
                    new Rankings(
                            Map.of(EN, 100, TH, 100),
                            List.of(
                                    ranking("1", EN, rank(EN, 2), rank(TH, 1)),
                                    ranking("2", EN, rank(EN, 1), rank(TH, 4)),
                                    ranking("3", EN, rank(TH, 100), rank(EN, 2)),
                                    ranking("4", EN, rank(EN, 1), rank(EN, 50)),
                                    ranking("1", TH, rank(TH, 1), rank(EN, 10)))));

    private static RelevantRank rank(Lang lang, int inPool) {
        return new RelevantRank("p" + lang + inPool, lang, 1, 1, inPool);
    }

    @ParameterizedTest
    @CsvSource({
        "rank_distance,34,9",
        "rank_distance_median,3,9",
        "rank_distance_trimmed,34,9",
        "rank_distance_log,6.649399761150975,9",
        "max_rank,35.333333333333336,10",
        "complete,0.6666666666666667,1" // ranks 2, 4 and 100 of the ten best; 10
    })
    void isByLanguage(String id, double english, double thai) {
        BiasResult result = BiasMeasures.byId(id).orElseThrow().of(TABLE, BiasOptions.STANDARD);
        assertThat(result.byQuestionLanguage().get(EN).value()).isCloseTo(english, within(1e-12));
        assertThat(result.byQuestionLanguage().get(TH).value()).isCloseTo(thai, within(1e-12));
        assertThat(result.macro().value()).isCloseTo((english + thai) / 2, within(1e-12));
    }

    @Test
    void hasItsFloorAndWhatARandomRankingGives() {
        BiasResult result =
                new RankDistance(RankDistance.Kind.MEAN).of(TABLE, BiasOptions.STANDARD);
        assertThat(result.references())
                .containsExactly(
                        new Reference(Reference.FLOOR, 1, Map.of(EN, 1.0, TH, 1.0)),
                        new Reference(Reference.RANDOM, 67, Map.of(EN, 67.0, TH, 67.0)));
    }

    @Test
    void completeLooksAtAsManyHitsAsAreRelevant() {
        BiasOptions one = new BiasOptions(1, 20, 0.1, 0, 1);
        BiasResult result = BiasMeasures.byId("complete").orElseThrow().of(TABLE, one);
        // Two are relevant to each: 1 and 2 are the two best of the first question alone.
        assertThat(result.byQuestionLanguage().get(EN).value()).isCloseTo(1 / 3., within(1e-12));
        assertThat(result.byQuestionLanguage().get(TH).value()).isZero();
        Reference random = result.references().get(0);
        assertThat(random.name()).isEqualTo(Reference.RANDOM);
        assertThat(random.macro()).isCloseTo(2 / 200. * (1 / 199.), within(1e-12));
    }
}
