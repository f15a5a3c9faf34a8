package org.isogloss.figure.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isogloss.figure.FigureTable;
import org.isogloss.figure.TableMark;

/**
 * A table as LaTeX, laid out so that it fits the text width of ACL and of NeurIPS: in small type,
 * heads in several lines, intervals below their values, and columns that are still too many in
 * blocks below each other. Widths are estimates in units of the type's size, and rather too large.
 */
final class LatexTable {
    /** NeurIPS: 397 points in type of 9 points; ACL: 455 in type of 10. */
    private static final double WIDEST = 43;

    private static final double GAP = .7;

    /** Intervals are set in eight points beside ten. */
    private static final double SCRIPT = .8;

    private final FigureTable table;
    private final List<Double> widths;

    private LatexTable(FigureTable table) {
        this.table = table;
        widths = IntStream.range(0, table.columns().size()).mapToObj(this::width).toList();
    }

    /** One tabular or, where the columns are too many, several below each other, in a group. */
    static String of(FigureTable table) {
        LatexTable laid = new LatexTable(table);
        return laid.blocks().stream()
                .map(laid::tabular)
                .collect(
                        Collectors.joining(
                                "\\par\\medskip\n",
                                "{\\small\\setlength{\\tabcolsep}{3pt}%\n",
                                "}\n"));
    }

    /** The columns of each tabular; the first of the table, which name its rows, are in all. */
    private List<List<Integer>> blocks() {
        int names = 1;
        while (names < widths.size() && !numbers(names)) {
            names++;
        }
        List<Integer> fixed = IntStream.range(0, Math.min(names, widths.size())).boxed().toList();
        List<List<Integer>> blocks = new ArrayList<>();
        List<Integer> block = new ArrayList<>(fixed);
        for (int c = fixed.size(); c < widths.size(); c++) {
            if (block.size() > fixed.size() && wide(block) + widths.get(c) + GAP > WIDEST) {
                blocks.add(block);
                block = new ArrayList<>(fixed);
            }
            block.add(c);
        }
        blocks.add(block);
        return blocks.size() == 1 ? blocks : even(fixed, blocks.size());
    }

    /** As many blocks, none much shorter than another. */
    private List<List<Integer>> even(List<Integer> fixed, int blocks) {
        int others = widths.size() - fixed.size();
        List<List<Integer>> even = new ArrayList<>();
        for (int b = 0; b < blocks; b++) {
            List<Integer> block = new ArrayList<>(fixed);
            for (int c = others * b / blocks; c < others * (b + 1) / blocks; c++) {
                block.add(fixed.size() + c);
            }
            even.add(block);
        }
        return even;
    }

    private double wide(List<Integer> columns) {
        return columns.stream().mapToDouble(c -> widths.get(c) + GAP).sum();
    }

    private double width(int column) {
        return Math.max(cells(column), words(column));
    }

    /** The widest of a column's cells. */
    private double cells(int column) {
        double widest = 0;
        for (int r = 0; r < table.rows().size(); r++) {
            widest = Math.max(widest, width(table.rows().get(r).get(column)));
        }
        for (TableMark mark : table.marks()) {
            if (mark.column() == column) {
                double value = width(table.rows().get(mark.row()).get(column));
                double beside = SCRIPT * width(mark.ties() + (mark.significant() ? "†" : ""));
                widest = Math.max(widest, value * (mark.best() ? 1.1 : 1) + beside);
                widest = Math.max(widest, SCRIPT * width(mark.interval()));
            }
        }
        return widest;
    }

    /** The widest word of a column's head, which is not broken. */
    private double words(int column) {
        double widest = 0;
        for (String word : parts(table.columns().get(column))) {
            widest = Math.max(widest, width(word));
        }
        return widest;
    }

    /** About how wide a text is in Times, in ems. */
    private static double width(String text) {
        return text.codePoints().mapToDouble(LatexTable::letter).sum();
    }

