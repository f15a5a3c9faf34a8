package org.isogloss.corpus.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.ParallelItem;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.format.DatasetFormats;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Recall and false alarms on copies planted among XQuAD-R's questions and answers.
 *
 * <p>The even articles train, the odd ones are the evaluation set; they share no article, so that
 * whatever is found between them unplanted is a false alarm. Then 220 of its questions and 220
 * passages, 20 of each of 11 languages, are planted in the training set, changed and under new ids.
 */
class PlantedCopiesTest {
    private static final Path XQUAD_R = Path.of("../shared/data/xquad-r");
    private static final int PER_LANGUAGE = 20;

    private List<ParallelItem> training;
    private List<ParallelItem> held;

    @BeforeEach
    void split() {
        assumeThat(Files.isDirectory(XQUAD_R)).as("XQuAD-R is here").isTrue();
        training = new ArrayList<>();
        held = new ArrayList<>();
        List<ParallelItem> all = DatasetFormats.read(XQUAD_R).items().items();
        List<String> titles = all.stream().map(ParallelItem::source).distinct().toList();
        all.forEach(item -> (titles.indexOf(item.source()) % 2 == 0 ? training : held).add(item));
    }

    /**
     * @param questions how many of the 220 planted questions are found
     * @param passages the same of passages
     */
    @ParameterizedTest(name = "{0}: {1} questions and {2} passages of 220")
    @CsvSource({
        "copied, 220, 220",
        "re-cased, 220, 220",
        "re-punctuated, 220, 220",
        "one word changed, 173, 212",
        "last fifth cut off, 215, 218",
    })
    void findsPlantedCopies(String change, int questions, int passages) {
        List<ParallelItem> planted = new ArrayList<>(training);
        planted.addAll(changed(change));

        List<String> found =
                check(planted, new ParallelCorpus("odd", held).collection()).overlapping();

        assertThat(found.stream().filter(id -> id.startsWith("planted-q"))).hasSize(questions);
        assertThat(found.stream().filter(id -> id.startsWith("planted-p"))).hasSize(passages);
    }

    /** "¿Quién es el presidente del IPCC?" and "… de TUMAS?", in Spanish and in Greek. */
    @Test
    void accusesOneItemOf612AndTwoTextsOf12716InnocentlyAlike() {
        PairOverlap found = check(training, new ParallelCorpus("odd", held).collection());

        assertThat(training).hasSize(612);
        assertThat(found.questions() + found.passages()).isEqualTo(12_716);
        assertThat(found.overlapping()).containsExactly("57293bc91d0469140077919b");
        assertThat(found.verdict().nearQuestions()).isEqualTo(2);
        assertThat(found.verdict().nearPassages() + found.verdict().passages()).isZero();
    }

    @Test
    void findsTranslationsByTheirIdsAndNeverByTheirTexts() {
        Lang russian = new Lang("ru");
        Lang thai = new Lang("th");
        TestCollection test = new ParallelCorpus("thai", only(thai, held, "")).collection();

        OverlapVerdict sameIds = check(only(russian, held, ""), test).verdict();
        OverlapVerdict otherIds = check(only(russian, held, "another-"), test).verdict();

        assertThat(sameIds.questions()).isEqualTo(held.size());
        assertThat(otherIds.questions() + otherIds.nearQuestions()).isZero();
    }

    private static List<ParallelItem> only(Lang lang, List<ParallelItem> items, String prefix) {
        return items.stream()
                .map(
                        item ->
                                new ParallelItem(
                                        prefix + item.id(),
                                        prefix + item.id(),
                                        Map.of(lang, item.pairs().get(lang))))
                .toList();
    }

    /** The questions and passages to plant, each an item of its own. */
    private List<ParallelItem> changed(String change) {
        SplittableRandom random = new SplittableRandom(5);
        List<Lang> langs = new ParallelCorpus("", held).languages();
        List<ParallelItem> planted = new ArrayList<>();
        for (Lang lang : langs) {
            UnaryOperator<String> edit = edit(change, random);
            for (int i = 0; i < PER_LANGUAGE; i++) {
                ParallelItem item = held.get(i * held.size() / PER_LANGUAGE);
                Pair pair = item.pairs().get(lang);
                String question = edit.apply(pair.question());
                String passage = edit.apply(pair.passage());
                planted.add(item("planted-q-" + lang + "-" + i, lang, question));
                planted.add(item("planted-p-" + lang + "-" + i, lang, passage));
            }
        }
        return planted;
    }

    /** One text alone, as in a dictionary. */
    private static ParallelItem item(String id, Lang lang, String text) {
        return new ParallelItem(id, id, Map.of(lang, new Pair(text, text)));
    }

    private static UnaryOperator<String> edit(String change, SplittableRandom random) {
        return switch (change) {
            case "re-cased" -> text -> text.toUpperCase(Locale.ROOT);
            case "re-punctuated" -> text -> "“" + text.replaceAll("[\\p{P}&&[^'’%]]", " … ") + "”!";
            case "one word changed" -> text -> oneWordChanged(text, random);
            case "last fifth cut off" -> text -> text.substring(0, text.length() * 4 / 5);
            default -> text -> text;
        };
    }

    /** One word, or three characters where no spaces are written, reversed. */
    private static String oneWordChanged(String text, SplittableRandom random) {
        String[] words = text.split(" ", -1);
        if (words.length > 3) {
            int at = random.nextInt(words.length);
            words[at] = new StringBuilder(words[at]).reverse().append('x').toString();
            return String.join(" ", words);
        }
        int at = random.nextInt(Math.max(1, text.length() - 3));
        return text.substring(0, at) + "X" + text.substring(Math.min(text.length(), at + 3));
    }

    private static PairOverlap check(List<ParallelItem> items, TestCollection test) {
        return new OverlapCheck()
                .between(
                        List.of(new ParallelCorpus("training", items)),
                        List.of(test),
                        Progress.NONE,
                        Cancellation.NEVER)
                .pairs()
                .get(0);
    }
}
