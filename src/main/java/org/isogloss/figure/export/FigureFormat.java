package org.isogloss.figure.export;

import java.nio.file.Path;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;

/** A kind of file that a figure can be written to. */
public interface FigureFormat {
    /** The stable name in files, and the file name's extension. */
    String id();

    /** What it is good for, in a few words. */
    String description();

    /**
     * Writes a figure.
     *
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    void write(Figure figure, ChartStyle style, FigureSize size, Path file);
}
