package org.isogloss.figure.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.figure.FigureTable;

/**
 * The figure's table for LaTeX with the package booktabs: the best bold, a dagger where a
 * difference is significant, intervals small behind the value.
 *
 * <p>A comment says where the numbers come from. What LaTeX gives a meaning is escaped; letters
 * stay UTF-8, which it reads by itself since 2018, though scripts other than Latin need XeLaTeX or
 * LuaLaTeX with a font that has them.
 */
final class Latex implements FigureFormat {
    private static final Map<Character, String> ESCAPES =
            Map.ofEntries(
                    Map.entry('\\', "\\textbackslash{}"),
                    Map.entry('~', "\\textasciitilde{}"),
                    Map.entry('^', "\\textasciicircum{}"),
                    Map.entry('&', "\\&"),
                    Map.entry('%', "\\%"),
                    Map.entry('$', "\\$"),
                    Map.entry('#', "\\#"),
                    Map.entry('_', "\\_"),
                    Map.entry('{', "\\{"),
                    Map.entry('}', "\\}"),
                    Map.entry('\u2212', "$-$"),
                    Map.entry('±', "$\\pm$"),
                    Map.entry('α', "$\\alpha$"),
                    Map.entry('\u2009', "\\,"),
                    Map.entry('→', "$\\rightarrow$"),
                    Map.entry('\n', " "),
                    Map.entry('\r', " "));

    private static final Set<Character.UnicodeScript> BY_ITSELF =
            Set.of(
                    Character.UnicodeScript.LATIN,
                    Character.UnicodeScript.COMMON,
                    Character.UnicodeScript.INHERITED);

    @Override
    public String id() {
        return "tex";
    }

    @Override
    public String description() {
        return "the numbers as a table for LaTeX (booktabs)";
    }

    @Override
    public void write(Figure figure, ChartStyle style, FigureSize size, OutputStream out)
            throws IOException {
        out.write(text(PaperTable.of(figure)).getBytes(StandardCharsets.UTF_8));
    }

    static String text(PaperTable from) {
        FigureTable table = from.printed();
        StringBuilder tex = new StringBuilder();
        FigureFacts.of(from.title(), from.subtitle(), from.provenance())
                .facts()
                .forEach((name, fact) -> tex.append("% " + name + ": " + oneLine(fact) + "\n"));
        tex.append("% needs \\usepackage{booktabs}\n");
        int set = tex.length();
        tex.append(LatexTable.of(table));
        return tex.insert(set, scripts(tex.substring(set))).toString();
    }

    /** A comment that names the scripts which pdfLaTeX cannot set; nothing where there are none. */
    static String scripts(String tex) {
        String foreign =
                tex.codePoints()
                        .mapToObj(Character.UnicodeScript::of)
                        .filter(script -> !BY_ITSELF.contains(script))
                        .distinct()
                        .map(script -> script.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        return foreign.isEmpty()
                ? ""
                : "% set it with XeLaTeX or LuaLaTeX and a font that has: " + foreign + "\n";
    }

    static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> ESCAPES.getOrDefault((char) c, String.valueOf((char) c)))
                .collect(Collectors.joining());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
