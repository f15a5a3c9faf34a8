package org.isogloss.ui.dialog;

import java.io.File;

/** Where file dialogs open: the user's home at first, then the folder of what was last chosen. */
final class LastFolder {
    private File folder = new File(System.getProperty("user.home"));

    /** The folder; null if it is gone, for which dialogs have their own answer. */
    File open() {
        return folder.isDirectory() ? folder : null;
    }

    /**
     * Remembers where something was chosen.
     *
     * @param chosen null where nothing was
     */
    File remember(File chosen) {
        if (chosen != null) {
            folder = chosen.isDirectory() ? chosen : chosen.getAbsoluteFile().getParentFile();
        }
        return chosen;
    }
}
