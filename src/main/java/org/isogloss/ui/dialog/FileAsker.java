package org.isogloss.ui.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks the user for a file. */
public interface FileAsker {
    /**
     * Asks which file to open.
     *
     * @param title what it is for: {@code Open a study}
     * @param extensions of the files to choose from: {@code json}
     * @return empty if the user chose none
     */
    Optional<Path> toOpen(String title, List<String> extensions);

    /**
     * Asks where to save.
     *
     * @param title what is saved
     * @param name a file name to start from, with its extension
     * @return empty if the user chose none
     */
    Optional<Path> toSave(String title, String name);
}
