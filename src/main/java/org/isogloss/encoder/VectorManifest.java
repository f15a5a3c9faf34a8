package org.isogloss.encoder;

/**
 * What vectors on disk are of: two sets with equal manifests are the same vectors.
 *
 * @param format {@link #FORMAT}
 * @param count how many texts, N
 * @param dimension E
 * @param shardRows rows of each shard but the last
 * @param data the texts' SHA-256
 * @param model the model directory's SHA-256
 * @param settings how a text became a vector
 * @param side whose prefix was used
 * @param context whether each passage was encoded together with its paragraph
 */
public record VectorManifest(
        String format,
        int count,
        int dimension,
        int shardRows,
        String data,
        String model,
        EncodingSettings settings,
        Side side,
        boolean context) {
    /** The layout's name; it changes when the layout does. */
    public static final String FORMAT = "isogloss-vectors-1";

    /** A shard of 1,024 numbers a row takes 128 MiB, and encoding it some minutes. */
    public static final int SHARD_ROWS = 1 << 15;

    /** How many shards there are. */
    public int shards() {
        return (int) (((long) count + shardRows - 1) / shardRows);
    }

    /** The first row of a shard. */
    public int from(int shard) {
        return Math.multiplyExact(shard, shardRows);
    }

    /** The row after a shard's last. */
    public int to(int shard) {
        return (int) Math.min(count, (shard + 1L) * shardRows);
    }
}
