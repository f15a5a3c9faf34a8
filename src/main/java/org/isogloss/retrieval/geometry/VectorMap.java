package org.isogloss.retrieval.geometry;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;
import org.isogloss.base.LineSource;
import org.isogloss.corpus.Lang;
import org.isogloss.retrieval.CsvLine;
import org.isogloss.retrieval.geometry.PrincipalMap.Point;

/**
 * Where some texts lie on the two principal axes of a collection's vectors, as they are and after
 * erasures, on the same axes throughout; and as a file, a line for each text.
 *
 * @param levels names of what was taken out, {@code none} first
 */
public record VectorMap(List<String> levels, List<Text> texts) {
    private static final List<String> FIXED = List.of("side", "id", "parallel", "language");
    private static final String QUESTION = "question";
    private static final String PASSAGE = "passage";

    public VectorMap {
        levels = List.copyOf(levels);
        texts = List.copyOf(texts);
    }

    /**
     * A text's places.
     *
     * @param question true of a question, false of a passage
     * @param parallel the id that the question's translations share; of a passage, that of the
     *     question it answers
     * @param places one for each level
     */
    public record Text(
            boolean question, String id, String parallel, Lang lang, List<Point> places) {
        public Text {
            places = List.copyOf(places);
        }
    }

    /** Writes the file; five decimals are more than a picture shows. */
    public void write(Path file) {
        AtomicFile.write(
                file,
                out -> {
                    Writer lines =
                            new BufferedWriter(
                                    new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
                    lines.write(String.join(",", header()) + "\n");
                    for (Text text : texts) {
                        lines.write(line(text) + "\n");
                    }
                    lines.flush();
                });
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(FIXED);
        levels.forEach(level -> header.addAll(List.of("x_" + level, "y_" + level)));
        return header;
    }

    private static String line(Text text) {
        StringBuilder line = new StringBuilder(text.question ? QUESTION : PASSAGE);
        line.append(',').append(CsvLine.quoted(text.id));
        line.append(',').append(CsvLine.quoted(text.parallel));
        line.append(',').append(text.lang.tag());
        for (Point place : text.places) {
            line.append(String.format(Locale.ROOT, ",%.5f,%.5f", place.x(), place.y()));
        }
        return line.toString();
    }

    /**
     * Reads the file.
     *
     * @throws BadInputException naming the line that is not of this format
     */
    public static VectorMap read(Path file) {
        try (LineSource source = new LineSource(file)) {
            String first = source.next();
            List<String> header = first == null ? List.of() : CsvLine.columns(first);
            List<String> levels = new ArrayList<>();
            for (int c = FIXED.size(); c < header.size(); c += 2) {
                levels.add(header.get(c).replaceFirst("^x_", ""));
            }
            if (levels.isEmpty() || !new VectorMap(levels, List.of()).header().equals(header)) {
                throw source.bad("is not the header of a map.csv; is this one?");
            }
            List<Text> texts = new ArrayList<>();
            Map<String, Lang> languages = new HashMap<>();
            for (String line = source.next(); line != null; line = source.next()) {
                texts.add(text(line, levels.size(), languages, source));
            }
            return new VectorMap(levels, texts);
        }
    }

    private static Text text(
            String line, int levels, Map<String, Lang> languages, LineSource source) {
        List<String> columns = CsvLine.columns(line);
        boolean question = columns.get(0).equals(QUESTION);
        if (columns.size() != FIXED.size() + 2 * levels
                || (!question && !columns.get(0).equals(PASSAGE))) {
            throw source.bad(
                    "is not a side, three names and %d numbers; measure the geometry anew"
                            .formatted(2 * levels));
        }
        try {
            List<Point> places = new ArrayList<>();
            for (int c = FIXED.size(); c < columns.size(); c += 2) {
                places.add(
                        new Point(
                                Double.parseDouble(columns.get(c)),
                                Double.parseDouble(columns.get(c + 1))));
            }
            Lang lang = languages.computeIfAbsent(columns.get(3), Lang::new);
            return new Text(question, columns.get(1), columns.get(2), lang, places);
        } catch (IllegalArgumentException e) {
            throw source.bad(e.getMessage(), e);
        }
    }
}
