package org.isogloss.figure.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.figure.Figure;
import org.isogloss.figure.Provenance;
import org.isogloss.run.Environment;

/**
 * What a file says of its figure where no reader looks: title, provenance, runs and the program.
 *
 * @param facts by their names in Dublin Core, or ours; none is empty
 */
record FigureFacts(Map<String, String> facts) {
    static final String TITLE = "title";
    static final String DESCRIPTION = "description";
    static final String SOURCE = "source";
    static final String CREATOR = "creator";

    static FigureFacts of(Figure figure) {
        return of(figure.title(), figure.subtitle(), figure.provenance());
    }

    static FigureFacts of(String title, String subtitle, Provenance provenance) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(TITLE, title);
        facts.put(DESCRIPTION, subtitle);
        List<String> runs = new ArrayList<>();
        for (Provenance.Source run : provenance.runs()) {
            runs.add(run.run() + " (spec.json SHA-256 " + run.sha256() + ")");
        }
        facts.put(SOURCE, String.join("; ", runs));
        facts.put(CREATOR, "Isogloss " + Environment.version());
        facts.values().removeIf(String::isEmpty);
        return new FigureFacts(facts);
    }

    String get(String name) {
        return facts.getOrDefault(name, "");
    }

    /** The facts as RDF in Dublin Core's words, for SVG and XMP. */
    String rdf() {
        StringBuilder rdf =
                new StringBuilder(
                        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                                + "<rdf:Description rdf:about=\"\">");
        facts.forEach(
                (name, fact) ->
                        rdf.append("<dc:" + name + ">")
                                .append(container(name, escaped(fact)))
                                .append("</dc:" + name + ">"));
        return rdf.append("</rdf:Description></rdf:RDF>").toString();
    }

    /** XMP wants texts that may be translated as alternatives, and persons in their order. */
    private static String container(String name, String fact) {
        return switch (name) {
            case TITLE, DESCRIPTION ->
                    "<rdf:Alt><rdf:li xml:lang=\"x-default\">" + fact + "</rdf:li></rdf:Alt>";
            case CREATOR -> "<rdf:Seq><rdf:li>" + fact + "</rdf:li></rdf:Seq>";
            default -> fact;
        };
    }

    /** Text between tags of XML. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
