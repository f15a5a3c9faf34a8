package org.isogloss.analysis.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.isogloss.retrieval.Hit;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.Rankings;
import org.isogloss.retrieval.RelevantRank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each measure on rankings small enough to be worked out by hand. */
class BiasMeasuresTest {
    private static final Lang DE = new Lang("de");
    private static final Lang EN = new Lang("en");
    private static final Lang TH = new Lang("th");
    private static final BiasOptions OPTIONS = new BiasOptions(2, 20, 0.1, 0, 1);

    private static RelevantRank at(Lang lang, int inLanguage, int inPool, double score) {
        return new RelevantRank("right_" + lang, lang, 1, inLanguage, inPool, score);
    }

    private static List<Hit> hits(String... ids) {
        List<Hit> hits = new ArrayList<>();
        for (String id : ids) {
            hits.add(new Hit(id, new Lang(id.substring(id.length() - 2)), hits.size() + 1, 0));
        }
        return hits;
    }

    /**
     * One question in English and Thai, candidates also in German: asked in English its own answer
     * is first; asked in Thai a wrong Thai passage is.
     */
    private static final RankTable TABLE =
            new RankTable(
                    new Rankings(
                            Map.of(DE, 50, EN, 30, TH, 20),
                            List.of(
                                    new Ranking(
                                            new Question("1en", "1", EN, ""),
                                            List.of(
                                                    at(DE, 4, 9, 0.4),
                                                    at(EN, 1, 1, 0.9),
                                                    at(TH, 1, 2, 0.8)),
                                            hits("right_en", "right_th", "wrong_de"),
                                            0.5),
                                    new Ranking(
                                            new Question("1th", "1", TH, ""),
                                            List.of(
                                                    at(DE, 1, 3, 0.7),
                                                    at(EN, 2, 5, 0.6),
                                                    at(TH, 2, 2, 0.75)),
                                            hits("wrong_th", "right_th", "right_de"),
                                            0.95))));

