package org.isogloss.figure.export;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.figure.Inks;

/** Portable Network Graphics with the resolution in pHYs and the provenance in iTXt chunks. */
final class Png implements FigureFormat {
    private static final String METADATA = "javax_imageio_png_1.0";
    private static final double METRES_PER_INCH = .0254;

    // The keywords of the PNG specification (third edition, 11.3.3.1).
    private static final Map<String, String> KEYWORDS =
            Map.of(
                    FigureFacts.TITLE, "Title",
                    FigureFacts.DESCRIPTION, "Description",
                    FigureFacts.SOURCE, "Source",
                    FigureFacts.CREATOR, "Software");

    @Override
    public String id() {
        return "png";
    }

    @Override
    public String description() {
        return "pixels, for slides and web pages";
    }

    @Override
    public void write(Figure figure, ChartStyle style, FigureSize size, OutputStream out)
            throws IOException {
        write(image(figure, style, size), size.dpi(), FigureFacts.of(figure), out);
    }

    /** The figure in pixels. */
    static BufferedImage image(Figure figure, ChartStyle style, FigureSize size) {
        BufferedImage image =
                new BufferedImage(
                        size.pixelWidth(), size.pixelHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        try {
            g2.setRenderingHint(
                    RenderingHints.KEY_FRACTIONALMETRICS,
                    RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            g2.setRenderingHint(
                    RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g2.setPaint(style.ground()); // no black seam where the layout ends inside a pixel
            g2.fillRect(0, 0, image.getWidth(), image.getHeight());
            g2.scale(size.scale(), size.scale());
            Rectangle2D area = new Rectangle2D.Double(0, 0, size.width(), size.height());
            figure.draw(style).draw(g2, area);
        } finally {
            g2.dispose();
        }
        if (style.inks() == Inks.GREY) {
            grey(image);
        }
        return image;
    }

    private static void grey(BufferedImage image) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                Color colour = new Color(image.getRGB(x, y));
                image.setRGB(x, y, Inks.GREY.printed(colour).getRGB());
            }
        }
    }

    private static void write(BufferedImage image, double dpi, FigureFacts facts, OutputStream out)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageTypeSpecifier type = ImageTypeSpecifier.createFromRenderedImage(image);
            IIOMetadata metadata = writer.getDefaultImageMetadata(type, null);
            IIOMetadataNode root = new IIOMetadataNode(METADATA);
            root.appendChild(resolution(dpi));
            root.appendChild(texts(facts));
            metadata.mergeTree(METADATA, root);
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
    }

    private static IIOMetadataNode resolution(double dpi) {
        String pixels = Long.toString(Math.round(dpi / METRES_PER_INCH));
        IIOMetadataNode physical = new IIOMetadataNode("pHYs");
        physical.setAttribute("pixelsPerUnitXAxis", pixels);
        physical.setAttribute("pixelsPerUnitYAxis", pixels);
        physical.setAttribute("unitSpecifier", "meter");
        return physical;
    }

    private static IIOMetadataNode texts(FigureFacts facts) {
        IIOMetadataNode texts = new IIOMetadataNode("iTXt");
        facts.facts()
                .forEach(
                        (name, fact) -> {
                            IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
                            entry.setAttribute("keyword", KEYWORDS.get(name));
                            entry.setAttribute("compressionFlag", "FALSE");
                            entry.setAttribute("compressionMethod", "0");
                            entry.setAttribute("languageTag", "en");
                            entry.setAttribute("translatedKeyword", "");
                            entry.setAttribute("text", fact);
                            texts.appendChild(entry);
                        });
        return texts;
    }
}
