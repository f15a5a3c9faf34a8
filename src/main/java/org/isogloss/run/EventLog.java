package org.isogloss.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;

/**
 * Appends events to a run's log, each line in a single write, so that a reader never sees lines
 * mixed.
 *
 * <p>Two processes may write at once: whoever launches a run notes it while the run begins to
 * write, so every write goes to the end of the file, wherever that then is. A half line that a
 * killed writer left is ended first, so that it spoils no other.
 */
public final class EventLog implements AutoCloseable {
    private final Path file;
    private final Clock clock;
    private final FileChannel channel;
    private long seq;
    private Instant last;

    /** Opens a log to append to, creating it where needed. */
    public EventLog(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.last = clock.instant();
        try {
            channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.APPEND);
            seq = new EventTail(file).poll().stream().mapToLong(LoggedEvent::seq).max().orElse(0);
            if (!endsWithNewline()) {
                write("\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + file + ": " + e.getMessage(), e);
        }
    }

    /** Appends an event. */
    public synchronized void append(RunEvent event) {
        last = clock.instant();
        try {
            write(new LoggedEvent(++seq, last, event).toLine() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** When the last event was appended by this writer, or when it was opened. */
    public synchronized Instant last() {
        return last;
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }

    private boolean endsWithNewline() throws IOException {
        try (FileChannel read = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer end = ByteBuffer.allocate(1);
            return read.size() == 0 || (read.read(end, read.size() - 1) == 1 && end.get(0) == '\n');
        }
    }

    private void write(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
