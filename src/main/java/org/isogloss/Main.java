package org.isogloss;

import java.util.Optional;
import org.isogloss.cli.IsoglossCommand;
import org.isogloss.launch.Installation;
import org.isogloss.run.UserFolder;
import org.isogloss.ui.shell.DisplayCheck;
import org.isogloss.ui.shell.Workbench;

/** Opens the window without arguments, and runs a command with arguments. */
public final class Main {
    private static final int NO_DISPLAY = 2;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        // Charts are drawn through AWT, which must not look for a display of its own.
        System.setProperty("java.awt.headless", "true");
        System.exit(arguments.length == 0 ? window() : IsoglossCommand.execute(arguments));
    }

    private static int window() throws InterruptedException {
        Optional<String> problem = DisplayCheck.problem();
        if (problem.isPresent()) {
            System.err.println(problem.get());
            return NO_DISPLAY;
        }
        Workbench.open(UserFolder.own(), Installation.find());
        return 0;
    }
}
