package org.isogloss.run.query;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.encoder.DotProducts;
import org.isogloss.encoder.Side;
import org.isogloss.encoder.Vectors;
import org.isogloss.experiment.Recipe;
import org.isogloss.retrieval.ExactSearch;
import org.isogloss.run.CollectionVectors;
import org.isogloss.run.Compute;
import org.isogloss.run.ModelEvaluation;
import org.isogloss.run.ResultFolder;
import org.isogloss.run.RunFolder;
import org.isogloss.run.ScoredRun;

/**
 * Searches one collection with one run's model, a question at a time.
 *
 * <p>The collection's vectors are computed once and kept among the run's results, where they are
 * found the next time. Ranks are those of the run's results, up to the rounding of scores that are
 * all but equal. Letters: N candidates, E the vectors' dimension.
 */
public final class CollectionSearcher implements AutoCloseable {
    private static final int WARM_UP = 5;

    private final ModelEvaluation model;
    private final ExactSearch search;
    private final Vectors questions; // [Q, E]
    private final DotProducts products;
    private final ParallelAnswers parallel;
    private final FloatBuffer scores; // [N]
    private final Map<String, Integer> rows = new HashMap<>(); // by question id
    private final Map<String, Integer> columns = new HashMap<>(); // by passage id

    private CollectionSearcher(ModelEvaluation model, CollectionVectors vectors) {
        this.model = model;
        search = vectors.search();
        questions = vectors.questions();
        products = new DotProducts(question(0), vectors.passages(), model.device());
        parallel = new ParallelAnswers(search.collection());
        List<Passage> passages = search.passages();
        scores =
                ByteBuffer.allocateDirect(Math.multiplyExact(Float.BYTES, passages.size()))
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
        search.questions().forEach(question -> rows.put(question.id(), rows.size()));
        passages.forEach(passage -> columns.put(passage.id(), columns.size()));
    }

    /**
     * Loads a run's model and the vectors of a collection it was scored on.
     *
     * @param place where corpora larger than memory are indexed
     * @param compute what to compute on, started
     * @throws BadInputException if the run was not scored on it, if the collection's pool is larger
     *     than memory, if its data are no longer those that were scored, or if the model cannot be
     *     read
     * @throws java.util.concurrent.CancellationException if asked to stop
     */
    public static CollectionSearcher open(
            RunFolder run,
            String collection,
            PoolPlace place,
            Compute compute,
            Progress progress,
            Cancellation stop) {
        ScoredRun scored = ScoredRun.open(run, collection);
        Recipe recipe = run.frozen().spec().recipe();
        progress.at("reading " + collection, 0, 0);
        TestCollection texts =
                recipe.evaluation().stream()
                        .filter(one -> one.name().equals(scored.summary().collection()))
                        .findFirst()
                        .orElseThrow()
                        .dataset(place)
                        .collectionToScoreOn();
        ResultFolder results = scored.results();
        if (texts.questions().size() != scored.summary().questions()) {
            throw BadInputException.in(
                    results.path(),
                    "was scored on %d questions, but the data hold %d now; score the run anew"
                            .formatted(scored.summary().questions(), texts.questions().size()));
        }
        progress.at("loading the model", 0, 0);
        ModelEvaluation model = ModelEvaluation.open(run.model(), recipe.encoding(), compute);
        try {
            // A colleague's folder may be read-only; then they are computed anew each time.
            Optional<Path> kept =
                    Optional.of(results.textVectors())
                            .filter(f -> Files.isWritable(results.path()));
            CollectionSearcher searcher =
                    new CollectionSearcher(model, model.vectors(texts, kept, progress, stop));
            searcher.warmUp();
            return searcher;
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /** The engine compiles at its first few questions; nobody should wait for that. */
    private void warmUp() {
        search.questions().stream()
                .limit(WARM_UP)
                .forEach(question -> answer(Query.typed(question.text(), 1)));
    }

    /**
     * Ranks all candidates for one question.
     *
     * @throws BadInputException if the collection has no such question or passage
     */
    public Answers answer(Query query) {
        long begun = System.nanoTime();
        Optional<Question> picked =
                Optional.ofNullable(query.question()).map(id -> search.questions().get(row(id)));
        int[] order = search.order(score(query));
        int[] ranks = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            ranks[order[i]] = i + 1;
        }
        Set<String> relevant =
                picked.map(question -> search.collection().judgments().of(question.id()))
                        .orElse(Set.of());
        String followed = query.follow();
        if (followed == null && relevant.isEmpty()) {
            followed = search.passages().get(order[0]).id();
        }
        List<Answer> best = new ArrayList<>();
        for (int i = 0; i < Math.min(query.hits(), order.length); i++) {
            best.add(answer(order[i], i + 1, relevant));
        }
        List<Answer> others = new ArrayList<>();
        for (String id : followed == null ? relevant : parallel.of(known(followed))) {
            int column = columns.get(id);
            others.add(answer(column, ranks[column], relevant));
        }
        others.sort((a, b) -> Integer.compare(a.rank(), b.rank()));
        return new Answers(
                picked.map(Question::text).orElse(query.text()),
                picked.map(Question::lang).orElse(null),
                order.length,
                followed,
                best,
                others,
                (System.nanoTime() - begun) / 1e6);
    }

    private float[] score(Query query) {
        Vectors asked =
                query.question() != null
                        ? question(row(query.question()))
                        : model.encoder()
                                .encode(
                                        Side.QUESTION,
                                        List.of(query.text()),
                                        Progress.NONE,
                                        Cancellation.NEVER); // [1, E]
        products.scores(asked, scores);
        float[] values = new float[scores.capacity()];
        scores.get(0, values);
        return values;
    }

    private Vectors question(int row) {
        return new Vectors(1, questions.dimension(), questions.row(row));
    }

    private int row(String question) {
        Integer row = rows.get(question);
        if (row == null) {
            throw new BadInputException(
                    search.collection().name()
                            + " has no question '"
                            + question
                            + "'; name one by its id, or ask in words");
        }
        return row;
    }

    private String known(String passage) {
        if (!columns.containsKey(passage)) {
            throw new BadInputException(
                    search.collection().name() + " has no passage '" + passage + "' to follow");
        }
        return passage;
    }

    private Answer answer(int column, int rank, Set<String> relevant) {
        Passage passage = search.passages().get(column);
        return new Answer(
                passage.id(),
                passage.lang(),
                passage.text(),
                rank,
                scores.get(column),
                relevant.contains(passage.id()));
    }

    @Override
    public void close() {
        products.close();
        model.close();
    }
}
