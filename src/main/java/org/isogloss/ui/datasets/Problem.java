package org.isogloss.ui.datasets;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isogloss.base.BadInputException;
import org.isogloss.ui.words.Words;

/**
 * What keeps a data set from being read, or was left out of it.
 *
 * @param file the file, or empty where it lies in none
 * @param line the line, or in Parquet the row, from 1, or 0 where it lies in the file as a whole
 * @param sentence what is wrong and what to do
 */
record Problem(String file, long line, String sentence) {
    private static final Words WORDS = Words.of(Problem.class);

    // The forms of BadInputException: file:line: problem, and file: problem.
    private static final Pattern AT_LINE = Pattern.compile("(.+?):([0-9]+): (.*)", Pattern.DOTALL);
    // Parquet has no lines; its rows are told in words.
    private static final Pattern AT_ROW =
            Pattern.compile("(.+?\\.parquet): row ([0-9]+): (.*)", Pattern.DOTALL);
    private static final Pattern IN_FILE =
            Pattern.compile("([^:]*[/\\\\].*?): (.*)", Pattern.DOTALL);

    /** Takes an exception's message apart. */
    static Problem of(BadInputException refused) {
        String message = String.valueOf(refused.getMessage());
        Matcher row = AT_ROW.matcher(message);
        Matcher at = row.matches() ? row : AT_LINE.matcher(message);
        if (at.matches()) {
            return new Problem(at.group(1), Long.parseLong(at.group(2)), at.group(3));
        }
        Matcher in = IN_FILE.matcher(message);
        return in.matches()
                ? new Problem(in.group(1), 0, in.group(2))
                : new Problem("", 0, message);
    }

    /** Where it lies, in short: {@code xquad/ar.json:812}; empty if it lies nowhere. */
    String place() {
        if (line == 0) {
            return file;
        }
        return file.endsWith(".parquet")
                ? WORDS.text("problem.row", file, line)
                : file + ":" + line;
    }
}
