package org.isogloss.ui.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/** Asks the user which data to add; tests answer in the user's place. */
public interface DataChooser {
    /** Asks for files; none if the user chose none. */
    List<Path> files(Window owner);

    /** Asks for a folder. */
    Optional<Path> folder(Window owner);
}
