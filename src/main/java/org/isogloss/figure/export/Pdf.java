package org.isogloss.figure.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.figure.Inks;
import org.isogloss.figure.PaperFont;

/**
 * Portable Document Format: one page of exactly the asked size.
 *
 * <p>Latin, Greek and Cyrillic text is set in an embedded font, other scripts as shaped outlines
 * whose text can still be searched and copied; see {@link PdfText}. Title, provenance and runs are
 * in its document information and in XMP.
 */
final class Pdf implements FigureFormat {
    private static final long SAME_ID = 1;

    @Override
    public String id() {
        return "pdf";
    }

    @Override
    public String description() {
        return "vectors with embedded fonts, for papers";
    }

    @Override
    public void write(Figure figure, ChartStyle style, FigureSize size, OutputStream out)
            throws IOException {
        // The style on paper is the one whose font can be embedded.
        ChartStyle embedded = style.withFamily(PaperFont.FAMILY);
        try (PDDocument document = new PDDocument();
                InputStream file = PaperFont.open()) {
            PDFont font = PDType0Font.load(document, file, true);
            float width = (float) size.widthPoints();
            float height = (float) size.heightPoints();
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PdfBoxGraphics2D g2 = new PdfBoxGraphics2D(document, width, height);
            g2.setFontTextDrawer(new PdfText(font));
            g2.setColorMapper((colour, env) -> printed(colour, style.inks()));
            draw(figure, embedded, size, g2);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(g2.getXFormObject());
            }
            describe(document, FigureFacts.of(figure));
            document.setDocumentId(SAME_ID); // the library's own is the time of day
            document.save(out, CompressParameters.DEFAULT_COMPRESSION);
        }
    }

    private static void draw(Figure figure, ChartStyle style, FigureSize size, Graphics2D g2) {
        try {
            g2.scale(size.unit(), size.unit());
            figure.draw(style).draw(g2, new Rectangle2D.Double(0, 0, size.width(), size.height()));
        } finally {
            g2.dispose();
        }
    }

    private static PDColor printed(Color colour, Inks inks) {
        if (inks == Inks.GREY) {
            float grey = inks.printed(colour).getRed() / 255f;
            return new PDColor(new float[] {grey}, PDDeviceGray.INSTANCE);
        }
        float[] rgb = colour.getRGBColorComponents(null);
        return new PDColor(rgb, PDDeviceRGB.INSTANCE);
    }

    private static void describe(PDDocument document, FigureFacts facts) throws IOException {
        PDDocumentInformation info = document.getDocumentInformation();
        info.setTitle(facts.get(FigureFacts.TITLE));
        info.setSubject(facts.get(FigureFacts.DESCRIPTION));
        info.setKeywords(facts.get(FigureFacts.SOURCE));
        info.setCreator(facts.get(FigureFacts.CREATOR));
        PDMetadata metadata = new PDMetadata(document);
        String packet =
                "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
                        + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                        + facts.rdf()
                        + "</x:xmpmeta><?xpacket end=\"w\"?>";
        metadata.importXMPMetadata(packet.getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
        document.getDocumentCatalog().setLanguage("en");
    }
}
