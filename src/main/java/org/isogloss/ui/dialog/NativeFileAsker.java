package org.isogloss.ui.dialog;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.isogloss.ui.words.Words;

/** Asks with the system's own file dialogs. */
public final class NativeFileAsker implements FileAsker {
    private static final Words WORDS = Words.of(NativeFileAsker.class);

    private final Window owner;
    private final LastFolder folder = new LastFolder();

    public NativeFileAsker(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> toOpen(String title, List<String> extensions) {
        return path(folder.remember(chooser(title, extensions).showOpenDialog(owner)));
    }

    @Override
    public Optional<Path> toSave(String title, String name) {
        FileChooser chooser = chooser(title, List.of(name.substring(name.lastIndexOf('.') + 1)));
        chooser.setInitialFileName(name);
        return path(folder.remember(chooser.showSaveDialog(owner)));
    }

    private FileChooser chooser(String title, List<String> extensions) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(folder.open());
        chooser.getExtensionFilters()
                .add(
                        new FileChooser.ExtensionFilter(
                                WORDS.text(
                                        "nativeFileAsker.files",
                                        extensions.get(0).toUpperCase(Locale.ROOT)),
                                extensions.stream().map(one -> "*." + one).toList()));
        return chooser;
    }

    private static Optional<Path> path(File chosen) {
        return Optional.ofNullable(chosen).map(File::toPath);
    }
}
