package org.isogloss.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.bias.BiasMeasure;
import org.isogloss.analysis.bias.BiasMeasures;
import org.isogloss.analysis.bias.BiasOptions;
import org.isogloss.analysis.bias.BiasReport;
import org.isogloss.analysis.bias.RankTable;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.DotProducts;
import org.isogloss.encoder.PyTorch;
import org.isogloss.encoder.Vectors;
import org.isogloss.retrieval.ExactSearch;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.Rankings;
import org.isogloss.retrieval.Score;
import org.isogloss.retrieval.ScoreFile;
import org.isogloss.retrieval.Scoring;

/**
 * Prints what the whole evaluation of XQuAD-R costs beside the matrix product alone: random unit
 * vectors of its shape (13,090 questions, 13,014 candidates in 11 languages, 384 numbers), one
 * right answer in each language near its question.
 *
 * <p>Not a test. Arguments: rounds, threads of the engine, how near questions are to their answers
 * (1 leaves the worst of eleven answers in the middle of the pool, 3 finds it as trained models
 * do), and optionally a folder to write results into. The first two rounds warm up; medians are of
 * the rest, product and evaluation in turns.
 */
final class EvaluationBench {
    private static final Map<String, Integer> CANDIDATES = candidates();
    private static final int QUESTIONS = 1190; // of a language
    private static final int DIMENSION = 384;
    private static final int BLOCK = 512;
    private static final int HITS = 20;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Map<String, List<double[]>> spent = new LinkedHashMap<>(); // wall, CPU seconds

    private EvaluationBench() {}

