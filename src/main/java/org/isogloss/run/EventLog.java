package org.isogloss.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Appends events to a run's log, each line in a single write, so that a reader never sees lines
 * mixed.
 *
 * <p>Two processes may write at once: whoever launches a run notes it while the run begins to
 * write, so every write goes to the end of the file, wherever that then is. A half line that a
 * killed writer or a full disk left is ended first, so that it spoils no other.
 */
public final class EventLog implements AutoCloseable {
    private final Path file;
    private final Clock clock;
    private final FileChannel channel;
    private final LongSupplier nanos;
    private long seq;
    private long last;
    private boolean torn;

    /** Opens a log to append to, creating it where needed. */
    public EventLog(Path file, Clock clock) {
        this(file, clock, System::nanoTime);
    }

    /**
     * Opens a log to append to.
     *
     * @param nanos a time in nanoseconds that only ever grows, unlike the clock, which is set
     */
    EventLog(Path file, Clock clock, LongSupplier nanos) {
        this.file = file;
        this.clock = clock;
        this.nanos = nanos;
        this.last = nanos.getAsLong();
        try {
            channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.APPEND);
            seq = new EventTail(file).poll().stream().mapToLong(LoggedEvent::seq).max().orElse(0);
            torn = !endsWithNewline();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + file + ": " + e.getMessage(), e);
        }
    }

    /** Appends an event. */
    public synchronized void append(RunEvent event) {
        last = nanos.getAsLong();
        try {
            if (torn) {
                write("\n");
                torn = false;
            }
            write(new LoggedEvent(seq + 1, clock.instant(), event).toLine() + "\n");
            seq++;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Has the system write what was appended where other machines see it: a network file system
     * keeps it back for half a minute otherwise. It may take as long as the disk does, and holds up
     * no append meanwhile.
     */
    void force() {
        try {
            channel.force(false);
        } catch (ClosedChannelException closed) {
            // whoever closed it forced it
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** The time since this writer appended an event, or was opened. */
    synchronized Duration silence() {
        return Duration.ofNanos(nanos.getAsLong() - last);
    }

    @Override
    public synchronized void close() {
        force();
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
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } finally {
            torn = torn || (bytes.position() > 0 && bytes.hasRemaining());
        }
    }
}
