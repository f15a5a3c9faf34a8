package org.isogloss.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isogloss.analysis.Evaluation;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.PassagePool;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.overlap.OverlapVerdict;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.DotProducts;
import org.isogloss.encoder.Encoder;
import org.isogloss.encoder.EncodingSettings;
import org.isogloss.encoder.ModelDirectory;
import org.isogloss.encoder.Pooling;
import org.isogloss.encoder.ShardProducts;
import org.isogloss.encoder.ShardedVectors;
import org.isogloss.encoder.Side;
import org.isogloss.encoder.TextTokenizer;
import org.isogloss.encoder.Vectors;
import org.isogloss.experiment.Encoding;
import org.isogloss.retrieval.ExactSearch;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.Rankings;
import org.isogloss.retrieval.StreamingSearch;

/**
 * The second half of the straight line: a model and a test collection become vectors, rankings,
 * scores and their summary.
 *
 * @param model the model's directory
 * @param encoder the model
 * @param device where scores are computed
 * @param context whether a candidate is encoded together with its paragraph
 */
public record ModelEvaluation(Path model, Encoder encoder, ComputeDevice device, boolean context)
        implements AutoCloseable {
    /** Hits kept of each question's ranking. */
    private static final int DEPTH = 20;

    /** The same for a pool larger than memory: MIRACL's Recall@100 can be taken from them. */
    private static final int POOL_DEPTH = 100;

    /**
     * Opens a model for scoring; what the encoding leaves open is as the model's files say.
     *
     * @throws BadInputException if the model cannot be read, or texts cannot be cut as asked
     */
    public static ModelEvaluation open(Path model, Encoding encoding, Compute compute) {
        ModelDirectory directory = new ModelDirectory(model);
        EncodingSettings standard = EncodingSettings.of(directory);
        EncodingSettings settings =
                new EncodingSettings(
                        encoding.pooling() == null
                                ? standard.pooling()
                                : Pooling.of(encoding.pooling()),
                        encoding.maxTokens() == null ? standard.maxTokens() : encoding.maxTokens(),
                        encoding.questionPrefix() == null
                                ? standard.questionPrefix()
                                : encoding.questionPrefix(),
                        encoding.passagePrefix() == null
                                ? standard.passagePrefix()
                                : encoding.passagePrefix());
        try (TextTokenizer tokenizer = directory.tokenizer()) {
            TokenLimit.check(settings.maxTokens(), directory.config().longestText(), tokenizer);
        }
        return new ModelEvaluation(
                model,
                new Encoder(directory, settings, compute.device()),
                compute.device(),
                encoding.context());
    }

    /** Scores a model of unknown training data. */
    public Evaluation of(
            TestCollection collection,
            Optional<ResultFolder> out,
            Progress progress,
            Cancellation stop) {
        return of(collection, OverlapVerdict.NOT_CHECKED, out, progress, stop);
    }

    /**
     * Scores the model, and writes the results where a folder is given. A pool larger than memory
     * is encoded into shards there, which a later call goes on with.
     *
     * @param zeroShot the verdict on overlap with what the model was trained on, in a sentence
     * @throws BadInputException if such a pool is given no folder, or that of other vectors
     */
    public Evaluation of(
            TestCollection collection,
            String zeroShot,
            Optional<ResultFolder> out,
            Progress progress,
            Cancellation stop) {
        Optional<CollectionVectors> inMemory = Optional.empty();
        List<Ranking> rankings;
        if (collection.passages() instanceof PassagePool pool) {
            rankings = streamed(collection, pool, out, progress, stop);
        } else {
            CollectionVectors vectors =
                    encoded(new ExactSearch(collection), collection, progress, stop);
            rankings = ranked(vectors, DEPTH, progress, stop);
            inMemory = Optional.of(vectors);
        }
        Rankings found = Rankings.of(collection, rankings);
        Results results =
                new Results(collection.name(), collection.questions().size(), zeroShot, found);
        if (out.isPresent()) {
            progress.at("writing results", 0, 0);
            out.get().save(found);
            inMemory.map(vectors -> new VectorGeometry(vectors, results.evaluation().macro()))
                    .ifPresent(geometry -> geometry.write(out.get()));
            results.write(out.get());
        }
        return results.evaluation();
    }

    /**
     * Ranks a collection's candidates.
     *
     * @param depth hits to keep of each question's ranking
     */
    List<Ranking> ranked(
            CollectionVectors vectors, int depth, Progress progress, Cancellation stop) {
        try (DotProducts products =
                new DotProducts(vectors.questions(), vectors.passages(), device)) {
            return vectors.search().rank(products, depth, progress, stop);
        }
    }

    private CollectionVectors encoded(
            ExactSearch search, TestCollection collection, Progress progress, Cancellation stop) {
        List<String> offered = search.passages().stream().map(p -> p.encoded(context)).toList();
        Vectors questions = questions(collection, progress, stop); // [Q, E]
        Vectors passages = encoder.encode(Side.PASSAGE, offered, progress, stop); // [N, E]
        return new CollectionVectors(search, questions, passages);
    }

    /**
     * The vectors of a collection's texts: those kept in a folder if they are of the same texts,
     * model and settings, or else new ones, which are then kept there.
     *
     * @throws BadInputException if the collection's pool is larger than memory
     */
    public CollectionVectors vectors(
            TestCollection collection,
            Optional<Path> folder,
            Progress progress,
            Cancellation stop) {
        if (collection.passages() instanceof PassagePool) {
            throw new BadInputException(
                    collection.name()
                            + ": vectors of so many passages are not held in memory; take a smaller"
                            + " collection");
        }
        ExactSearch search = new ExactSearch(collection);
        if (folder.isEmpty()) {
            return encoded(search, collection, progress, stop);
        }
        CollectionVectors.Origin origin =
                CollectionVectors.Origin.of(search, model, encoder.settings(), context);
        Optional<CollectionVectors> kept = CollectionVectors.read(folder.get(), search, origin);
        if (kept.isPresent()) {
            return kept.get();
        }
        CollectionVectors fresh = encoded(search, collection, progress, stop);
        fresh.write(folder.get(), origin);
        return fresh;
    }

    private List<Ranking> streamed(
            TestCollection collection,
            PassagePool pool,
            Optional<ResultFolder> out,
            Progress progress,
            Cancellation stop) {
        Path folder =
                out.map(ResultFolder::vectors)
                        .orElseThrow(
                                () ->
                                        new BadInputException(
                                                collection.name()
                                                        + ": the vectors of so many passages are"
                                                        + " kept on disk; name a folder for the"
                                                        + " results"));
        StreamingSearch search = new StreamingSearch(collection);
        Vectors questions = questions(collection, progress, stop); // [Q, E]
        ShardedVectors passages =
                new PoolEncoding(encoder, model, context).encode(pool, folder, progress, stop);
        try (ShardProducts products = new ShardProducts(questions, passages, device)) {
            return search.rank(products, POOL_DEPTH, progress, stop);
        }
    }

    /**
     * Encodes a share of a pool larger than memory into shards on disk, beside other processes that
     * encode other shares of it into the same folder; together they are what {@link #of} writes
     * there and goes on with.
     *
     * @return all vectors, those of other shares as far as they are there
     * @throws BadInputException if the folder holds vectors of another pool, model or settings
     * @throws java.util.concurrent.CancellationException if asked to stop
     */
    public ShardedVectors encode(
            PassagePool pool, Path folder, Share share, Progress progress, Cancellation stop) {
        PoolEncoding encoding = new PoolEncoding(encoder, model, context);
        return encoding.encode(pool, encoding.begun(pool, folder), share, progress, stop);
    }

    private Vectors questions(TestCollection collection, Progress progress, Cancellation stop) {
        List<String> asked = collection.questions().stream().map(Question::text).toList();
        return encoder.encode(Side.QUESTION, asked, progress, stop);
    }

    @Override
    public void close() {
        encoder.close();
    }
}