    private static Map<String, Integer> candidates() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        String[] langs = {"ar", "de", "el", "en", "es", "hi", "ru", "th", "tr", "vi", "zh"};
        int[] sizes = {1222, 1276, 1234, 1180, 1215, 1244, 1219, 852, 1167, 1209, 1196};
        for (int i = 0; i < langs.length; i++) {
            counts.put(langs[i], sizes[i]);
        }
        return counts;
    }

    public static void main(String[] args) {
        PyTorch.start(Integer.parseInt(args[1]), System.out::println);
        EvaluationBench bench = new EvaluationBench();
        TestCollection collection = collection();
        ExactSearch search = new ExactSearch(collection);
        Vectors passages = vectors(search.passages().size(), 1);
        Vectors questions =
                questions(collection, search.passages(), passages, Float.parseFloat(args[2]));
        for (int round = 0; round < Integer.parseInt(args[0]); round++) {
            bench.product(questions, passages);
            bench.blocks(questions, passages);
            bench.evaluation(collection, search, questions, passages);
            if (round == 1) {
                bench.spent.clear();
            }
        }
        bench.report();
        if (args.length > 3) {
            bench.write(collection, search, questions, passages, Path.of(args[3]));
        }
    }

    private static TestCollection collection() {
        List<Passage> passages = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        Judgments.Builder judgments = new Judgments.Builder();
        CANDIDATES.forEach(
                (tag, count) -> {
                    Lang lang = new Lang(tag);
                    for (int i = 0; i < count; i++) {
                        passages.add(new Passage(tag + "_" + i, lang, ""));
                    }
                    for (int i = 0; i < QUESTIONS; i++) {
                        String id = i + "_" + tag;
                        questions.add(new Question(id, "" + i, lang, ""));
                        for (Map.Entry<String, Integer> answer : CANDIDATES.entrySet()) {
                            int right = i % answer.getValue();
                            judgments.relevant(id, answer.getKey() + "_" + right);
                        }
                    }
                });
        return new TestCollection("random", questions, passages, judgments.build());
    }

    private static Vectors vectors(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count * DIMENSION];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextDouble() - .5);
        }
        return unit(values);
    }

    /** Each question is noise and some of its answers, most of the one in its language. */
    private static Vectors questions(
            TestCollection collection, List<Passage> order, Vectors passages, float near) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        order.forEach(passage -> columns.put(passage.id(), columns.size()));
        float[] values = vectors(collection.questions().size(), 2).values();
        SplittableRandom random = new SplittableRandom(3);
        for (int q = 0; q < collection.questions().size(); q++) {
            Question question = collection.questions().get(q);
            for (String id : collection.judgments().of(question.id())) {
                boolean own = id.startsWith(question.lang().tag());
                float share = near * (float) (.1 * near + random.nextDouble() * (own ? .5 : .3));
                int column = columns.get(id);
                for (int e = 0; e < DIMENSION; e++) {
                    values[q * DIMENSION + e] += share * passages.values()[column * DIMENSION + e];
                }
            }
        }
        return unit(values);
    }

    private static Vectors unit(float[] values) {
        int count = values.length / DIMENSION;
        for (int i = 0; i < count; i++) {
            double squares = 0;
            for (int e = 0; e < DIMENSION; e++) {
                squares += values[i * DIMENSION + e] * values[i * DIMENSION + e];
            }
            for (int e = 0; e < DIMENSION; e++) {
                values[i * DIMENSION + e] /= (float) Math.sqrt(squares);
            }
        }
        return new Vectors(count, DIMENSION, values);
    }

    /** The scores alone, as many questions at a time as the search asks for, nowhere written. */
    private void product(Vectors questions, Vectors passages) {
        try (NDManager manager = PyTorch.newManager(ComputeDevice.CPU)) {
            NDArray left = array(questions, manager); // [Q, E]
            NDArray right = array(passages, manager).transpose(); // [E, N]
            timed(
                    "product alone",
                    () -> {
                        for (int from = 0; from < questions.count(); from += BLOCK) {
                            int to = Math.min(questions.count(), from + BLOCK);
                            try (NDManager scope = manager.newSubManager()) {
                                left.get(scope, new NDIndex().addSliceDim(from, to)).matMul(right);
                            }
                        }
                    });
        }
    }

    private static NDArray array(Vectors vectors, NDManager manager) {
        return manager.create(vectors.values(), new Shape(vectors.count(), vectors.dimension()));
    }

    /** The same as the search has it: taken out into memory of ours. */
    private void blocks(Vectors questions, Vectors passages) {
        int rows = (1 << 23) / passages.count();
        FloatBuffer scores =
                ByteBuffer.allocateDirect(Float.BYTES * rows * passages.count())
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
        timed(
                "product taken out",
                () -> {
                    try (DotProducts products =
                            new DotProducts(questions, passages, ComputeDevice.CPU)) {
                        for (int from = 0; from < questions.count(); from += rows) {
                            products.block(from, Math.min(questions.count(), from + rows), scores);
                        }
                    }
                });
    }

    private void evaluation(
            TestCollection collection, ExactSearch search, Vectors questions, Vectors passages) {
        timed(
                "whole evaluation",
                () -> {
                    List<Ranking> rankings = new ArrayList<>();
                    timed("  search", () -> rankings.addAll(rank(search, questions, passages)));
                    timed(
                            "  scores",
                            () -> {
                                Scoring scoring = new Scoring(collection.answerLanguages());
                                List<Score> scores =
                                        rankings.stream()
                                                .flatMap(r -> scoring.of(r).stream())
                                                .toList();
                                Evaluation.of("random", 13_090, 13_014, scores);
                            });
                    timed("  bias measures", () -> bias(collection, rankings));
                });
    }

    private void bias(TestCollection collection, List<Ranking> rankings) {
        RankTable[] table = new RankTable[1];
        timed("    table", () -> table[0] = new RankTable(Rankings.of(collection, rankings)));
        BiasOptions options = BiasOptions.STANDARD.withoutIntervals();
        for (BiasMeasure measure : BiasMeasures.all()) {
            timed("    " + measure.id(), () -> measure.of(table[0], options));
        }
    }

    private static List<Ranking> rank(ExactSearch search, Vectors questions, Vectors passages) {
        try (DotProducts products = new DotProducts(questions, passages, ComputeDevice.CPU)) {
            return search.rank(products, HITS, Progress.NONE, Cancellation.NEVER);
        }
    }

    private void timed(String what, Runnable work) {
        long wall = System.nanoTime();
        long cpu = SYSTEM.getProcessCpuTime();
        work.run();
        spent.computeIfAbsent(what, name -> new ArrayList<>())
                .add(
                        new double[] {
                            (System.nanoTime() - wall) / 1e9,
                            (SYSTEM.getProcessCpuTime() - cpu) / 1e9
                        });
    }

    private static double median(List<double[]> times, int which) {
        double[] sorted = times.stream().mapToDouble(time -> time[which]).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private void report() {
        double wall = median(spent.get("product alone"), 0);
        double cpu = median(spent.get("product alone"), 1);
        spent.forEach(
                (what, times) ->
                        System.out.printf(
                                Locale.ROOT,
                                "%-28s %6.2f s wall = %.2f x, %6.2f s CPU = %.2f x%n",
                                what,
                                median(times, 0),
                                median(times, 0) / wall,
                                median(times, 1),
                                median(times, 1) / cpu));
    }

    /** What a run writes besides, and the intervals of a thousand resamples. */
    private void write(
            TestCollection collection,
            ExactSearch search,
            Vectors questions,
            Vectors passages,
            Path folder) {
        spent.clear();
        ResultFolder out = new ResultFolder(folder);
        List<Ranking> rankings = rank(search, questions, passages);
        Scoring scoring = new Scoring(collection.answerLanguages());
        List<Score> scores = rankings.stream().flatMap(r -> scoring.of(r).stream()).toList();
        product(questions, passages);
        timed("ranks and ranking", () -> out.save(Rankings.of(collection, rankings)));
        timed("scores.csv", () -> ScoreFile.write(out.scores(), scores.stream()));
        RankTable table = new RankTable(Rankings.of(collection, rankings));
        timed("bias with intervals", () -> BiasReport.of("random", table, BiasOptions.STANDARD));
        for (BiasMeasure measure : BiasMeasures.all()) {
            timed("  " + measure.id(), () -> measure.of(table, BiasOptions.STANDARD));
        }
        timed("ranks read back", () -> new RankTable(out.rankings().orElseThrow()));
        report();
    }
}
