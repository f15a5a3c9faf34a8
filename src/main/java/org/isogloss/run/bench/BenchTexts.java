package org.isogloss.run.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isogloss.batch.BatchPlan;
import org.isogloss.batch.BatchSettings;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.ParallelItem;

/**
 * Made-up questions and passages as long as real ones: words of one to four syllables, frequent
 * ones short, and lengths log-normally distributed as those of real texts are. The same on every
 * machine.
 *
 * @param corpus parallel items in two languages that share their words
 */
record BenchTexts(ParallelCorpus corpus) {
    private static final int ITEMS = 1000;
    private static final int WORDS = 20_000;
    private static final int[] SYLLABLES = {1, 2, 2, 3, 3, 4};
    private static final double QUESTION_WORDS = 8;
    private static final double PASSAGE_WORDS = 24;
    private static final double LENGTH_DEVIATION = .5;
    private static final int LEAST = 3;
    private static final int MOST = 120;
    private static final List<String> LANGUAGES = List.of("de", "en");

    /** Makes texts, at least one item for each row of a batch. */
    static BenchTexts of(int batch) {
        SplittableRandom random = new SplittableRandom(1);
        List<String> words = words(random);
        List<ParallelItem> items = new ArrayList<>();
        for (int i = 0; i < Math.max(ITEMS, batch); i++) {
            Map<Lang, Pair> pairs = new LinkedHashMap<>();
            for (String language : LANGUAGES) {
                pairs.put(
                        new Lang(language),
                        new Pair(
                                text(random, words, QUESTION_WORDS),
                                text(random, words, PASSAGE_WORDS)));
            }
            items.add(new ParallelItem("i" + i, "q" + i, pairs));
        }
        return new BenchTexts(new ParallelCorpus("bench", items));
    }

    /** All texts, questions and passages in turn. */
    List<String> all() {
        return corpus.items().stream()
                .flatMap(item -> item.pairs().values().stream())
                .flatMap(pair -> List.of(pair.question(), pair.passage()).stream())
                .toList();
    }

    /** Batches of the texts. */
    BatchPlan plan(int batch) {
        return new BatchPlan(BatchSettings.of("hybrid", batch), List.of(corpus), 1);
    }

    private static List<String> words(SplittableRandom random) {
        return IntStream.range(0, WORDS)
                .mapToObj(rank -> word(random, SYLLABLES[rank * SYLLABLES.length / WORDS]))
                .toList();
    }

    private static String word(SplittableRandom random, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append("bdfghklmnprstvwz".charAt(random.nextInt(16)));
            word.append("aeiou".charAt(random.nextInt(5)));
            word.append(random.nextInt(3) == 0 ? "nrst".charAt(random.nextInt(4)) : "");
        }
        return word.toString();
    }

    private static String text(SplittableRandom random, List<String> words, double median) {
        double length = median * Math.exp(LENGTH_DEVIATION * normal(random));
        int count = (int) Math.max(LEAST, Math.min(MOST, Math.round(length)));
        return IntStream.range(0, count)
                .mapToObj(i -> words.get(frequent(random)))
                .collect(Collectors.joining(" "));
    }

    /** A rank by Zipf's law: the probability of a rank is in inverse proportion to it. */
    private static int frequent(SplittableRandom random) {
        return (int) Math.exp(random.nextDouble() * Math.log(WORDS)) - 1;
    }

    /** Marsaglia's polar method. */
    private static double normal(SplittableRandom random) {
        while (true) {
            double x = 2 * random.nextDouble() - 1;
            double y = 2 * random.nextDouble() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                return x * Math.sqrt(-2 * Math.log(square) / square);
            }
        }
    }
}
