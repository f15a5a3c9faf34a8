package org.isogloss.figure.export;

import java.util.Locale;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;

/**
 * Widths that papers and slides give a figure, and the size of text that suits them there.
 *
 * <p>Columns are those of the ACL style files (7.7 cm, 16 cm for both) and of NeurIPS (5.5 inches);
 * A4 is a page with margins of 2.5 cm; a slide is 13.33 by 7.5 inches, full.
 */
public enum PaperSize {
    ACL_COLUMN("ACL column, 7.7 cm", 77, 7),
    ACL_PAGE("ACL page, 16 cm", 160, 8),
    NEURIPS("NeurIPS, 5.5 in", 139.7, 8),
    A4("A4 text width, 16 cm", 160, 9),
    SLIDE("Slide 16:9", 338.667, 18);

    private static final double SLIDE_HEIGHT = 9 / 16.;

    private final String words;
    private final double millimetres;
    private final double textPoints;

    PaperSize(String words, double millimetres, double textPoints) {
        this.words = words;
        this.millimetres = millimetres;
        this.textPoints = textPoints;
    }

    /** What it is called. */
    public String words() {
        return words;
    }

    /** Its name on the command line: {@code acl}, {@code acl-page}, {@code neurips}. */
    public String id() {
        return this == ACL_COLUMN ? "acl" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The size of an id.
     *
     * @throws BadInputException if there is none, listing those there are
     */
    public static PaperSize byId(String id) {
        return Stream.of(values())
                .filter(size -> size.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInputException(
                                        "no size of paper is called '"
                                                + id
                                                + "'; known are "
                                                + Stream.of(values()).map(PaperSize::id).toList()));
    }

    /** True if a caption beside the figure says what its title would. */
    public boolean captioned() {
        return this != SLIDE;
    }

    /**
     * A figure's size there.
     *
     * @param heightToWidth of the figure; a slide has its own
     * @param dpi pixels per inch, where there are pixels
     */
    public FigureSize size(double heightToWidth, double dpi) {
        double width = FigureSize.points(millimetres);
        double shape = this == SLIDE ? SLIDE_HEIGHT : heightToWidth;
        return new FigureSize(width, width * shape, textPoints, dpi);
    }
}
