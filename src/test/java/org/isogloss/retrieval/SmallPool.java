package org.isogloss.retrieval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.pool.IndexedPassages;
import org.isogloss.corpus.pool.MiraclPassages;
import org.isogloss.corpus.pool.PassageFile;

/** A pool on disk, small enough to be held against a search in memory. */
final class SmallPool {
    private static final List<String> LANGS = List.of("en", "th", "en", "sw", "th");

    private SmallPool() {}

    /**
     * Passages of three languages in five files, with ids whose order has nothing to do with their
     * positions; some questions share relevant passages and question 0 has none.
     */
    static TestCollection collection(Path folder, int passages, int questions, long seed)
            throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> ids = new ArrayList<>(IntStream.range(0, passages).boxed().toList());
        for (int i = passages - 1; i > 0; i--) {
            ids.set(i, ids.set(random.nextInt(i + 1), ids.get(i)));
        }
        List<PassageFile> files = new ArrayList<>();
        for (int f = 0; f < LANGS.size(); f++) {
            List<String> lines = new ArrayList<>();
            for (int i = f * passages / LANGS.size(); i < (f + 1) * passages / LANGS.size(); i++) {
                lines.add(
                        "{\"docid\":\"p%d\",\"title\":\"\",\"text\":\"text %d\"}"
                                .formatted(ids.get(i), i));
            }
            Path file = Files.write(folder.resolve(f + ".jsonl"), lines);
            files.add(new PassageFile(file, new Lang(LANGS.get(f)), new MiraclPassages()));
        }
        List<Question> asked = new ArrayList<>();
        Judgments.Builder judgments = new Judgments.Builder();
        for (int q = 0; q < questions; q++) {
            asked.add(new Question("q" + q, "q" + q, new Lang(LANGS.get(q % 5)), "text"));
            for (int r = 0; r < q % 6; r++) {
                judgments.relevant("q" + q, "p" + random.nextInt(passages));
            }
        }
        return new TestCollection(
                "pool",
                asked,
                IndexedPassages.open(
                        files, folder.resolve("cache"), Progress.NONE, Cancellation.NEVER),
                judgments.build());
    }

    /** Rankings with their relevant passages in one order. */
    static List<Ranking> ordered(List<Ranking> rankings) {
        return rankings.stream()
                .map(
                        ranking ->
                                new Ranking(
                                        ranking.question(),
                                        ranking.relevant().stream()
                                                .sorted(
                                                        Comparator.comparing(
                                                                RelevantRank::passageId))
                                                .toList(),
                                        ranking.hits(),
                                        ranking.bestWrong()))
                .toList();
    }
}
