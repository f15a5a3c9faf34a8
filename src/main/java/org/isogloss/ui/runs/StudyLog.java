package org.isogloss.ui.runs;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.isogloss.run.RunShelf;
import org.isogloss.ui.words.Words;

/**
 * What the process that works through a study wrote.
 *
 * @param path its file
 */
record StudyLog(Path path) {
    private static final Words WORDS = Words.of(StudyLog.class);

    private static final int END = 1 << 14;
    private static final int LINES = 6;
    // what the commands, the virtual machine and a stack trace begin their last words with
    private static final Pattern ERROR =
            Pattern.compile("(isogloss: |Error|Exception in |Caused by: |\\s+at |# ).*");

    static StudyLog of(RunShelf shelf, String study) {
        return new StudyLog(shelf.studyLog(study));
    }

    /** The last lines if the process ended with an error; none otherwise. */
    List<String> lastError() {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long start = Math.max(0, file.length() - END);
            byte[] bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            List<String> all =
                    new String(bytes, StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .toList();
            List<String> last = all.subList(Math.max(0, all.size() - LINES), all.size());
            boolean error = !last.isEmpty() && ERROR.matcher(last.get(last.size() - 1)).matches();
            return error ? last : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    WORDS.text("studyLog.cannotRead", path, e.getMessage()), e);
        }
    }

    /** True if it was written to after a moment. */
    boolean writtenAfter(Instant moment) {
        try {
            return Files.exists(path)
                    && Files.getLastModifiedTime(path).toInstant().isAfter(moment);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    WORDS.text("studyLog.cannotRead", path, e.getMessage()), e);
        }
    }
}
