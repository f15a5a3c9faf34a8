package org.isogloss.retrieval;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import org.isogloss.base.BadInputException;
import org.isogloss.base.LineSource;

/**
 * What a run or judgments in TREC's columns say of each query's documents; {@code .gz} is read in
 * place.
 *
 * <p>Columns are parted by white space as C has it, empty lines are skipped. A document may stand
 * twice: that matters where the query is scored.
 *
 * @param file where it was read
 * @param queries by query id, ids in the order of their UTF-8 bytes, the documents in file order
 */
public record TrecFile(Path file, SortedMap<String, List<Entry>> queries) {
    private static final String SPACE = " \t\u000B\f";

    public TrecFile {
        SortedMap<String, List<Entry>> copy = new TreeMap<>(queries);
        copy.replaceAll((query, documents) -> List.copyOf(documents));
        queries = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * One document of a query.
     *
     * @param documentId the document's id
     * @param value its score in a run, its grade in judgments
     * @param line where it stands, from 1
     */
    public record Entry(String documentId, double value, long line) {}

    /**
     * Reads a run: {@code query Q0 document rank score tag}. Rank and tag are not looked at, and
     * further columns are ignored, as in trec_eval's get_trec_results.c.
     *
     * @throws BadInputException if a line has fewer columns or no score, or there is no line
     */
    public static TrecFile run(Path file) {
        return read(
                file,
                (columns, lines) -> {
                    if (columns.size() < 6) {
                        throw lines.bad(
                                "has "
                                        + columns.size()
                                        + " columns, but a run has six: query Q0 document rank"
                                        + " score tag");
                    }
                    return score(columns.get(4), lines);
                });
    }

    /**
     * Reads judgments: {@code query iteration document grade}, as trec_eval's get_qrels.c. Fewer or
     * more columns, and grades that are no whole numbers, are refused.
     *
     * @throws BadInputException naming the line that is no judgment, or if there is no line
     */
    public static TrecFile judgments(Path file) {
        return read(
                file,
                (columns, lines) -> {
                    if (columns.size() != 4) {
                        throw lines.bad(
                                "has "
                                        + columns.size()
                                        + " columns, but judgments have four: query iteration"
                                        + " document grade");
                    }
                    return grade(columns.get(3), lines);
                });
    }

    private static TrecFile read(Path file, ToDoubleBiFunction<List<String>, LineSource> value) {
        SortedMap<String, List<Entry>> queries = new TreeMap<>(TieRule.byBytes());
        try (LineSource lines = new LineSource(file)) {
            List<Entry> documents = new ArrayList<>();
            String query = null;
            for (String line = lines.next(); line != null; line = lines.next()) {
                List<String> columns = columns(line);
                if (columns.isEmpty()) {
                    continue;
                }
                double number = value.applyAsDouble(columns, lines);
                if (!columns.get(0).equals(query)) { // a query's lines mostly stand together
                    query = columns.get(0);
                    documents = queries.computeIfAbsent(query, unseen -> new ArrayList<>());
                }
                documents.add(new Entry(columns.get(2), number, lines.number()));
            }
        }
        if (queries.isEmpty()) {
            throw BadInputException.in(file, "is empty; nothing can be scored");
        }
        return new TrecFile(file, queries);
    }

    private static List<String> columns(String line) {
        List<String> columns = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(line, SPACE);
        while (tokens.hasMoreTokens()) {
            columns.add(tokens.nextToken());
        }
        return columns;
    }

    private static double score(String text, LineSource lines) {
        double score;
        try {
            score =
                    switch (text) {
                        case "inf", "+inf" -> Double.POSITIVE_INFINITY; // as C and Python write it
                        case "-inf" -> Double.NEGATIVE_INFINITY;
                        default -> Double.parseDouble(text);
                    };
        } catch (NumberFormatException e) {
            throw lines.bad("the score '" + text + "' is no number", e);
        }
        if (Double.isNaN(score)) {
            throw lines.bad("the score is not a number, so that it has no place in a ranking");
        }
        return score;
    }

    private static int grade(String text, LineSource lines) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw lines.bad("the grade '" + text + "' is no whole number", e);
        }
    }
}
