package org.isogloss.ui.design;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.ui.words.Words;

/**
 * Where the draft outlives the window.
 *
 * @param path in the user's folder
 */
public record DraftFile(Path path) {
    private static final Words WORDS = Words.of(DraftFile.class);

    /**
     * The draft as it was left; a file that cannot be read is set aside, never overwritten.
     *
     * @param warn takes a sentence naming the file that was set aside
     */
    Optional<StudyDraft> load(Consumer<String> warn) {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonFile.read(path, StudyDraft.class));
        } catch (BadInputException e) {
            warn.accept(
                    WORDS.text("draftFile.unreadable", AtomicFile.setAside(path), e.getMessage()));
            return Optional.empty();
        }
    }

    void save(StudyDraft draft) {
        JsonFile.write(path, draft);
    }
}
