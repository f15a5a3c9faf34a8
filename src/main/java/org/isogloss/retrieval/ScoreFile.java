package org.isogloss.retrieval;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;
import org.isogloss.base.LineSource;
import org.isogloss.corpus.Lang;

/**
 * The file of all numbers of a run: comma-separated, a header, one line a {@link Score}.
 *
 * <p>Values read back as exactly the numbers written. An id with a comma or a quotation mark is
 * quoted as in RFC 4180; one with a line end is refused.
 */
public final class ScoreFile {
    private static final String HEADER =
            "question,parallel,question_language,answer_language,metric,value";

    private ScoreFile() {}

    /** Writes scores as they come. */
    public static void write(Path file, Stream<Score> scores) {
        AtomicFile.write(
                file,
                out -> {
                    Writer text =
                            new BufferedWriter(
                                    new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
                    text.write(HEADER + "\n");
                    for (Iterator<Score> each = scores.iterator(); each.hasNext(); ) {
                        write(each.next(), text);
                    }
                    text.flush();
                });
    }

    /**
     * Reads all scores.
     *
     * @throws BadInputException naming the line that is no score
     */
    public static List<Score> read(Path file) {
        List<Score> scores = new ArrayList<>();
        read(file, scores::add);
        return scores;
    }

    /**
     * Hands on each score as it is read.
     *
     * @throws BadInputException naming the line that is no score
     */
    public static void read(Path file, Consumer<Score> each) {
        // Few texts come often: one object for each keeps a large file small in memory.
        Map<String, Lang> languages = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        try (LineSource source = new LineSource(file)) {
            if (!HEADER.equals(source.next())) {
                throw source.bad("is not the header '" + HEADER + "'; is this a scores.csv?");
            }
            for (String line = source.next(); line != null; line = source.next()) {
                each.accept(parse(line, source, languages, texts));
            }
        }
    }

    private static void write(Score score, Writer text) throws IOException {
        text.append(CsvLine.quoted(score.questionId())).append(',');
        text.append(CsvLine.quoted(score.parallelId())).append(',');
        text.append(score.question().tag()).append(',');
        text.append(score.answer()).append(',');
        text.append(score.metric()).append(',');
        text.append(Double.toString(score.value())).append('\n');
    }

    private static Score parse(
            String line,
            LineSource source,
            Map<String, Lang> languages,
            Map<String, String> texts) {
        List<String> columns = CsvLine.columns(line);
        if (columns.size() != 6) {
            throw source.bad("has " + columns.size() + " columns, but a score has six: " + HEADER);
        }
        try {
            return new Score(
                    texts.computeIfAbsent(columns.get(0), t -> t),
                    texts.computeIfAbsent(columns.get(1), t -> t),
                    languages.computeIfAbsent(columns.get(2), Lang::new),
                    texts.computeIfAbsent(columns.get(3), t -> t),
                    texts.computeIfAbsent(columns.get(4), t -> t),
                    Double.parseDouble(columns.get(5)));
        } catch (NumberFormatException e) {
            throw bad(source, "value '" + columns.get(5) + "' is no number", e);
        } catch (IllegalArgumentException e) {
            throw bad(source, e.getMessage(), e);
        }
    }

    private static BadInputException bad(LineSource source, String problem, Throwable cause) {
        return new BadInputException(source.bad(problem).getMessage(), cause);
    }
}
