package org.isogloss.run.bench;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.pool.IndexedPassages;
import org.isogloss.corpus.pool.MiraclPassages;

/**
 * Measures how fast a corpus larger than memory is read and indexed: a made-up shard of MIRACL in a
 * temporary folder, indexed anew each time; the folder is deleted when this is closed.
 */
final class IndexingBench implements AutoCloseable {
    private static final int LINES = 10_000;

    private final Path folder;
    private final Path shard;
    private int indexed;

    /** Writes the shard, its passages the texts over and over. */
    IndexingBench(List<String> texts) {
        try {
            folder = Files.createTempDirectory("isogloss-bench");
            shard = folder.resolve("docs-0.jsonl.gz");
            try (Writer out =
                    new OutputStreamWriter(
                            new GZIPOutputStream(Files.newOutputStream(shard)),
                            StandardCharsets.UTF_8)) {
                for (int i = 0; i < LINES; i++) {
                    out.write(
                            "{\"docid\": \"%d#0\", \"title\": \"\", \"text\": \"%s\"}\n"
                                    .formatted(i, texts.get(i % texts.size())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a corpus: " + e.getMessage(), e);
        }
    }

    /** Lines read and indexed in a second. */
    Rate index(Windows windows, Progress progress, Cancellation stop) {
        return windows.measure("measuring indexing", () -> index(stop), progress, stop);
    }

    private double index(Cancellation stop) {
        Path cache = folder.resolve("cache-" + indexed++);
        int lines =
                IndexedPassages.open(
                                MiraclPassages.files(folder, new Lang("en")),
                                cache,
                                Progress.NONE,
                                stop)
                        .size();
        delete(cache);
        return lines;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        delete(folder);
    }
}
