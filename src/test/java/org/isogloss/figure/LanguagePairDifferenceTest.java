package org.isogloss.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.batch.LanguagePair;
import org.isogloss.corpus.Lang;
import org.junit.jupiter.api.Test;

class LanguagePairDifferenceTest {
    private static final Lang DE = new Lang("de");
    private static final Lang TH = new Lang("th");

    @Test
    void takesTheBaselineFromTheRunCellByCell() {
        LanguagePairDifference figure =
                new LanguagePairDifference(
                        new LanguagePairDifference.Scores("a", table("map", .75, .5, .25, 1)),
                        new LanguagePairDifference.Scores("b", table("map", .5, .5, .5, .5)),
                        Provenance.UNKNOWN,
                        new Limits(-1, 1),
                        Set.of(new LanguagePair(TH, DE)),
                        "a test");

        assertThat(figure.table().rows())
                .containsExactly(
                        List.of("de", "de", "0.75", "0.5", "0.25", "no"),
                        List.of("de", "th", "0.5", "0.5", "0", "no"),
                        List.of("th", "de", "0.25", "0.5", "-0.25", "yes"),
                        List.of("th", "th", "1", "0.5", "0.5", "no"));
    }

    @Test
    void refusesTablesOfDifferentMetrics() {
        LanguagePairTable map = table("map", 0, 0, 0, 0);
        LanguagePairTable recall = table("recall_1", 0, 0, 0, 0);

        assertThatThrownBy(
                        () ->
                                new LanguagePairDifference(
                                        new LanguagePairDifference.Scores("a", map),
                                        new LanguagePairDifference.Scores("b", recall),
                                        Provenance.UNKNOWN,
                                        new Limits(-1, 1),
                                        Set.of(),
                                        ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LanguagePairTable table(String metric, double... values) {
        List<Lang> languages = List.of(DE, TH);
        return new LanguagePairTable(
                metric,
                languages,
                languages,
                List.of(List.of(values[0], values[1]), List.of(values[2], values[3])));
    }
}
