package org.isogloss.ui.design;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.ui.words.Words;

/** Where the draft outlives the window, and where windows beside each other share it. */
public final class DraftFile {
    private static final Words WORDS = Words.of(DraftFile.class);

    private final Path path;
    private Optional<StudyDraft> seen = Optional.empty();
    private boolean read;

    /**
     * @param path in the user's folder
     */
    public DraftFile(Path path) {
        this.path = path;
    }

    /** A file beside it. */
    Path sibling(String name) {
        return path.resolveSibling(name);
    }

    /**
     * The draft as it was left; a file that cannot be read is set aside, never overwritten.
     *
     * @param warn takes a sentence naming the file that was set aside
     */
    synchronized Optional<StudyDraft> load(Consumer<String> warn) {
        read = true;
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            seen = Optional.of(JsonFile.read(path, StudyDraft.class));
            return seen;
        } catch (BadInputException e) {
            warn.accept(
                    WORDS.text("draftFile.unreadable", AtomicFile.setAside(path), e.getMessage()));
            return Optional.empty();
        }
    }

    synchronized void save(StudyDraft draft) {
        JsonFile.write(path, draft);
        seen = Optional.of(draft);
        read = true;
    }

    /**
     * The draft as another window has left it since this one last read or wrote it; empty if none
     * has. What cannot be read is left to the next start, which sets it aside.
     */
    synchronized Optional<StudyDraft> changed() {
        if (!read || !Files.exists(path)) {
            return Optional.empty();
        }
        try {
            StudyDraft now = JsonFile.read(path, StudyDraft.class);
            if (seen.equals(Optional.of(now))) {
                return Optional.empty();
            }
            seen = Optional.of(now);
            return seen;
        } catch (BadInputException unreadable) {
            return Optional.empty();
        }
    }
}
