package org.isogloss.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.format.DatasetFormats;

/**
 * Isogloss's side of the comparison of readers: {@code fitness.py} calls it and {@code
 * peer_read.py} in turn.
 *
 * <p>Not a test. {@code FILE} is read to a data set several times; each prints the sum of the
 * lengths of its texts in code points, and the bytes of the file as the work.
 */
final class ReadPeer {
    private static final int PASSES = 8;

    private ReadPeer() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        for (int pass = 0; pass < PASSES; pass++) {
            BenchClock clock = new BenchClock();
            ParallelCorpus items = DatasetFormats.read(file).items();
            clock.stop();
            clock.print(pass, (double) characters(items), (double) Files.size(file));
        }
    }

    private static long characters(ParallelCorpus corpus) {
        return corpus.items().stream()
                .flatMap(item -> item.pairs().values().stream())
                .mapToLong(pair -> length(pair.question()) + length(pair.passage()))
                .sum();
    }

    private static long length(String text) {
        return text.codePointCount(0, text.length());
    }
}
