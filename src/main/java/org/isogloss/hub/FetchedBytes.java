package org.isogloss.hub;

import org.isogloss.base.Progress;

/**
 * Tells progress over several files: the bytes of those that are done, and of the one that comes.
 */
final class FetchedBytes {
    private final String what;
    private final long total;
    private final Progress progress;
    private long done;

    FetchedBytes(String what, long total, Progress progress) {
        this.what = what;
        this.total = total;
        this.progress = progress;
    }

    /** A file is there. */
    void add(long file) {
        done += file;
        progress.at(what, done, total);
    }

    /** So much of the next file is there. */
    void at(long ofFile) {
        progress.at(what, Math.min(done + ofFile, total - 1), total);
    }
}