    private static double letter(int letter) {
        if ((letter >= 0x0900 && letter < 0x2000) || letter >= 0x2e80) {
            return 1; // scripts whose letters are wide
        }
        if (".,:;' ".indexOf(letter) >= 0) {
            return .25;
        }
        if ("[]()|-ijltfr/".indexOf(letter) >= 0) {
            return .33;
        }
        return Character.isUpperCase(letter) || "mw%+=<>\u2212→".indexOf(letter) >= 0 ? .75 : .5;
    }

    private String tabular(List<Integer> columns) {
        StringBuilder tex = new StringBuilder("\\begin{tabular}{");
        columns.forEach(c -> tex.append(numbers(c) ? 'r' : 'l'));
        tex.append("}\n\\toprule\n");
        heads(columns, tex);
        tex.append("\\midrule\n");
        for (int r = 0; r < table.rows().size(); r++) {
            int row = r;
            tex.append(row(columns.stream().map(c -> cell(row, c)).toList()));
            List<String> intervals = columns.stream().map(c -> interval(row, c)).toList();
            if (intervals.stream().anyMatch(interval -> !interval.isEmpty())) {
                tex.append(row(intervals));
                tex.append(r + 1 < table.rows().size() ? "\\addlinespace[2pt]\n" : "");
            }
        }
        return tex.append("\\bottomrule\n\\end{tabular}\n").toString();
    }

    /** Heads in lines that are no wider than their column, all ending at the rule below. */
    private void heads(List<Integer> columns, StringBuilder tex) {
        List<List<String>> heads = columns.stream().map(this::head).toList();
        int lines = heads.stream().mapToInt(List::size).max().orElse(0);
        for (int line = 0; line < lines; line++) {
            List<String> cells = new ArrayList<>();
            for (List<String> head : heads) {
                int at = line - (lines - head.size());
                cells.add(at < 0 ? "" : Latex.escaped(head.get(at)));
            }
            tex.append(row(cells));
        }
    }

    /** The words of a head, where it may be broken; what is long and lingual is two. */
    private static String[] parts(String head) {
        return head.replaceAll("(\\p{L}{4,})-?lingual", "$1- lingual").split(" ", -1);
    }

    private List<String> head(int column) {
        String name = table.columns().get(column);
        if (wide(IntStream.range(0, widths.size()).boxed().toList()) + width(name) < WIDEST / 2) {
            return List.of(name); // a narrow table has room
        }
        List<String> lines = new ArrayList<>();
        for (String word : parts(name)) {
            int last = lines.size() - 1;
            String joined = last < 0 ? word : joined(lines.get(last), word);
            if (last >= 0 && width(joined) <= widths.get(column)) {
                lines.set(last, joined);
            } else {
                lines.add(word);
            }
        }
        return Collections.unmodifiableList(lines);
    }

    private static String joined(String line, String word) {
        return word.equals("lingual") && line.endsWith("-")
                ? line.replaceFirst("(?<!cross)-$", "") + word
                : line + " " + word;
    }

    private String cell(int row, int column) {
        String value = Latex.escaped(table.rows().get(row).get(column));
        return table.mark(row, column).map(mark -> marked(value, mark)).orElse(value);
    }

    private static String marked(String value, TableMark mark) {
        return (mark.best() ? "\\textbf{" + value + "}" : value)
                + (mark.significant() ? "$^{\\dagger}$" : "")
                + (mark.ties().isEmpty()
                        ? ""
                        : "$^{\\mathrm{" + Latex.escaped(mark.ties()) + "}}$");
    }

    private String interval(int row, int column) {
        return table.mark(row, column)
                .map(TableMark::interval)
                .filter(interval -> !interval.isEmpty())
                .map(interval -> "{\\scriptsize " + Latex.escaped(interval) + "}")
                .orElse("");
    }

    /** Numbers stand on the right, words on the left. */
    private boolean numbers(int column) {
        return table.rows().stream()
                .map(row -> row.get(column))
                .allMatch(cell -> cell.matches("[-+\u2212]?[\\d.]+|–?"));
    }

    private static String row(List<String> cells) {
        // the group keeps a cell that begins with [ from being an argument of the line before
        return cells.stream()
                .map(cell -> cell.startsWith("[") ? "{" + cell + "}" : cell)
                .collect(Collectors.joining(" & ", "", " \\\\\n"));
    }
}
