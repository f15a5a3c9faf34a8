package org.isogloss.run;

import java.nio.file.Path;
import java.util.List;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Fingerprint;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.PassagePool;
import org.isogloss.encoder.Encoder;
import org.isogloss.encoder.ShardedVectors;
import org.isogloss.encoder.Side;
import org.isogloss.encoder.VectorManifest;

/**
 * Encodes a pool larger than memory into shards on disk, one after the other; stopped or killed, it
 * goes on with the first shard that is missing.
 *
 * @param encoder the model
 * @param model the model's directory, by whose content the vectors are known again
 * @param context whether a passage is encoded together with its paragraph
 */
record PoolEncoding(Encoder encoder, Path model, boolean context) {

    /**
     * Encodes the passages that are not encoded yet.
     *
     * @return the vectors of all, [N, E]
     * @throws BadInputException if the folder holds vectors of another pool, model or settings
     * @throws java.util.concurrent.CancellationException if asked to stop
     */
    ShardedVectors encode(
            PassagePool pool, Path folder, Progress progress, Cancellation cancellation) {
        return encode(pool, begun(pool, folder), Share.WHOLE, progress, cancellation);
    }

    /** The vectors in a folder, those of a pool, as far as they are there. */
    ShardedVectors begun(PassagePool pool, Path folder) {
        VectorManifest manifest =
                new VectorManifest(
                        VectorManifest.FORMAT,
                        pool.size(),
                        encoder.dimension(),
                        VectorManifest.SHARD_ROWS,
                        pool.fingerprint(),
                        Fingerprint.of(model),
                        encoder.settings(),
                        Side.PASSAGE,
                        context);
        return ShardedVectors.resume(folder, manifest);
    }

    /** Writes the shards of a share that are missing. */
    ShardedVectors encode(
            PassagePool pool,
            ShardedVectors vectors,
            Share share,
            Progress progress,
            Cancellation cancellation) {
        for (int shard : vectors.missing().stream().filter(share::has).toList()) {
            int from = vectors.manifest().from(shard);
            int to = vectors.manifest().to(shard);
            List<String> texts =
                    pool.subList(from, to).stream()
                            .map((Passage passage) -> passage.encoded(context))
                            .toList();
            Progress inPool = (what, done, total) -> progress.at(what, from + done, pool.size());
            vectors.write(shard, encoder.encode(Side.PASSAGE, texts, inPool, cancellation));
        }
        return vectors;
    }
}
