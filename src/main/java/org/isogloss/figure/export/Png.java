package org.isogloss.figure.export;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.isogloss.base.AtomicFile;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;

/** Portable Network Graphics with the resolution in its pHYs chunk. */
final class Png implements FigureFormat {
    private static final String METADATA = "javax_imageio_png_1.0";
    private static final double METRES_PER_INCH = .0254;

    @Override
    public String id() {
        return "png";
    }

    @Override
    public String description() {
        return "pixels, for slides and web pages";
    }

    @Override
    public void write(Figure figure, ChartStyle style, FigureSize size, Path file) {
        BufferedImage image = image(figure, style, size);
        AtomicFile.write(file, out -> write(image, size.dpi(), out));
    }

    private static BufferedImage image(Figure figure, ChartStyle style, FigureSize size) {
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
            g2.scale(size.scale(), size.scale());
            Rectangle2D area = new Rectangle2D.Double(0, 0, size.width(), size.height());
            figure.draw(style).draw(g2, area);
        } finally {
            g2.dispose();
        }
        return image;
    }

    private static void write(BufferedImage image, double dpi, OutputStream out)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageTypeSpecifier type = ImageTypeSpecifier.createFromRenderedImage(image);
            IIOMetadata metadata = writer.getDefaultImageMetadata(type, null);
            metadata.mergeTree(METADATA, resolution(dpi));
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
        IIOMetadataNode root = new IIOMetadataNode(METADATA);
        root.appendChild(physical);
        return root;
    }
}
