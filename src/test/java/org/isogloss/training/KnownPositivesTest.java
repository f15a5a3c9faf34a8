package org.isogloss.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.isogloss.batch.Batch;
import org.isogloss.batch.BatchKind;
import org.isogloss.batch.BatchRow;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelItem;
import org.isogloss.encoder.TextPairs.Match;
import org.junit.jupiter.api.Test;

class KnownPositivesTest {
    private static final Lang EN = new Lang("en");
    private static final Lang DE = new Lang("de");
    private static final ParallelItem RIVER = item("1", "river", "The Rhine.", "Der Rhein.");
    private static final ParallelItem LENGTH = item("2", "length", "The Rhine.", "Der Rhein.");
    private static final ParallelItem PEAK = item("3", "peak", "The Zugspitze.", "Die Zugspitze.");

    private static ParallelItem item(String id, String question, String en, String de) {
        return new ParallelItem(
                id, question, Map.of(EN, new Pair(question, en), DE, new Pair(question, de)));
    }

    private static List<Match> of(BatchRow... rows) {
        return KnownPositives.of(new Batch(BatchKind.MIXED, "tiny", List.of(rows)));
    }

    @Test
    void matchesQuestionsThatShareASentence() {
        assertThat(
                        of(
                                new BatchRow(RIVER, EN, EN),
                                new BatchRow(PEAK, DE, EN),
                                new BatchRow(LENGTH, DE, EN)))
                .containsExactly(new Match(0, 2), new Match(2, 0));
    }

    @Test
    void matchesASharedSentenceInAnotherLanguage() {
        assertThat(of(new BatchRow(RIVER, EN, EN), new BatchRow(LENGTH, EN, DE)))
                .containsExactly(new Match(0, 1), new Match(1, 0));
    }

    @Test
    void matchesTheSameQuestionWhateverItsAnswers() {
        ParallelItem other = item("4", "peak", "A mountain in Bavaria.", "Ein Berg in Bayern.");
        assertThat(of(new BatchRow(PEAK, EN, EN), new BatchRow(other, EN, EN)))
                .containsExactly(new Match(0, 1), new Match(1, 0));
    }

    /** "Amt" is a word of two languages; the same letters in another language are another text. */
    @Test
    void tellsEqualTextsOfDifferentLanguagesApart() {
        ParallelItem one = item("5", "office", "Amt", "Behörde");
        ParallelItem two = item("6", "word", "agency", "Amt");
        assertThat(of(new BatchRow(one, EN, EN), new BatchRow(two, EN, DE))).isEmpty();
    }

    /** Two rows with three negatives, of which one is the other question's answer in German. */
    @Test
    void masksHardNegativesByTheirText() {
        Pair german = new Pair("river", "Der Rhein.", List.of("Die Zugspitze.", "Die Elbe."));
        ParallelItem river =
                new ParallelItem(
                        "1", "river", Map.of(EN, new Pair("river", "The Rhine."), DE, german));
        ParallelItem peak =
                new ParallelItem(
                        "3",
                        "peak",
                        Map.of(
                                EN,
                                new Pair("peak", "The Zugspitze.", List.of("The Rhine.")),
                                DE,
                                new Pair("peak", "Die Zugspitze.")));
        Batch batch =
                new Batch(
                        BatchKind.MIXED,
                        "tiny",
                        List.of(new BatchRow(river, EN, DE), new BatchRow(peak, DE, EN)));
        assertThat(HardNegative.of(batch, 0)).isEmpty();
        assertThat(HardNegative.of(batch, 1)).hasSize(2);
        List<HardNegative> negatives = HardNegative.of(batch, 5);
        assertThat(negatives)
                .extracting(HardNegative::text)
                .containsExactly("Die Zugspitze.", "Die Elbe.", "The Rhine.");
        assertThat(KnownPositives.of(batch, negatives))
                .containsExactly(new Match(0, 4), new Match(1, 2));
    }
}
