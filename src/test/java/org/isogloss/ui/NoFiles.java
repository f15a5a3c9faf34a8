package org.isogloss.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isogloss.ui.dialog.FileAsker;

/** A user who chooses no file. */
public final class NoFiles implements FileAsker {
    @Override
    public Optional<Path> toOpen(String title, List<String> extensions) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> toSave(String title, String name) {
        return Optional.empty();
    }
}
