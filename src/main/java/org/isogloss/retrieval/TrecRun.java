package org.isogloss.retrieval;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;
import org.isogloss.base.LineSource;

/**
 * A TREC run file: a line {@code question Q0 passage rank score tag} for each hit.
 *
 * <p>Ranks count from 1; trec_eval itself looks at the scores alone.
 */
public final class TrecRun {
    private TrecRun() {}

    /**
     * One line of a run.
     *
     * @param questionId the question's id
     * @param passageId the passage's id
     * @param rank its rank
     * @param score its score, greater is better
     * @param tag the run's name
     */
    public record Line(String questionId, String passageId, int rank, double score, String tag) {}

    /**
     * Writes the hits of rankings.
     *
     * @throws BadInputException if an id or the tag is empty or holds white space, which the format
     *     cannot hold
     */
    public static void write(Path file, Iterable<Ranking> rankings, String tag) {
        refuseSpace("run name", tag);
        AtomicFile.write(
                file,
                out -> {
                    Writer text =
                            new BufferedWriter(
                                    new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
                    for (Ranking ranking : rankings) {
                        write(ranking, tag, text);
                    }
                    text.flush();
                });
    }

    /**
     * Reads a run, also gzipped.
     *
     * @return its lines in file order
     * @throws BadInputException naming the line that has not six columns, a rank or a score
     */
    public static List<Line> read(Path file) {
        List<Line> lines = new ArrayList<>();
        try (LineSource source = new LineSource(file)) {
            for (String line = source.next(); line != null; line = source.next()) {
                if (!line.isBlank()) {
                    lines.add(parse(line, source));
                }
            }
        }
        return lines;
    }

    private static void write(Ranking ranking, String tag, Writer text) throws IOException {
        String question = ranking.question().id();
        refuseSpace("question id", question);
        for (Hit hit : ranking.hits()) {
            refuseSpace("passage id", hit.passageId());
            text.append(question).append(" Q0 ").append(hit.passageId()).append(' ');
            text.append(Integer.toString(hit.rank())).append(' ');
            text.append(Double.toString(hit.score())).append(' ').append(tag).append('\n');
        }
    }

    private static Line parse(String line, LineSource source) {
        String[] columns = line.strip().split("\\s+", -1);
        if (columns.length != 6) {
            throw source.bad(
                    "has "
                            + columns.length
                            + " columns, but a run has six: question Q0 passage rank score tag");
        }
        try {
            return new Line(
                    columns[0],
                    columns[2],
                    Integer.parseInt(columns[3]),
                    Double.parseDouble(columns[4]),
                    columns[5]);
        } catch (NumberFormatException e) {
            throw new BadInputException(
                    source.bad(
                                    "rank '"
                                            + columns[3]
                                            + "' or score '"
                                            + columns[4]
                                            + "' is no number")
                            .getMessage(),
                    e);
        }
    }

    private static void refuseSpace(String what, String text) {
        if (text.isEmpty() || text.chars().anyMatch(Character::isWhitespace)) {
            throw new BadInputException(
                    "the "
                            + what
                            + " '"
                            + text
                            + "' cannot stand in a TREC run; it must be without white space and not"
                            + " empty");
        }
    }
}
