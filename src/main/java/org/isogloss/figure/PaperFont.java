package org.isogloss.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The typeface of figures on paper: Liberation Sans, which comes with the PDF library.
 *
 * <p>It is read from the program's own files, so that a figure has the same widths and the same
 * bytes on every machine whatever is installed there. It writes Latin, with the letters of
 * Vietnamese, Greek and Cyrillic; other scripts are drawn with what the machine has. It is as wide
 * as Arial and Helvetica, which stand in for it where an SVG is opened. Its licence, the SIL Open
 * Font License 1.1, permits to embed it in documents, and its embedding bits (OS/2 fsType 0) forbid
 * nothing. It has one weight.
 */
public final class PaperFont {
    /** The family's name. */
    public static final String FAMILY = "Liberation Sans";

    private static final String FILE =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final Font FONT = read();

    private PaperFont() {}

    /** The font at a size in the layout's units. */
    static Font at(float size) {
        return FONT.deriveFont(size);
    }

    /** True if it has a glyph for every character. */
    public static boolean writes(String text) {
        return FONT.canDisplayUpTo(text) < 0;
    }

    /** The font file; the caller closes it. */
    public static InputStream open() {
        InputStream file = PaperFont.class.getResourceAsStream(FILE);
        if (file == null) {
            throw new IllegalStateException("the PDF library came without its font " + FILE);
        }
        return file;
    }

    private static Font read() {
        try (InputStream file = open()) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font " + FILE, e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the PDF library's font is damaged", e);
        }
    }
}
