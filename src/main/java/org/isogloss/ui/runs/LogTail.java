package org.isogloss.ui.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isogloss.ui.words.Words;

/**
 * Follows a growing log of words: each poll returns the lines written since the one before. Of a
 * log that is very long when it is first looked at, the end is read. Not thread-safe.
 */
final class LogTail {
    private static final Words WORDS = Words.of(LogTail.class);
    private static final long MOST = 32 << 20;

    private final Path file;
    private long offset = -1;

    LogTail(Path file) {
        this.file = file;
    }

    /**
     * What is new.
     *
     * @param anew whether the lines are to stand in place of those before, because the file was
     *     begun anew
     * @param lines without their ends; a last line that is still being written is not among them
     */
    record News(boolean anew, List<String> lines) {}

    /** The lines written since the last poll; none if there is no file yet. */
    News poll() {
        if (!Files.exists(file)) {
            boolean gone = offset > 0;
            offset = -1;
            return new News(gone, List.of());
        }
        try (FileChannel channel = FileChannel.open(file)) {
            boolean shorter = channel.size() < offset;
            boolean skipped = offset < 0 && channel.size() > MOST;
            if (offset < 0 || shorter) {
                offset = Math.max(0, channel.size() - MOST);
            }
            List<String> lines = new ArrayList<>();
            ByteBuffer buffer = ByteBuffer.allocate((int) (channel.size() - offset));
            while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) > 0) {
                // a short read is followed by another
            }
            take(buffer.array(), buffer.position(), lines);
            if (skipped && !lines.isEmpty()) {
                lines.remove(0); // it began somewhere in the middle
            }
            return new News(shorter, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    WORDS.text("studyLog.cannotRead", file, e.getMessage()), e);
        }
    }

    private void take(byte[] bytes, int length, List<String> lines) {
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                // Native libraries write what they like; a byte that is no UTF-8 spoils only
                // itself.
                lines.add(
                        new String(bytes, start, i - start, StandardCharsets.UTF_8)
                                .stripTrailing());
                start = i + 1;
            }
        }
        offset += start;
    }
}
