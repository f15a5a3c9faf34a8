package org.isogloss.run.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.DotProducts;
import org.isogloss.encoder.Vectors;
import org.isogloss.retrieval.ExactSearch;

/** Measures the exact search against the matrix product it is made of, on random vectors. */
final class SearchBench {
    private static final int QUESTIONS = 1024;
    private static final int ITEMS = 1024;
    private static final int HITS = 20;
    private static final List<String> LANGUAGES =
            List.of("ar", "de", "en", "es", "ru", "th", "tr", "zh");

    private final ComputeDevice device;
    private final ExactSearch search;
    private final Vectors questions; // [Q, E]
    private final Vectors passages; // [N, E]

    SearchBench(int dimension, ComputeDevice device) {
        this.device = device;
        search = new ExactSearch(collection());
        SplittableRandom random = new SplittableRandom(1);
        questions = vectors(QUESTIONS, dimension, random);
        passages = vectors(ITEMS * LANGUAGES.size(), dimension, random);
    }

    private static TestCollection collection() {
        List<Passage> passages = new ArrayList<>();
        for (String language : LANGUAGES) {
            for (int i = 0; i < ITEMS; i++) {
                passages.add(new Passage(language + "_" + i, new Lang(language), ""));
            }
        }
        List<Question> questions = new ArrayList<>();
        Map<String, Set<String>> relevant = new LinkedHashMap<>();
        for (int i = 0; i < QUESTIONS; i++) {
            String id = Integer.toString(i);
            questions.add(new Question(id, id, new Lang("en"), ""));
            Set<String> answers = new LinkedHashSet<>();
            for (String language : LANGUAGES) {
                answers.add(language + "_" + i % ITEMS);
            }
            relevant.put(id, answers);
        }
        return new TestCollection("bench", questions, passages, Judgments.ofRelevant(relevant));
    }

    private static Vectors vectors(int count, int dimension, SplittableRandom random) {
        float[] values = new float[count * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextDouble() - .5);
        }
        return new Vectors(count, dimension, values);
    }

    /** Questions times candidates in a second, ranked. */
    Rate search(Windows windows, Progress progress, Cancellation stop) {
        try (DotProducts products = new DotProducts(questions, passages, device)) {
            return windows.measure(
                    "measuring search",
                    () -> {
                        search.rank(products, HITS, Progress.NONE, stop);
                        return pairs();
                    },
                    progress,
                    stop);
        }
    }

    /** Questions times candidates in a second, scored only. */
    Rate product(Windows windows, Progress progress, Cancellation stop) {
        FloatBuffer scores =
                ByteBuffer.allocateDirect(Float.BYTES * QUESTIONS * passages.count())
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
        try (DotProducts products = new DotProducts(questions, passages, device)) {
            return windows.measure(
                    "measuring the matrix product",
                    () -> {
                        products.block(0, QUESTIONS, scores);
                        return pairs();
                    },
                    progress,
                    stop);
        }
    }

    private double pairs() {
        return (double) QUESTIONS * passages.count();
    }
}
