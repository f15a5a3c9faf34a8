package org.isogloss;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.isogloss.cli.IsoglossCommand;
import org.isogloss.launch.Installation;
import org.isogloss.run.UserFolder;
import org.isogloss.ui.shell.DisplayCheck;
import org.isogloss.ui.shell.Workbench;

/** Opens the window without arguments or on a study's file, and runs a command otherwise. */
public final class Main {
    private static final int NO_DISPLAY = 2;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        // Charts are drawn through AWT, which must not look for a display of its own.
        System.setProperty("java.awt.headless", "true");
        // Numbers are written in one way, in files and in words, whatever a country's digits are.
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        Optional<Path> study = Installation.studyOpened(arguments);
        boolean window = arguments.length == 0 || study.isPresent();
        System.exit(window ? window(study) : IsoglossCommand.execute(arguments));
    }

    private static int window(Optional<Path> study) throws InterruptedException {
        Optional<String> problem = DisplayCheck.problem();
        if (problem.isPresent()) {
            System.err.println(problem.get());
            return NO_DISPLAY;
        }
        Workbench.open(UserFolder.own(), Installation.find(), study);
        return 0;
    }
}
