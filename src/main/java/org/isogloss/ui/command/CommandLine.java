package org.isogloss.ui.command;

import java.util.List;
import java.util.stream.Collectors;

/** Words as one line for a terminal. */
public final class CommandLine {
    private CommandLine() {}

    /** A command's words, each quoted where a terminal would take it apart. */
    public static String of(List<String> words) {
        return words.stream().map(CommandLine::quoted).collect(Collectors.joining(" "));
    }

    // Double quotes serve in sh and in cmd alike, unless the word holds what sh reads in them.
    private static String quoted(String word) {
        if (word.matches("[\\w.,/:=@%+\\\\-]+")) {
            return word;
        }
        return word.matches(".*[\"$`\\\\!].*")
                ? "'" + word.replace("'", "'\\''") + "'"
                : '"' + word + '"';
    }
}
