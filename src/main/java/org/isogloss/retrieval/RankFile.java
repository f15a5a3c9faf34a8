package org.isogloss.retrieval;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;
import org.isogloss.base.LineSource;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;

/**
 * The file of exact ranks: comma-separated, one line for each question and relevant passage.
 *
 * <p>Its first line tells the format, its version and how many candidates the pool has in each
 * language, {@code # isogloss-ranks 1 de=1276 en=1180}; the second is the header. pandas reads it
 * with {@code read_csv(file, skiprows=1)}. Ids are quoted as in RFC 4180.
 */
public final class RankFile {
    private static final String FORMAT = "# isogloss-ranks ";
    private static final int VERSION = 1;
    private static final String HEADER =
            "question,parallel,question_language,passage,answer_language,grade,"
                    + "rank_in_language,rank_in_pool,score,best_wrong";
    private static final int COLUMNS = 10;

    private RankFile() {}

    /** Writes the ranks of relevant passages; a question without any has no line. */
    public static void write(Path file, Rankings rankings) {
        AtomicFile.write(
                file,
                out -> {
                    Writer text =
                            new BufferedWriter(
                                    new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
                    String candidates =
                            rankings.candidates().entrySet().stream()
                                    .map(entry -> " " + entry.getKey() + "=" + entry.getValue())
                                    .collect(Collectors.joining());
                    text.write(FORMAT + VERSION + candidates + "\n" + HEADER + "\n");
                    for (Ranking ranking : rankings.questions()) {
                        write(ranking, text);
                    }
                    text.flush();
                });
    }

    /**
     * Reads ranks; the questions have no words, and no hits.
     *
     * @throws BadInputException naming the line that is not of this format
     */
    public static Rankings read(Path file) {
        try (LineSource source = new LineSource(file)) {
            Map<Lang, Integer> candidates = candidates(source);
            if (!HEADER.equals(source.next())) {
                throw source.bad("is not the header '" + HEADER + "'; is this a ranks.csv?");
            }
            Rows rows = new Rows(candidates);
            for (String line = source.next(); line != null; line = source.next()) {
                rows.add(line, source);
            }
            return new Rankings(candidates, rows.rankings());
        }
    }

    private static void write(Ranking ranking, Writer text) throws IOException {
        Question question = ranking.question();
        String start =
                CsvLine.quoted(question.id())
                        + ','
                        + CsvLine.quoted(question.parallelId())
                        + ','
                        + question.lang()
                        + ',';
        String end = "," + ranking.bestWrong() + "\n";
        for (RelevantRank relevant : ranking.relevant()) {
            text.append(start).append(CsvLine.quoted(relevant.passageId())).append(',');
            text.append(relevant.lang().tag()).append(',');
            text.append(Integer.toString(relevant.grade())).append(',');
            text.append(Integer.toString(relevant.inLanguage())).append(',');
            text.append(Integer.toString(relevant.inPool())).append(',');
            text.append(Double.toString(relevant.score())).append(end);
        }
    }

    private static Map<Lang, Integer> candidates(LineSource source) {
        String line = source.next();
        if (line == null || !line.startsWith(FORMAT)) {
            throw source.bad("does not begin with '" + FORMAT + "'; is this a ranks.csv?");
        }
        String[] parts = line.substring(FORMAT.length()).split(" ", -1);
        if (!parts[0].equals(Integer.toString(VERSION))) {
            throw source.bad(
                    "the ranks are of version "
                            + parts[0]
                            + ", but this program reads version "
                            + VERSION
                            + "; score the model anew");
        }
        Map<Lang, Integer> candidates = new TreeMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", -1);
            try {
                candidates.put(new Lang(pair[0]), Integer.parseInt(pair[1]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw source.bad("'" + parts[i] + "' is no language and number of candidates", e);
            }
        }
        return candidates;
    }

    /** The lines read so far, gathered by question. */
    private static final class Rows {
        private record Asked(Question question, double bestWrong, List<RelevantRank> relevant) {}

        private final Map<String, Asked> questions = new LinkedHashMap<>();
        private final Map<String, Lang> languages = new HashMap<>();
        private final Map<String, String> ids = new HashMap<>();
        private final Map<Lang, Integer> candidates;
        private final int pool;

        Rows(Map<Lang, Integer> candidates) {
            this.candidates = candidates;
            pool = new Rankings(candidates, List.of()).pool();
        }

        void add(String line, LineSource source) {
            List<String> columns = CsvLine.columns(line);
            if (columns.size() != COLUMNS) {
                throw source.bad(
                        "has " + columns.size() + " columns, but a rank has ten: " + HEADER);
            }
            try {
                Lang answer = language(columns.get(4));
                RelevantRank rank =
                        new RelevantRank(
                                ids.computeIfAbsent(columns.get(3), id -> id),
                                answer,
                                Integer.parseInt(columns.get(5)),
                                Integer.parseInt(columns.get(6)),
                                Integer.parseInt(columns.get(7)),
                                Double.parseDouble(columns.get(8)));
                check(rank, source);
                Asked asked = asked(columns);
                if (asked.relevant.stream()
                        .anyMatch(other -> other.passageId().equals(rank.passageId()))) {
                    throw source.bad(
                            "passage '%s' stands twice under question '%s'; keep one of the lines"
                                    .formatted(rank.passageId(), asked.question.id()));
                }
                asked.relevant.add(rank);
            } catch (NumberFormatException e) {
                throw source.bad("has a rank or score that is no number", e);
            } catch (IllegalArgumentException e) {
                throw source.bad(e.getMessage(), e);
            }
        }

        private Lang language(String tag) {
            return languages.computeIfAbsent(tag, Lang::new);
        }

        private Asked asked(List<String> columns) {
            return questions.computeIfAbsent(
                    columns.get(0),
                    id ->
                            new Asked(
                                    new Question(
                                            id,
                                            ids.computeIfAbsent(columns.get(1), text -> text),
                                            language(columns.get(2)),
                                            ""),
                                    Double.parseDouble(columns.get(9)),
                                    new ArrayList<>()));
        }

        private void check(RelevantRank rank, LineSource source) {
            if (rank.grade() < 1) {
                throw source.bad(
                        "has the grade %d, but passages with a rank are relevant, from 1 on"
                                .formatted(rank.grade()));
            }
            int most = candidates.getOrDefault(rank.lang(), 0);
            boolean possible =
                    1 <= rank.inLanguage()
                            && rank.inLanguage() <= rank.inPool()
                            && rank.inLanguage() <= most
                            && rank.inPool() <= pool;
            if (!possible) {
                throw source.bad(
                        "rank "
                                + rank.inLanguage()
                                + " of "
                                + most
                                + " candidates in "
                                + rank.lang()
                                + " and "
                                + rank.inPool()
                                + " in the pool cannot be; was the file changed by hand?");
            }
        }

        List<Ranking> rankings() {
            return questions.values().stream()
                    .map(
                            asked ->
                                    new Ranking(
                                            asked.question,
                                            asked.relevant,
                                            List.of(),
                                            asked.bestWrong))
                    .toList();
        }
    }
}
