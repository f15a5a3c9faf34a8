package org.isogloss.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.overlap.OverlapVerdict;
import org.isogloss.encoder.Vectors;
import org.isogloss.retrieval.ExactSearch;
import org.isogloss.retrieval.Rankings;

/** Results of random scores, written as an evaluation writes them. */
public final class StoredResults {
    private static final int QUESTIONS = 12;
    private static final int CANDIDATES = 30;

    private StoredResults() {}

    /**
     * Questions and candidates in English and German, in that order; one question has no answer.
     */
    public static ResultFolder in(Path folder) {
        TestCollection collection = collection();
        ExactSearch search = new ExactSearch(collection);
        SplittableRandom random = new SplittableRandom(7);
        int candidates = search.passages().size();
        Rankings rankings =
                Rankings.of(
                        collection,
                        search.rank(
                                (from, to, out) -> {
                                    for (int i = 0; i < (to - from) * candidates; i++) {
                                        out.put(i, random.nextInt(40) / 64f); // some are equal
                                    }
                                },
                                20,
                                Progress.NONE,
                                Cancellation.NEVER));
        ResultFolder results = new ResultFolder(folder);
        results.save(rankings);
        new VectorGeometry(
                        new CollectionVectors(
                                search,
                                vectors(collection.questions().size()),
                                vectors(candidates)),
                        Results.macro(collection.name(), rankings))
                .write(results);
        new Results(
                        collection.name(),
                        collection.questions().size(),
                        OverlapVerdict.NOT_CHECKED,
                        rankings)
                .write(results);
        return results;
    }

    private static Vectors vectors(int count) {
        SplittableRandom random = new SplittableRandom(count);
        float[] values = new float[3 * count];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return new Vectors(count, 3, values);
    }

    private static TestCollection collection() {
        List<Question> questions = new ArrayList<>();
        List<Passage> passages = new ArrayList<>();
        Judgments.Builder judgments = new Judgments.Builder();
        for (String tag : List.of("en", "de")) {
            Lang lang = new Lang(tag);
            for (int c = 0; c < CANDIDATES; c++) {
                passages.add(new Passage(c + tag, lang, "text"));
            }
            for (int q = 0; q < QUESTIONS; q++) {
                questions.add(new Question("q" + q + tag, "q" + q, lang, "text"));
                judgments.relevant("q" + q + tag, q + "en");
                judgments.relevant("q" + q + tag, q + "de");
            }
        }
        questions.add(new Question("nobody-knows", "nobody-knows", new Lang("en"), "text"));
        return new TestCollection("stored", questions, passages, judgments.build());
    }
}
