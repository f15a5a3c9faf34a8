package org.isogloss.ui.dialog;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.isogloss.ui.words.Words;

/** Asks with the system's own file dialogs. */
public final class NativeDataChooser implements DataChooser {
    private static final Words WORDS = Words.of(NativeDataChooser.class);

    private final LastFolder folder = new LastFolder();

    @Override
    public List<Path> files(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(WORDS.text("nativeDataChooser.addDataFiles"));
        chooser.setInitialDirectory(folder.open());
        // The dialog answers null where nothing was chosen.
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        if (chosen == null || chosen.isEmpty()) {
            return List.of();
        }
        folder.remember(chosen.get(0));
        return chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> folder(Window owner) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(WORDS.text("nativeDataChooser.addAFolderOf"));
        chooser.setInitialDirectory(folder.open());
        return Optional.ofNullable(folder.remember(chooser.showDialog(owner))).map(File::toPath);
    }
}
