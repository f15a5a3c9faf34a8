package org.isogloss.corpus.pool;

/**
 * A passage's id and position as one number of 63 bits: above, 32 bits of the id's hash; below, its
 * position in its file. Sorted, equal ids stand together.
 *
 * <p>Two ids may share a hash, so whoever finds one by it compares the ids themselves.
 */
final class IdEntry {
    private static final int POSITION_BITS = 31;

    private IdEntry() {}

    static long of(byte[] id, int position) {
        return first(id) | position;
    }

    /** The least entry an id can have. */
    static long first(byte[] id) {
        return (hash(id) >>> 32) << POSITION_BITS;
    }

    static int position(long entry) {
        return (int) (entry & Integer.MAX_VALUE);
    }

    static int compareHashes(long a, long b) {
        return Long.compare(a >>> POSITION_BITS, b >>> POSITION_BITS);
    }

    static boolean sameHash(long a, long b) {
        return compareHashes(a, b) == 0;
    }

    /** FNV-1a with the finaliser of MurmurHash3, since its own high bits are poor. */
    private static long hash(byte[] bytes) {
        long hash = 0xcbf29ce484222325L;
        for (byte next : bytes) {
            hash = (hash ^ (next & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
