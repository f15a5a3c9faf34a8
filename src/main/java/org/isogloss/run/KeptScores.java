package org.isogloss.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.isogloss.analysis.stats.RunScores;
import org.isogloss.base.BadInputException;

/**
 * Runs' scores, each file read once: they are kept while there is memory for them and the file has
 * the size and time it was read with. For any thread; who asks while a file is read waits.
 */
public final class KeptScores {
    private record Kept(long size, long written, SoftReference<RunScores> scores) {}

    private final Map<Path, Kept> kept = new HashMap<>();

    /**
     * All scores of a run, added up by question id.
     *
     * @throws BadInputException as {@link ScoredRun#scores}
     */
    public synchronized RunScores of(ScoredRun run) {
        Path file = run.results().scores();
        if (!Files.exists(file)) {
            return run.scores(Set.of()); // which says what is missing
        }
        BasicFileAttributes now = attributes(file);
        Kept before = kept.get(file);
        RunScores known = before == null ? null : before.scores.get();
        if (known != null
                && before.size == now.size()
                && before.written == now.lastModifiedTime().toMillis()) {
            return known;
        }
        RunScores read = run.scores(Set.of());
        kept.put(
                file,
                new Kept(now.size(), now.lastModifiedTime().toMillis(), new SoftReference<>(read)));
        return read;
    }

    private static BasicFileAttributes attributes(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file, e);
        }
    }
}
