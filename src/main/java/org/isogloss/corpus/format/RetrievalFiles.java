package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.isogloss.base.LineSource;
import org.isogloss.corpus.Lang;

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
    private static final String[] PASSAGE_ID = {"_id", "id", "docid", "doc_id", "corpus-id", "pid"};
    private static final String[] PASSAGE_TEXT = {
        "text", "contents", "document_text", "passage", "segment"
    };

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
                String[] columns = twoColumns(lines, line);
                gathered.question(Place.of(lines), lang, columns[0], columns[1]);
            }
        }
    }

    /** Passages, by their file's ending as JSON rows or tab-separated. */
    void passages(Path file, Lang lang) {
        if (json(file)) {
            JsonRows.forEach(
                    file,
                    row ->
                            gathered.passage(
                                    row.place(),
                                    lang,
                                    row.id(row.key(PASSAGE_ID)),
                                    row.passage(row.key(PASSAGE_TEXT)).orElse("")));
            return;
        }
        try (LineSource lines = new LineSource(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                String[] columns = twoColumns(lines, line);
                gathered.passage(Place.of(lines), lang, columns[0], columns[1]);
            }
        }
    }

    private static boolean json(Path file) {
        return JsonRows.fits(file) || Glance.ends(file, ".json");
    }

    /** The id before the first tab and the text after it, which may hold more tabs. */
    private static String[] twoColumns(LineSource lines, String line) {
        int tab = line.indexOf('\t');
        if (tab < 0) {
            throw lines.bad(
                    "the line '%s' has no tab; it needs an id, a tab and a text"
                            .formatted(Place.abridged(line)));
        }
        return new String[] {line.substring(0, tab).strip(), line.substring(tab + 1)};
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
