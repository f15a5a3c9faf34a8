package org.isogloss.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isogloss.base.BadInputException;

/**
 * Follows a growing event log: each poll returns the events written since the one before.
 *
 * <p>It keeps a byte offset, leaves a last line without its end for the next poll, and passes over
 * a line that is not an event (a killed writer's half line) and the NUL bytes that a file system
 * may leave after a power cut. Not thread-safe.
 */
public final class EventTail {
    private static final int CHUNK = 4 << 20;

    private final Path file;
    private long offset;
    private long length;

    public EventTail(Path file) {
        this.file = file;
    }

    /** The bytes read so far. */
    public long offset() {
        return offset;
    }

    /** The bytes that the log had at the last poll, with a last line that has no end yet. */
    long length() {
        return length;
    }

    /** The events written since the last poll; none if there is no log yet. */
    public List<LoggedEvent> poll() {
        List<LoggedEvent> events = new ArrayList<>();
        if (!Files.exists(file)) {
            return events;
        }
        try (FileChannel channel = FileChannel.open(file)) {
            length = channel.size();
            while (offset < channel.size()) {
                byte[] bytes = read(channel, (int) Math.min(channel.size() - offset, CHUNK));
                int complete = takeLines(bytes, events);
                if (complete == 0 && bytes.length < CHUNK) {
                    break;
                }
                offset += complete == 0 ? bytes.length : complete; // no event is that long
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
        return events;
    }

    private byte[] read(FileChannel channel, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) > 0) {
            // a short read is followed by another
        }
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    private static int takeLines(byte[] bytes, List<LoggedEvent> events) {
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                while (bytes[start] == 0) {
                    start++;
                }
                String line = new String(bytes, start, i - start, StandardCharsets.UTF_8);
                start = i + 1;
                if (!line.isBlank()) {
                    try {
                        events.add(LoggedEvent.parse(line));
                    } catch (BadInputException torn) {
                        // the half line of a killed writer carries nothing that can be used
                    }
                }
            }
        }
        return start;
    }
}
