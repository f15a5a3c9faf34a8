package org.isogloss.corpus.pool;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Fingerprint;
import org.isogloss.base.LineSource;
import org.isogloss.corpus.Passage;

/**
 * Reads a file of passages once and leaves its index on disk, written aside and then moved.
 *
 * <p>Why the text is written out: a gzip stream can only be entered where the state of its
 * decompressor was kept, which Java's does not give away, so reading a passage in place would
 * decompress everything before it. Of each passage only eight bytes stay on the heap.
 */
final class FileIndexer {
    private static final String ASIDE = ".part";
    private static final Duration DEAD = Duration.ofHours(1);
    private static final int CHECK_EVERY = 1 << 12;

    private final PassageFile source;
    private final LongConsumer written;
    private final Cancellation cancellation;
    private long[] entries = new long[1 << 16];
    private int count;
    private long end;

    /** Indexes a file, telling now and then how many bytes of text have been written. */
    FileIndexer(PassageFile source, LongConsumer written, Cancellation cancellation) {
        this.source = source;
        this.written = written;
        this.cancellation = cancellation;
    }

    /**
     * Makes the index.
     *
     * @param outside what the file looked like before its fingerprint was taken
     * @throws BadInputException naming file, line and remedy if a line is no passage, an id stands
     *     twice, or the file changed meanwhile
     */
    void index(IndexFolder target, String sha256, String outside) {
        String name = target.path().getFileName().toString();
        String unique = Long.toHexString(ThreadLocalRandom.current().nextLong());
        IndexFolder aside =
                new IndexFolder(target.path().resolveSibling(name + "." + unique + ASIDE));
        try {
            Files.createDirectories(aside.path());
            removeDead(target);
            try {
                write(aside);
                writeIds(aside);
                for (Path file : List.of(aside.passages(), aside.offsets(), aside.ids())) {
                    force(file);
                }
                if (!Fingerprint.outside(source.path()).equals(outside)) {
                    throw BadInputException.in(
                            source.path(),
                            "changed while it was read; read it again when nobody writes it");
                }
                aside.complete(
                        new IndexFolder.Summary(
                                source.path().getFileName().toString(),
                                sha256,
                                source.shape().id(),
                                source.lang().tag(),
                                count));
                move(aside, target);
            } finally {
                remove(aside.path());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write " + target.path() + ": " + e.getMessage(), e);
        }
    }

    /** Whoever was faster made the same. */
    private static void move(IndexFolder aside, IndexFolder target) throws IOException {
        if (target.complete()) {
            return;
        }
        try {
            AtomicFile.move(aside.path(), target.path());
        } catch (FileSystemException e) {
            if (!target.complete()) {
                throw e;
            }
        }
    }

    private void write(IndexFolder aside) throws IOException {
        try (LineSource lines = new LineSource(source.path());
                OutputStream passages = stream(aside.passages());
                OutputStream offsets = stream(aside.offsets())) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (count % CHECK_EVERY == 0) {
                    cancellation.check();
                    written.accept(end);
                }
                if (line.isBlank()) {
                    throw lines.bad("the line is empty; remove it");
                }
                Passage passage = source.shape().passage(line, source.lang(), lines);
                byte[] id = utf8(passage.id(), lines);
                offsets.write(number(end));
                write(passages, id, utf8(passage.text(), lines), utf8(passage.context(), lines));
                add(IdEntry.of(id, count));
            }
            offsets.write(number(end));
        }
        if (count == 0) {
            throw BadInputException.in(source.path(), "is empty; it needs a passage on each line");
        }
    }

    private void write(OutputStream out, byte[]... parts) throws IOException {
        ByteBuffer lengths =
                ByteBuffer.allocate(parts.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (byte[] part : parts) {
            lengths.putInt(part.length);
        }
        out.write(lengths.array());
        end += lengths.capacity();
        for (byte[] part : parts) {
            out.write(part);
            end += part.length;
        }
    }

    private void add(long entry) {
        if (count == entries.length) {
            entries = Arrays.copyOf(entries, Math.multiplyExact(2, count));
        }
        entries[count++] = entry;
    }

    private void writeIds(IndexFolder aside) throws IOException {
        Arrays.sort(entries, 0, count);
        IndexedFile written = new IndexedFile(aside, source, count);
        for (int from = 0, to; from < count; from = to) {
            to = from + 1;
            while (to < count && IdEntry.sameHash(entries[from], entries[to])) {
                to++;
            }
            distinct(written, from, to);
        }
        try (OutputStream ids = stream(aside.ids())) {
            for (int i = 0; i < count; i++) {
                ids.write(number(entries[i]));
            }
        }
    }

    /** Passages with one hash must differ in their ids. */
    private void distinct(IndexedFile written, int from, int to) {
        for (int second = from + 1; second < to; second++) {
            for (int first = from; first < second; first++) {
                int a = IdEntry.position(entries[first]);
                int b = IdEntry.position(entries[second]);
                if (Arrays.equals(written.id(a), written.id(b))) {
                    throw BadInputException.at(
                            source.path(),
                            b + 1,
                            "id '%s' already stands in line %d; ids must differ"
                                    .formatted(written.idText(b), a + 1));
                }
            }
        }
    }

    private static byte[] utf8(String text, LineSource lines) {
        // Half a surrogate pair would become a question mark.
        if (text.chars().anyMatch(c -> Character.isSurrogate((char) c))
                && text.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff)) {
            throw lines.bad("holds half a surrogate pair; it was cut inside a character");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }

    /** What is declared whole must not be lost with the power. */
    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static OutputStream stream(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), 1 << 18);
    }

    /** What a killed process left holds gigabytes; a live one has written within the hour. */
    private static void removeDead(IndexFolder target) throws IOException {
        String name = target.path().getFileName() + ".";
        try (Stream<Path> beside = Files.list(target.path().getParent())) {
            for (Path part : beside.toList()) {
                Path text = new IndexFolder(part).passages();
                String other = part.getFileName().toString();
                if (other.startsWith(name)
                        && other.endsWith(ASIDE)
                        && Files.exists(text)
                        && Files.getLastModifiedTime(text)
                                .toInstant()
                                .isBefore(Instant.now().minus(DEAD))) {
                    remove(part);
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                List<Path> files = inside.toList();
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        }
    }
}
