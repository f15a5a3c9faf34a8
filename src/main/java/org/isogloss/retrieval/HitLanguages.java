package org.isogloss.retrieval;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;
import org.isogloss.base.LineSource;
import org.isogloss.corpus.Lang;

/**
 * The file that tells the language of every passage a run names, because the six columns of a TREC
 * run do not: comma-separated, {@code passage,language}, each passage once.
 */
public final class HitLanguages {
    private static final String HEADER = "passage,language";

    private HitLanguages() {}

    /** Writes the languages of all hits. */
    public static void write(Path file, Rankings rankings) {
        AtomicFile.write(
                file,
                out -> {
                    Writer text =
                            new BufferedWriter(
                                    new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
                    text.write(HEADER + "\n");
                    Set<String> told = new HashSet<>();
                    for (Ranking ranking : rankings.questions()) {
                        for (Hit hit : ranking.hits()) {
                            if (told.add(hit.passageId())) {
                                text.append(CsvLine.quoted(hit.passageId())).append(',');
                                text.append(hit.lang().tag()).append('\n');
                            }
                        }
                    }
                    text.flush();
                });
    }

    /**
     * Adds the hits of a run to rankings that have none.
     *
     * @param languages what {@link #write} wrote
     * @param run the TREC run of the same search, best first
     * @throws BadInputException naming the line of an unknown format, the passage whose language is
     *     not told, or the question whose hits are not in the order of their ranks
     */
    public static Rankings join(Rankings rankings, Path languages, Path run) {
        Map<String, Lang> known = read(languages);
        Map<String, List<Hit>> hits = new HashMap<>();
        for (TrecRun.Line line : TrecRun.read(run)) {
            Lang lang = known.get(line.passageId());
            if (lang == null) {
                throw BadInputException.in(
                        languages,
                        "does not tell the language of passage '"
                                + line.passageId()
                                + "', which "
                                + run.getFileName()
                                + " names; score the model anew");
            }
            if (!rankings.candidates().containsKey(lang)) {
                throw BadInputException.in(
                        languages, "tells of a passage in " + lang + ", but no candidate is in it");
            }
            List<Hit> its = hits.computeIfAbsent(line.questionId(), id -> new ArrayList<>());
            if (line.rank() != its.size() + 1) {
                throw BadInputException.in(
                        run,
                        "has hit %d of question '%s' where hit %d should stand; put each question's hits in the order of their ranks, from 1"
                                .formatted(line.rank(), line.questionId(), its.size() + 1));
            }
            its.add(new Hit(line.passageId(), lang, line.rank(), line.score()));
        }
        return new Rankings(
                rankings.candidates(),
                rankings.questions().stream()
                        .map(
                                ranking ->
                                        new Ranking(
                                                ranking.question(),
                                                ranking.relevant(),
                                                hits.getOrDefault(
                                                        ranking.question().id(), List.of()),
                                                ranking.bestWrong()))
                        .toList());
    }

    private static Map<String, Lang> read(Path file) {
        Map<String, Lang> byTag = new HashMap<>();
        Map<String, Lang> languages = new HashMap<>();
        try (LineSource source = new LineSource(file)) {
            if (!HEADER.equals(source.next())) {
                throw source.bad("is not the header '" + HEADER + "'; is this a languages.csv?");
            }
            for (String line = source.next(); line != null; line = source.next()) {
                List<String> columns = CsvLine.columns(line);
                if (columns.size() != 2) {
                    throw source.bad("has " + columns.size() + " columns, but there are two");
                }
                try {
                    languages.put(columns.get(0), byTag.computeIfAbsent(columns.get(1), Lang::new));
                } catch (IllegalArgumentException e) {
                    throw source.bad(e.getMessage(), e);
                }
            }
        }
        return languages;
    }
}