    @ParameterizedTest
    @CsvSource({
        "own_language_1,1,1",
        "language_preference,1,1",
        "intruder_1,0,1",
        "strong_alignment,0.5,0", // Thai .8 > .5, German .4 < .5; nothing is above .95
        "home_advantage,0.375,-0.25", // 1 - (1/4 + 1)/2; 1/2 - (1 + 1/2)/2
        "same_language_bias,0.2,0.8", // 1/2 - 30/100; 1 - 20/100
        "exposure,0.5,0.8"
    })
    void isWhatItsFormulaSays(String id, double english, double thai) {
        BiasResult result = BiasMeasures.byId(id).orElseThrow().of(TABLE, OPTIONS);
        assertThat(result.byQuestionLanguage().get(EN).value()).isCloseTo(english, within(1e-12));
        assertThat(result.byQuestionLanguage().get(TH).value()).isCloseTo(thai, within(1e-12));
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void exposureHasTheSharesOfEveryAnswerLanguage() {
        assertThat(new Exposure().of(TABLE, OPTIONS).tables())
                .containsExactly(
                        new LanguagePairTable(
                                "exposure",
                                List.of(EN, TH),
                                List.of(DE, EN, TH),
                                List.of(List.of(0.0, 0.5, 0.5), List.of(0.0, 0.0, 1.0))));
    }

    /** The two best of each are English, Thai and Thai, Thai: ranks 1 2 3 against 3 2 1. */
    @Test
    void rankCorrelationIsOverTheUnionOfTwoLists() {
        BiasResult result = new MeanRankCorrelation().of(TABLE, OPTIONS);
        assertThat(result.macro().value()).isCloseTo(-1, within(1e-12));
        assertThat(result.byQuestionLanguage().keySet()).containsExactly(EN, TH);
    }

    @Test
    void saysWhereTheRunKeptFewerHitsThanAreAskedFor() {
        BiasOptions ten = new BiasOptions(10, 20, 0.1, 0, 1);
        for (String id : List.of("exposure", "same_language_bias", "rank_correlation")) {
            assertThat(BiasMeasures.byId(id).orElseThrow().of(TABLE, ten).warnings())
                    .containsExactly(
                            "The run kept only 3 hits of some questions, so k is less than 10"
                                    + " there.");
        }
    }

    /** Nobody can be shown candidates in a language that has none. */
    @ParameterizedTest
    @CsvSource({"own_language_1,1", "intruder_1,0"})
    void comparesOnlyLanguagesThatHaveANumber(String id, double reference) {
        List<RelevantRank> relevant = List.of(at(EN, 1, 1, 0.9));
        List<Hit> hits = hits("right_en", "wrong_en");
        List<RelevantRank> second = List.of(at(EN, 2, 2, 0.8));
        RankTable english =
                new RankTable(
                        new Rankings(
                                Map.of(EN, 30),
                                List.of(
                                        new Ranking(
                                                new Question("1en", "1", EN, ""), relevant, hits),
                                        new Ranking(
                                                new Question("1th", "1", TH, ""), second, hits))));
        BiasResult result = BiasMeasures.byId(id).orElseThrow().of(english, OPTIONS);
        assertThat(result.byQuestionLanguage()).containsOnlyKeys(EN);
        assertThat(result.references().get(0).byQuestionLanguage()).containsOnlyKeys(EN);
        assertThat(result.references().get(0).macro()).isEqualTo(reference);
    }

    @Test
    void saysThatNothingCompleteHasNoInterval() {
        BiasResult result = BiasMeasures.byId("complete").orElseThrow().of(TABLE, OPTIONS);
        assertThat(result.byQuestionLanguage().get(EN).value()).isZero();
        assertThat(result.warnings()).hasSize(1);
        assertThat(result.warnings().get(0))
                .contains("with 1 parallel questions the share may still be as great as 1.0000");
    }

    /** The constants are those of SciPy: chi2.sf(L - 1, L - 1). */
    @ParameterizedTest
    @CsvSource({"11,.4405", "4,.3916", "3,.3679", "2,.3173"})
    void peerIsAConstantWithOneAnswerInEachLanguageAndThereforeNoNumber(
            int languages, double constant) {
        List<Lang> langs =
                Stream.of("ar", "de", "el", "en", "es", "hi", "ru", "th", "tr", "vi", "zh")
                        .limit(languages)
                        .map(Lang::new)
                        .toList();
        int[] ranks = new int[languages];
        int[] groups = new int[languages];
        List<RelevantRank> relevant = new ArrayList<>();
        for (int i = 0; i < languages; i++) {
            ranks[i] = 1 + i * i * i;
            groups[i] = i;
            relevant.add(at(langs.get(i), 1, ranks[i], 0));
        }
        assertThat(KruskalWallis.ofUnsorted(ranks, groups, languages).probability())
                .isCloseTo(constant, within(5e-5));
        assertThat(new Peer().explanation().trap())
                .contains(String.format(Locale.ROOT, "%.4f", constant).substring(1));
        RankTable table =
                new RankTable(
                        new Rankings(
                                langs.stream().collect(Collectors.toMap(l -> l, l -> 2000)),
                                List.of(
                                        new Ranking(
                                                new Question("q", "q", langs.get(0), ""),
                                                relevant,
                                                List.of()))));
        for (int cutoff : new int[] {0, 1, 20}) {
            BiasResult result = new Peer().of(table, new BiasOptions(10, cutoff, 0.1, 0, 1));
            assertThat(result.macro().value()).isNaN();
            assertThat(result.warnings())
                    .containsExactly(
                            String.format(
                                    Locale.ROOT,
                                    "No number: 1 of 1 questions have one relevant passage in each"
                                            + " language, where PEER is a constant, %.4f with %d"
                                            + " languages, whatever the ranks.",
                                    constant,
                                    languages));
        }
    }

    /** German at 1 and 2, English at 30 and 40: no cutoff, H = 2.4; cut at 20, the tied ones. */
    @Test
    void peerTiesRanksBelowItsCutoff() {
        RankTable table =
                new RankTable(
                        new Rankings(
                                Map.of(DE, 100, EN, 100),
                                List.of(
                                        new Ranking(
                                                new Question("q", "q", EN, ""),
                                                List.of(
                                                        at(DE, 1, 1, 0),
                                                        at(DE, 2, 2, 0),
                                                        at(EN, 10, 30, 0),
                                                        at(EN, 20, 40, 0)),
                                                List.of()))));
        // scipy.stats.kruskal([1, 2], [30, 40]) and ([1, 2], [21, 21]), ([1, 2], [2, 2])
        assertThat(peer(table, 0)).isCloseTo(0.12133525035848367, within(1e-12));
        assertThat(peer(table, 20)).isCloseTo(0.10247043485974937, within(1e-12));
        assertThat(peer(table, 1)).isCloseTo(0.31731050786291404, within(1e-12));
    }

    private static double peer(RankTable table, int cutoff) {
        return new Peer().of(table, new BiasOptions(10, cutoff, 0.1, 0, 1)).macro().value();
    }

    @Test
    void decompositionSaysWhereEffectsCannotBeTold() {
        RankTable table =
                new RankTable(
                        new Rankings(
                                Map.of(EN, 10, TH, 10),
                                List.of(
                                        new Ranking(
                                                new Question("q", "q", EN, ""),
                                                List.of(at(EN, 1, 1, 0), at(TH, 1, 2, 0)),
                                                List.of()))));
        BiasResult result = new SameLanguageEffect().of(table, BiasOptions.STANDARD);
        assertThat(result.macro().value()).isNaN();
        assertThat(result.warnings().get(0)).startsWith("No number: the effects cannot be told");
    }

    @Test
    void refusesAnOptionOutOfItsRange() {
        assertThatThrownBy(() -> new BiasOptions(0, 20, 0.1, 0, 1))
                .isInstanceOf(BadInputException.class)
                .hasMessage("k is 0.0 but must lie between 1.0 and 1000.0");
    }
}
