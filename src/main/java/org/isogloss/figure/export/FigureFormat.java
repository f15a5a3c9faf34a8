package org.isogloss.figure.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.isogloss.base.AtomicFile;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;

/**
 * A kind of file that a figure can be written to: the same figure in the same style and size gives
 * the same bytes.
 */
public interface FigureFormat {
    /** The stable name, and the file name's extension. */
    String id();

    /** What it is good for, in a few words. */
    String description();

    /** Writes a figure to a stream, which is left open. */
    void write(Figure figure, ChartStyle style, FigureSize size, OutputStream out)
            throws IOException;

    /**
     * Writes a figure to a file.
     *
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    default void write(Figure figure, ChartStyle style, FigureSize size, Path file) {
        AtomicFile.write(file, out -> write(figure, style, size, out));
    }
}
