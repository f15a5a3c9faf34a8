package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.isogloss.base.LineSource;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.pool.PassageFile;

/**
 * The files that retrieval data sets are made of, line by line into what is gathered: questions,
 * passages and judgments, each as tab-separated lines, JSON lines or Parquet.
 *
 * <p>Tab-separated files have no header and no quotes, as in MS MARCO; judgments have the four
 * columns of TREC, {@code question iteration passage grade}, or the three of BEIR under a header.
 */
final class RetrievalFiles {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final String[] QUESTION_ID = {"_id", "id", "query_id", "query-id", "qid"};
    private static final String[] QUESTION_TEXT = {"text", "query", "query_text", "question"};

    private final Gathered gathered;

    RetrievalFiles(Gathered gathered) {
        this.gathered = gathered;
    }

    /** Questions, by their file's ending as JSON rows or tab-separated, or as TREC's topics. */
    void questions(Path file, Lang lang) {
        if (TrecTopics.fits(file)) {
            TrecTopics.read(file, lang, gathered);
            return;
        }
        if (json(file)) {
            JsonRows.forEach(
                    file,
                    row ->
                            gathered.question(
                                    row.place(),
                                    lang,
                                    row.id(row.key(QUESTION_ID)),
                                    row.text(row.key(QUESTION_TEXT))));
            return;
        }
        try (LineSource lines = new LineSource(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                String[] columns = CorpusLines.twoColumns(lines, line);
                gathered.question(Place.of(lines), lang, columns[0], columns[1]);
            }
        }
    }

    /**
     * All passages of a data set, as a pool if they are too many for memory.
     *
     * @param several true if there are several languages, so that ids need them
     */
    void passages(List<PassageFile> corpus, boolean several, PoolPlace place) {
        List<PassageFile> unique =
                several ? corpus.stream().map(PassageFile::withLanguageInIds).toList() : corpus;
        place.pool(unique)
                .ifPresentOrElse(
                        gathered::passages,
                        () -> corpus.forEach(file -> passages(file.path(), file.lang())));
    }

    /** Passages, by their file's ending as JSON rows or tab-separated. */
    void passages(Path file, Lang lang) {
        if (json(file)) {
            JsonRows.forEach(file, row -> add(CorpusLines.line(row), lang));
            return;
        }
        CorpusLines shape = CorpusLines.of(file);
        try (LineSource lines = new LineSource(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                add(shape.line(line, lines), lang);
            }
        }
    }

    private void add(CorpusLines.Line line, Lang lang) {
        gathered.passage(line.place(), lang, line.id(), line.text());
    }

    private static boolean json(Path file) {
        return JsonRows.fits(file) || Glance.ends(file, ".json");
    }

    /** TREC judgments: {@code question iteration passage grade}. */
    void trecJudgments(Path file, Lang questionLang, Collection<Lang> answerLangs) {
        try (LineSource lines = new LineSource(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.isBlank()) {
                    continue;
                }
                String[] columns = SPACE.split(line.strip(), -1);
                if (columns.length != 4) {
                    throw lines.bad(
                            "the line '%s' has %d columns, not 4: question iteration passage grade"
                                    .formatted(Place.abridged(line), columns.length));
                }
                judge(lines, questionLang, answerLangs, columns[0], columns[2], columns[3]);
            }
        }
    }

    /** BEIR judgments: {@code query-id corpus-id score}, with or without this header. */
    void beirJudgments(Path file, Languages languages) {
        try (LineSource lines = new LineSource(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.isBlank() || (lines.number() == 1 && line.startsWith("query-id"))) {
                    continue;
                }
                String[] columns = line.split("\t", -1);
                if (columns.length != 3) {
                    throw lines.bad(
                            "the line '%s' has %d columns, not 3: query-id, corpus-id, score"
                                    .formatted(Place.abridged(line), columns.length));
                }
                judge(
                        lines,
                        languages.question(),
                        List.of(languages.answer()),
                        columns[0],
                        columns[1],
                        columns[2].strip());
            }
        }
    }

    /** Judgments as JSON rows: {@code {"query-id":…,"corpus-id":…,"score":…}}. */
    void jsonJudgments(Path file, Languages languages) {
        JsonRows.forEach(
                file,
                row ->
                        gathered.judge(
                                row.place(),
                                languages.question(),
                                row.id(row.key("query-id", "query_id")),
                                List.of(languages.answer()),
                                row.id(row.key("corpus-id", "corpus_id")),
                                row.wholeNumber(row.key("score"))));
    }

    private void judge(
            LineSource lines,
            Lang questionLang,
            Collection<Lang> answerLangs,
            String question,
            String passage,
            String grade) {
        Place place = Place.of(lines);
        gathered.judge(
                place,
                questionLang,
                question,
                answerLangs,
                passage,
                place.wholeNumber("the grade", grade));
    }
}
