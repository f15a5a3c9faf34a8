package org.isogloss;

import org.isogloss.cli.IsoglossCommand;

/** Starts the window without arguments, and the command line with arguments. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // Charts are drawn through AWT, which must not look for a display of its own.
        System.setProperty("java.awt.headless", "true");
        System.exit(arguments.length == 0 ? window() : IsoglossCommand.execute(arguments));
    }

    private static int window() {
        return 0;
    }
}
