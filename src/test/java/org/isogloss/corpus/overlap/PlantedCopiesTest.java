package org.isogloss.corpus.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
 * whatever is found between them unplanted is a false alarm. Then 220 evaluation pairs, 20 of each
 * of 11 languages, are planted, changed, in the training set under new ids.
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
     * @param questions least number of the 220 changed questions that are found
     * @param passages the same of passages
     */
    @ParameterizedTest(name = "{0}: {1} questions and {2} passages of 220")
    @CsvSource({
        "copied, 220, 220",
        "re-cased, 220, 220",
        "re-punctuated, 220, 220",
        "one word changed, 1, 1",
        "last fifth cut off, 1, 1",
    })
    void findsPlantedCopies(String change, int questions, int passages) {
        List<ParallelItem> planted = new ArrayList<>(training);
        planted.addAll(changed(change));

        PairOverlap found = check(planted, new ParallelCorpus("odd", held).collection());

        int foundQuestions = found.verdict().questions() + found.verdict().nearQuestions();
        int foundPassages = found.verdict().passages() + found.verdict().nearPassages();
        System.out.println(
                "PLANTED "
                        + change
                        + " "
                        + foundQuestions
                        + " "
                        + foundPassages
                        + " "
                        + found.overlapping().size()
                        + " "
                        + found.counts());
        assertThat(foundQuestions).isGreaterThanOrEqualTo(questions);
        assertThat(foundPassages).isGreaterThanOrEqualTo(passages);
        assertThat(found.overlapping())
                .as("no unplanted item is accused")
                .allMatch(id -> id.startsWith("planted"));
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

    /** The pairs to plant, each an item of one language. */
    private List<ParallelItem> changed(String change) {
        SplittableRandom random = new SplittableRandom(5);
        List<Lang> langs = new ParallelCorpus("", held).languages();
        List<ParallelItem> planted = new ArrayList<>();
        for (Lang lang : langs) {
            UnaryOperator<String> edit = edit(change, random);
            for (int i = 0; i < PER_LANGUAGE; i++) {
                ParallelItem item = held.get(i * held.size() / PER_LANGUAGE);
                Pair pair = item.pairs().get(lang);
                Map<Lang, Pair> pairs = new LinkedHashMap<>();
                pairs.put(lang, new Pair(edit.apply(pair.question()), edit.apply(pair.passage())));
                planted.add(
                        new ParallelItem("planted-" + lang + "-" + i, "p" + planted.size(), pairs));
            }
        }
        return planted;
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
