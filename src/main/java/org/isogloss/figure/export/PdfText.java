package org.isogloss.figure.export;

import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.text.AttributedCharacterIterator;
import java.text.Bidi;
import java.text.BreakIterator;
import java.text.CharacterIterator;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.isogloss.figure.PaperFont;

/**
 * Writes a chart's text into a PDF so that it can be searched and copied in every script.
 *
 * <p>What the paper's typeface writes is set in it. Other text is drawn as the outlines that Java's
 * text layout shapes, with invisible glyphs over them that stand for the characters ({@code
 * ActualText}, ISO 32000-1, 14.9.4). Text that runs from left to right is one such glyph. From
 * right to left there is one for each character where it is seen, since readers put characters that
 * follow each other on the page into the order of reading themselves.
 */
final class PdfText implements IPdfBoxGraphics2DFontTextDrawer {
    private static final String STAND_IN = "x";
    private static final float PERCENT = 100;

    /** Where a segment of a path keeps its end, by its kind; a closing one has none. */
    private static final List<Integer> ENDS = List.of(0, 0, 2, 4, -1);

    private final PDFont font;

    /**
     * @param font the paper's typeface, embedded in the document that is written
     */
    PdfText(PDFont font) {
        this.font = font;
    }

    @Override
    public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv env) {
        return true;
    }

    @Override
    public FontMetrics getFontMetrics(Font asked, IFontTextDrawerEnv env) {
        return env.getCalculationGraphics().getFontMetrics(asked);
    }

    @Override
    public void drawText(AttributedCharacterIterator iterator, IFontTextDrawerEnv env)
            throws IOException {
        String text = text(iterator);
        if (text.isEmpty()) {
            return;
        }
        env.applyPaint(env.getPaint(), null);
        if (PaperFont.writes(text)) {
            set(text, env);
        } else {
            outline(text, env);
        }
    }

    private void set(String text, IFontTextDrawerEnv env) throws IOException {
        PDPageContentStream content = env.getContentStream();
        float size = env.getFont().getSize2D();
        content.beginText();
        content.setFont(font, size);
        content.setTextMatrix(Matrix.getScaleInstance(1, -1));
        content.showText(text);
        content.endText();
    }

    private void outline(String text, IFontTextDrawerEnv env) throws IOException {
        FontRenderContext context = env.getFontRenderContext();
        TextLayout layout = new TextLayout(text, env.getFont(), context);
        PDPageContentStream content = env.getContentStream();
        fill(layout.getOutline(null), content);
        Bidi runs = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        for (int run = 0; run < runs.getRunCount(); run++) {
            int from = runs.getRunStart(run);
            int to = runs.getRunLimit(run);
            if (runs.getRunLevel(run) % 2 == 0) {
                standIn(text, from, to, layout, env);
            } else {
                letters(text, from, to, layout, env);
            }
        }
    }

    private void letters(String text, int from, int to, TextLayout layout, IFontTextDrawerEnv env)
            throws IOException {
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(text);
        for (int start = from; start < to; start = letters.following(start)) {
            standIn(text, start, Math.min(to, letters.following(start)), layout, env);
        }
    }

    /** An invisible glyph as wide as a part of the text, which it stands for. */
    private void standIn(String text, int from, int to, TextLayout layout, IFontTextDrawerEnv env)
            throws IOException {
        Rectangle2D seen = layout.getLogicalHighlightShape(from, to).getBounds2D();
        PDPageContentStream content = env.getContentStream();
        float size = env.getFont().getSize2D();
        float natural = font.getStringWidth(STAND_IN) / 1000 * size;
        beginActualText(text.substring(from, to), content);
        content.beginText();
        content.setRenderingMode(RenderingMode.NEITHER);
        content.setFont(font, size);
        content.setHorizontalScaling(Math.max(1, PERCENT * (float) seen.getWidth() / natural));
        content.setTextMatrix(new Matrix(1, 0, 0, -1, (float) seen.getX(), 0));
        content.showText(STAND_IN);
        content.setHorizontalScaling(PERCENT);
        content.setRenderingMode(RenderingMode.FILL);
        content.endText();
        content.endMarkedContent();
    }

    // The library only writes such properties as a resource of its own, which poppler overlooks.
    @SuppressWarnings("deprecation")
    private static void beginActualText(String text, PDPageContentStream content)
            throws IOException {
        StringBuilder hex = new StringBuilder("FEFF");
        text.chars().forEach(unit -> hex.append(String.format(Locale.ROOT, "%04X", unit)));
        content.appendRawCommands("/Span <</ActualText <" + hex + ">>> BDC\n");
    }

    private static void fill(Shape shape, PDPageContentStream content) throws IOException {
        float[] c = new float[6];
        float x = 0;
        float y = 0;
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            int kind = path.currentSegment(c);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> content.moveTo(c[0], c[1]);
                case PathIterator.SEG_LINETO -> content.lineTo(c[0], c[1]);
                // PDF has no quadratic curves; the same curve with two control points
                case PathIterator.SEG_QUADTO ->
                        content.curveTo(
                                x + 2 / 3f * (c[0] - x),
                                y + 2 / 3f * (c[1] - y),
                                c[2] + 2 / 3f * (c[0] - c[2]),
                                c[3] + 2 / 3f * (c[1] - c[3]),
                                c[2],
                                c[3]);
                case PathIterator.SEG_CUBICTO ->
                        content.curveTo(c[0], c[1], c[2], c[3], c[4], c[5]);
                default -> content.closePath();
            }
            int end = ENDS.get(kind);
            if (end >= 0) {
                x = c[end];
                y = c[end + 1];
            }
        }
        content.fill();
    }

    private static String text(AttributedCharacterIterator iterator) {
        StringBuilder text = new StringBuilder();
        for (char c = iterator.first(); c != CharacterIterator.DONE; c = iterator.next()) {
            text.append(c);
        }
        return text.toString();
    }
}
