package org.isogloss.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.ParallelCorpus;

/**
 * Which rows every training step sees, fixed by settings, corpora and seed, before anything is
 * trained.
 *
 * <p>For each batch the kind is drawn, then a data set that can make it (p ∝ size^(1/T), as in
 * {@link BatchSettings}, times its weight), then the languages: one for a monolingual batch, else a
 * new pair for each row. Within an epoch no item of a data set comes twice while one that exists in
 * the same languages and whose question is not in the batch has not come at all; each epoch starts
 * afresh, in another order.
 */
public final class BatchPlan {
    private final BatchSettings settings;
    private final List<CorpusIndex> corpora;
    private final Map<CorpusIndex, Double> weights = new HashMap<>();
    private final long seed;
    private final int batchesPerEpoch;
    private final List<BatchKind> kinds = new ArrayList<>();
    private final Chances kindChances;
    private final Map<BatchKind, List<RowSource>> sources = new EnumMap<>(BatchKind.class);
    private final Map<BatchKind, Chances> sourceChances = new EnumMap<>(BatchKind.class);
    private int cachedEpoch = -1;
    private List<Batch> cached = List.of();

    /** A plan that draws data sets by their sizes alone. */
    public BatchPlan(BatchSettings settings, List<ParallelCorpus> corpora, long seed) {
        this(settings, corpora, Collections.nCopies(corpora.size(), 1.0), seed);
    }

    /**
     * Checks that every batch that may be drawn can be filled.
     *
     * @param weights of the data sets, one each, above 0: p ∝ weight · size^(1/T)
     * @throws BadInputException naming data set, language and count if one cannot
     */
    public BatchPlan(
            BatchSettings settings, List<ParallelCorpus> corpora, List<Double> weights, long seed) {
        this.settings = settings;
        this.corpora = corpora.stream().map(CorpusIndex::new).toList();
        for (int i = 0; i < weights.size(); i++) {
            this.weights.put(this.corpora.get(i), weights.get(i));
        }
        this.seed = seed;
        Set<Lang> languages = new HashSet<>();
        this.corpora.forEach(index -> languages.addAll(index.languages()));
        settings.pairs().requireIn(languages);
        BatchStrategy strategy = BatchStrategies.byId(settings.strategy());
        Map<BatchKind, Double> shares = settings.shares();
        for (BatchKind kind : BatchKind.values()) {
            if (shares.getOrDefault(kind, 0.0) > 0) {
                kinds.add(kind);
                sources.put(kind, sources(kind, strategy));
                sourceChances.put(kind, sourceChances(sources.get(kind)));
            }
        }
        kindChances = new Chances(kinds.stream().mapToDouble(shares::get).toArray());
        long items = corpora.stream().mapToLong(corpus -> corpus.items().size()).sum();
        batchesPerEpoch = Math.toIntExact(items / settings.batchSize());
    }

    /** The settings the plan was made from. */
    public BatchSettings settings() {
        return settings;
    }

    /** Batches in an epoch: as many as the items of all corpora fill. */
    public int batchesPerEpoch() {
        return batchesPerEpoch;
    }

    /**
     * The batch of a step, counted from 0 through all epochs; in order this costs one epoch's
     * planning an epoch.
     */
    public synchronized Batch batch(long step) {
        int epoch = Math.toIntExact(step / batchesPerEpoch);
        if (epoch != cachedEpoch) {
            cached = epoch(epoch);
            cachedEpoch = epoch;
        }
        return cached.get((int) (step % batchesPerEpoch));
    }

    /** All batches of an epoch, counted from 0. */
    public List<Batch> epoch(int epoch) {
        // Hashing the seed first keeps the epochs of neighbouring seeds apart.
        SplittableRandom random =
                new SplittableRandom(new SplittableRandom(seed).nextLong() + epoch);
        SplittableRandom draws = random.split();
        Map<CorpusIndex, CorpusDraw> state = new HashMap<>();
        corpora.forEach(index -> state.put(index, new CorpusDraw(index, random.split())));
        List<Batch> batches = new ArrayList<>(batchesPerEpoch);
        for (int b = 0; b < batchesPerEpoch; b++) {
            BatchKind kind = kinds.get(kindChances.draw(draws));
            RowSource source = sources.get(kind).get(sourceChances.get(kind).draw(draws));
            batches.add(
                    new Batch(
                            kind,
                            source.index().corpus().name(),
                            rows(kind, source, state.get(source.index()), draws)));
        }
        return List.copyOf(batches);
    }

    private List<BatchRow> rows(
            BatchKind kind, RowSource source, CorpusDraw items, SplittableRandom draws) {
        List<BatchRow> rows = new ArrayList<>(settings.batchSize());
        RowSource.Choice choice = source.draw(draws);
        items.beginBatch();
        while (rows.size() < settings.batchSize()) {
            if (kind != BatchKind.MONOLINGUAL && !rows.isEmpty()) {
                choice = source.draw(draws);
            }
            rows.add(
                    new BatchRow(
                            items.take(choice.groups(), draws),
                            choice.pair().question(),
                            choice.pair().answer()));
        }
        items.endBatch();
        return rows;
    }

    private List<RowSource> sources(BatchKind kind, BatchStrategy strategy) {
        List<RowSource> able =
                corpora.stream()
                        .map(index -> RowSource.of(index, kind, strategy, settings))
                        .filter(source -> !source.isEmpty())
                        .toList();
        if (able.isEmpty()) {
            throw new BadInputException(
                    "the batch strategy '"
                            + strategy.id()
                            + "' makes "
                            + kind.id()
                            + " batches, but no item of the data sets "
                            + corpora.stream()
                                    .map(index -> index.corpus().name() + " " + index.languages())
                                    .toList()
                            + (kind == BatchKind.CROSS_LINGUAL
                                    ? " exists in two languages; add parallel data"
                                    : " exists in a language it takes; add data in that language")
                            + " or choose another strategy");
        }
        return able;
    }

    private Chances sourceChances(List<RowSource> able) {
        return new Chances(
                able.stream()
                        .mapToDouble(
                                source ->
                                        weights.get(source.index())
                                                * Math.pow(
                                                        source.index().corpus().items().size(),
                                                        1 / settings.datasetTemperature()))
                        .toArray());
    }
}
