package org.isogloss.ui.datasets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.isogloss.base.BadInputException;
import org.isogloss.base.LineSource;
import org.isogloss.base.OpenedPath;
import org.isogloss.corpus.parquet.ParquetRows;
import org.isogloss.ui.words.Words;

/**
 * The lines of a file around one of them, also out of {@code .gz} and {@code .zip}; of Parquet its
 * rows.
 *
 * @param file the file's path as it is shown
 * @param marked the line it is about, from 1
 * @param lines some lines in a row; fewer where the file ends or cannot be read on
 * @param problem why it cannot be read on, or empty
 */
record Excerpt(String file, long marked, List<Line> lines, String problem) {
    private static final Words WORDS = Words.of(Excerpt.class);

    private static final int BEFORE = 3;
    private static final int AFTER = 3;
    private static final int LONGEST = 2000;
    private static final int LONGEST_AROUND = 240;

    Excerpt {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param number from 1
     * @param text its text; of a long line the beginning
     */
    record Line(long number, String text) {}

    /**
     * Reads the lines around one.
     *
     * @param dataset the file or folder that was read
     * @param file the file in it, as a report or an exception names it
     * @param line the line, from 1; 0 stands for the first
     */
    static Excerpt of(Path dataset, String file, long line) {
        long marked = Math.max(1, line);
        try (OpenedPath opened = new OpenedPath(dataset)) {
            int inside = file.indexOf("!/");
            String name = inside < 0 ? file : file.substring(inside + 1);
            Path found = opened.root().getFileSystem().getPath(name);
            if (!Files.isRegularFile(found)) {
                return new Excerpt(file, marked, List.of(), WORDS.text("excerpt.thisFileCannotBe"));
            }
            return around(found, marked);
        } catch (BadInputException refused) {
            return new Excerpt(file, marked, List.of(), String.valueOf(refused.getMessage()));
        }
    }

    private static Excerpt around(Path file, long marked) {
        Deque<Line> lines = new ArrayDeque<>();
        String shown = OpenedPath.shown(file);
        try {
            if (ParquetRows.fits(file)) {
                readRows(file, marked, lines);
            } else {
                readLines(file, marked, lines);
            }
        } catch (BadInputException unreadable) {
            String why = Problem.of(unreadable).sentence();
            return new Excerpt(shown, marked, new ArrayList<>(lines), why);
        }
        return new Excerpt(shown, marked, new ArrayList<>(lines), "");
    }

    private static void readLines(Path file, long marked, Deque<Line> lines) {
        try (LineSource source = new LineSource(file)) {
            String text = source.next();
            while (text != null && source.number() <= marked + AFTER) {
                keep(lines, source.number(), text, marked);
                text = source.next();
            }
        }
    }

    private static void readRows(Path file, long marked, Deque<Line> lines) {
        try (ParquetRows source = new ParquetRows(file)) {
            Object row = source.next();
            for (long number = 1; row != null && number <= marked + AFTER; number++) {
                keep(lines, number, row.toString(), marked);
                row = source.next();
            }
        }
    }

    private static void keep(Deque<Line> lines, long number, String text, long marked) {
        lines.add(new Line(number, abridged(text, number == marked ? LONGEST : LONGEST_AROUND)));
        if (lines.getFirst().number() < marked - BEFORE) {
            lines.removeFirst();
        }
    }

    private static String abridged(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "…";
    }
}
