package org.isogloss.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("native")
class BpeTrainerTest {
    private static final int LIMIT = 200;

    private final String json = new BpeTrainer(LIMIT, 9).train(twice(), Cancellation.NEVER);

    @TempDir private Path folder;

    /** Every character occurs at least twice, so none is unknown. */
    private static List<String> twice() {
        List<String> texts = new ArrayList<>(TinyDirectory.TEXTS);
        texts.addAll(TinyDirectory.TEXTS);
        return texts;
    }

    @Test
    void mergesTheMostFrequentPairFirst() {
        // The classic example of Sennrich et al. (2016), section 3.2, within words marked ▁
        BpeMerges merges =
                new BpeMerges(
                        Map.of("low", 5, "lower", 2, "newest", 6, "widest", 3),
                        List.of("[PAD]"),
                        "▁");
        merges.learn(16, 9, Cancellation.NEVER);
        assertThat(merges.tokens())
                .containsExactly(
                        "[PAD]", "e", "w", "s", "t", "l", "o", "n", "d", "i", "r", "es", "est",
                        "lo", "low", "ew");
        assertThat(merges.merges())
                .containsExactly(
                        List.of("e", "s"),
                        List.of("es", "t"),
                        List.of("l", "o"),
                        List.of("lo", "w"),
                        List.of("e", "w"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is the capital of Greece?|what is the capital of greece?",
                "ＷＨＡＴ  is\tthe capital|what is the capital",
                "since 1834.|since 1834.",
                "กรุงเทพมหานครเป็นเมืองหลวงของประเทศไทย|กรุงเทพมหานครเป็นเมืองหลวงของประเทศไทย",
                "दिल्ली भारत की राजधानी है।|दिल्ली भारत की राजधानी है।",
                "القاهرة عاصمة مصر.|القاهرة عاصمة مصر.",
                "北京是中国的首都。|北京是中国的首都。"
            })
    void textComesBackNormalised(String text, String normalised) {
        try (TextTokenizer tokenizer = tokenizer()) {
            int[] ids = tokenizer.ids(text, 1000);
            assertThat(ids).doesNotContain(1);
            // NFKC takes Thai sara am apart
            assertThat(tokenizer.text(ids))
                    .isEqualTo(Normalizer.normalize(normalised, Normalizer.Form.NFKC));
        }
    }

    @Test
    void splitsDigitsAndPunctuationAndMergesTheRest() {
        try (HuggingFaceTokenizer tokenizer = TextTokenizer.parse(json)) {
            assertThat(tokenizer.tokenize("The capital, 1834?"))
                    .containsExactly("▁the", "▁capital", ",", "▁", "1", "8", "3", "4", "?");
        }
    }

    @Test
    void keepsToItsLimits() {
        try (TextTokenizer tokenizer = tokenizer();
                HuggingFaceTokenizer library = TextTokenizer.parse(json)) {
            assertThat(tokenizer.ids("漢", 10)).endsWith(1); // never seen
            for (String text : TinyDirectory.TEXTS) {
                assertThat(tokenizer.ids(text, 1000)).isNotEmpty();
                assertThat(library.tokenize(text))
                        .allMatch(token -> token.replace("▁", "").codePoints().count() <= 9);
            }
        }
    }

    @Test
    void theSameTextsGiveTheSameBytes() {
        assertThat(new BpeTrainer(LIMIT, 9).train(twice(), Cancellation.NEVER)).isEqualTo(json);
    }

    @Test
    void learnsFortyThousandSentencesInSeconds() {
        SplittableRandom random = new SplittableRandom(1);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            String text = TinyDirectory.TEXTS.get(random.nextInt(TinyDirectory.TEXTS.size()));
            int cut = random.nextInt(text.length());
            texts.add(text.substring(cut) + " " + Integer.toString(random.nextInt(40_000), 36));
        }
        long start = System.nanoTime();
        new BpeTrainer(4000, 9).train(texts, Cancellation.NEVER);
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(60);
    }

    @Test
    void stopsWhenAsked() {
        assertThatThrownBy(() -> new BpeTrainer(LIMIT, 9).train(twice(), () -> true))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void tokenizerRefusesTextWithoutTokensAndIdsOfAnotherModel() {
        try (TextTokenizer tokenizer = tokenizer()) {
            assertThatThrownBy(() -> tokenizer.ids("", 10))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("the text '' gives no token");
        }
        Path file = folder.resolve("tokenizer.json");
        try (TextTokenizer small = new TextTokenizer(file, 6)) {
            assertThatThrownBy(() -> small.ids("capital", 10))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("but config.json says vocab_size 6");
        }
        AtomicFile.writeText(file, "{\"a\": 1}");
        assertThatThrownBy(() -> new TextTokenizer(file, 6))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ": is not a tokenizer.json");
    }

    @Test
    void cutsAtTheEnd() {
        try (TextTokenizer tokenizer = tokenizer()) {
            int[] whole = tokenizer.ids("The capital of Greece", 100);
            assertThat(tokenizer.ids("The capital of Greece", 2))
                    .containsExactly(whole[0], whole[1]);
        }
    }

    private TextTokenizer tokenizer() {
        Path file = folder.resolve("tokenizer.json");
        AtomicFile.writeText(file, json);
        return new TextTokenizer(file, LIMIT);
    }
}
