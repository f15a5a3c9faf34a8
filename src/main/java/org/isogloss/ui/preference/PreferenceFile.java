package org.isogloss.ui.preference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.ui.words.Words;

/**
 * The file preferences are kept in.
 *
 * @param path in the user's configuration folder
 */
public record PreferenceFile(Path path) {
    private static final Words WORDS = Words.of(PreferenceFile.class);

    /**
     * Reads the preferences; a file that cannot be read is set aside, never overwritten.
     *
     * @param warn takes a sentence naming the file that was set aside
     * @return the standard ones if there is no usable file
     */
    public Preferences load(Consumer<String> warn) {
        return load(Preferences.STANDARD, warn);
    }

    private Preferences load(Preferences otherwise, Consumer<String> warn) {
        if (!Files.exists(path)) {
            return otherwise;
        }
        try {
            return JsonFile.read(path, Preferences.class);
        } catch (BadInputException e) {
            warn.accept(
                    WORDS.text(
                            "preferenceFile.thePreferencesCouldNot",
                            AtomicFile.setAside(path),
                            e.getMessage()));
            return otherwise;
        }
    }

    /**
     * Writes the preferences, and with them what another window has written since.
     *
     * @param last as this window last read or wrote them
     * @param warn takes a sentence naming a file that could not be read and was set aside
     */
    public void save(Preferences preferences, Preferences last, Consumer<String> warn) {
        Preferences found = Files.isRegularFile(path) ? load(last, warn) : last;
        save(preferences.with(last, found));
    }

    /** Writes the preferences as they are. */
    public void save(Preferences preferences) {
        JsonFile.write(path, preferences);
    }
}
