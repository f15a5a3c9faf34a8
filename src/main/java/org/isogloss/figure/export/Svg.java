package org.isogloss.figure.export;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.figure.Inks;
import org.isogloss.figure.PaperFont;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Scalable Vector Graphics 1.1; text stays text, and the figure's title, explanation and provenance
 * go with it.
 */
final class Svg implements FigureFormat {
    /** What Java calls the fonts it puts together, and the library's name for one of them. */
    private static final Set<String> LOGICAL = Set.of("sansserif", "sans-serif", "dialog");

    private static final String OWN_SIZE = " (width|height|viewBox)=[\"'][^\"']*[\"']";
    private static final Pattern COLOUR = Pattern.compile("rgb\\((\\d+), ?(\\d+), ?(\\d+)\\)");

    @Override
    public String id() {
        return "svg";
    }

    @Override
    public String description() {
        return "vectors, for web pages and drawing programs";
    }

    @Override
    public void write(Figure figure, ChartStyle style, FigureSize size, OutputStream out)
            throws IOException {
        String svg = text(drawn(figure, style, size));
        int content = svg.indexOf('>') + 1;
        String text =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + sized(svg.substring(0, content), size)
                        + ("<title>" + FigureFacts.escaped(figure.title()) + "</title>")
                        + ("<desc>" + FigureFacts.escaped(figure.explanation()) + "</desc>")
                        + ("<metadata>" + FigureFacts.of(figure).rdf() + "</metadata>")
                        + svg.substring(content);
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The figure as an element whose definitions bear its id. */
    static Element drawn(Figure figure, ChartStyle style, FigureSize size) {
        SVGGraphics2D graphics = new SVGGraphics2D(context(figure.id()), false);
        Rectangle2D area = new Rectangle2D.Double(0, 0, size.width(), size.height());
        figure.draw(style).draw(graphics, area);
        Element root = graphics.getRoot();
        root.setAttribute("id", figure.id());
        print(root, style.inks());
        return root;
    }

    /** Names of clips and gradients bear the figure's, so that a page can hold several figures. */
    private static SVGGeneratorContext context(String id) {
        Document document;
        try {
            document =
                    DocumentBuilderFactory.newDefaultInstance()
                            .newDocumentBuilder()
                            .getDOMImplementation()
                            .createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's own parser needs no configuration", e);
        }
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        context.setPrecision(3);
        context.setIDGenerator(
                new SVGIDGenerator() {
                    @Override
                    public String generateID(String prefix) {
                        return id + "-" + super.generateID(prefix);
                    }
                });
        return context;
    }

    /** The library is closed to other colours and fonts while it draws: exchanged afterwards. */
    private static void print(Element element, Inks inks) {
        for (String attribute : List.of("fill", "stroke", "stop-color")) {
            if (element.hasAttribute(attribute)) {
                element.setAttribute(attribute, printed(element.getAttribute(attribute), inks));
            }
        }
        if (element.hasAttribute("font-family")) {
            element.setAttribute(
                    "font-family",
                    families(element.getAttribute("font-family").replaceAll("[\"']", "")));
        }
        if ("genericDefs".equals(element.getAttribute("id"))) {
            element.removeAttribute("id"); // nothing refers to it, and a page holds several
        }
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                print(child, inks);
            }
        }
    }

    private static String text(Element root) {
        StringWriter text = new StringWriter();
        try {
            Transformer copy = TransformerFactory.newDefaultInstance().newTransformer();
            copy.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            copy.transform(new DOMSource(root), new StreamResult(text));
        } catch (TransformerException e) {
            throw new IllegalStateException("a picture just drawn can be written as XML", e);
        }
        return text.toString();
    }

    /** The element's head with its size on paper, and with the layout's units inside. */
    private static String sized(String head, FigureSize size) {
        String own = head.replaceAll(OWN_SIZE, "");
        return own.replaceFirst(
                ">$",
                String.format(
                        Locale.ROOT,
                        " width=\"%spt\" height=\"%spt\" viewBox=\"0 0 %s %s\">",
                        number(size.widthPoints()),
                        number(size.heightPoints()),
                        number(size.width()),
                        number(size.height())));
    }

    private static String number(double value) {
        return Double.toString(Math.round(value * 1e3) / 1e3);
    }

    private static String families(String family) {
        boolean logical = LOGICAL.contains(family.toLowerCase(Locale.ROOT));
        Stream<String> others =
                family.equals(PaperFont.FAMILY)
                        ? Stream.of("Arial", "Helvetica") // as wide
                        : Stream.of("DejaVu Sans", "Noto Sans");
        Stream<String> named = logical ? Stream.of() : Stream.of(family);
        return Stream.concat(named, others)
                .distinct()
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(", ", "", ", sans-serif"));
    }

    private static String printed(String colour, Inks inks) {
        return COLOUR.matcher(colour)
                .replaceAll(
                        found -> {
                            Color ink =
                                    inks.printed(
                                            new Color(
                                                    Integer.parseInt(found.group(1)),
                                                    Integer.parseInt(found.group(2)),
                                                    Integer.parseInt(found.group(3))));
                            return "rgb("
                                    + ink.getRed()
                                    + ","
                                    + ink.getGreen()
                                    + ","
                                    + ink.getBlue()
                                    + ")";
                        });
    }
}
