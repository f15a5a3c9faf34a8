package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;

/**
 * Tevatron's training rows as JSON lines or Parquet (Gao et al. 2022, arXiv 2203.05765), to train
 * on; also the rows of MIRACL and Mr. TyDi.
 *
 * <p>Version 1: {@code query_id}, {@code query}, {@code positive_passages} and {@code
 * negative_passages}, each {@code docid}, {@code title}, {@code text}. Version 2: {@code query_id},
 * {@code query_text}, {@code positive_document_ids} and {@code negative_document_ids}, with their
 * texts in {@code corpus.jsonl} ({@code docid}, {@code document_text}) in the same folder. A
 * passage is its title and its text. The file's name says the language, {@code train-th.jsonl}, or
 * its folder's. Other keys, such as images and sources, are not used.
 */
public final class Tevatron implements DatasetFormat {
    private static final Pattern CORPUS = Pattern.compile("corpus\\.(jsonl(\\.gz)?|parquet)");
    private static final Pattern ROWS =
            Pattern.compile("(?!corpus\\.)[^/]+\\.(jsonl(\\.gz)?|parquet)");

    @Override
    public String id() {
        return "tevatron";
    }

    @Override
    public String description() {
        return "JSON lines or Parquet with query_id, query, positive_passages, negative_passages; or a"
                + " folder with query_text, positive_document_ids rows and corpus.jsonl";
    }

    @Override
    public int probe(Path path) {
        FileTree tree = FileTree.of(path);
        if (!tree.matching(CORPUS).isEmpty()) {
            return tree.matching(ROWS).stream().anyMatch(match -> version(match.file()) == 2)
                    ? 4
                    : 0;
        }
        return Shards.first(path)
                        .filter(JsonRows::fits)
                        .filter(file -> version(file) > 0)
                        .isPresent()
                ? 4
                : 0;
    }

    /** 1 or 2 by the keys of a file's first row, 0 if it has none of them. */
    private static int version(Path file) {
        Set<String> keys = Glance.keys(file);
        return keys.contains("positive_passages")
                ? 1
                : keys.contains("positive_document_ids") ? 2 : 0;
    }

    @Override
    public Dataset read(Path path, ReadOptions options) {
        boolean withCorpus = !FileTree.of(path).matching(CORPUS).isEmpty();
        Path named = withCorpus ? rows(path) : path;
        Languages languages = options.languages(named, LanguageCodes.ofFile(named));
        TrainingRows training = new TrainingRows(named, languages);
        for (Path rows : Shards.of(named, options)) {
            Map<String, String> corpus =
                    version(rows) == 2 ? corpus(rows, languages.answer()) : Map.of();
            JsonRows.forEach(rows, row -> add(row, corpus, training));
        }
        return training.dataset(path, id());
    }

    private static void add(JsonRow row, Map<String, String> corpus, TrainingRows training) {
        String id = row.id("query_id");
        if (row.tree().has("positive_document_ids")) {
            training.add(
                    row.place(),
                    id,
                    row.text("query_text"),
                    texts(row, "positive_document_ids", corpus, training),
                    texts(row, "negative_document_ids", corpus, training));
        } else {
            row.key("positive_passages");
            training.add(
                    row.place(),
                    id,
                    row.text("query"),
                    passages(row, "positive_passages", training),
                    passages(row, "negative_passages", training));
        }
    }

    private static List<String> passages(JsonRow row, String key, TrainingRows training) {
        List<String> passages = new ArrayList<>();
        for (JsonRow passage : row.rows(key)) {
            passage.passage("text")
                    .ifPresentOrElse(
                            passages::add,
                            () -> training.leftOut(row.place(), "a passage has no text"));
        }
        return passages;
    }

    private static List<String> texts(
            JsonRow row, String key, Map<String, String> corpus, TrainingRows training) {
        List<String> texts = new ArrayList<>();
        for (String id : row.ids(key)) {
            String text = corpus.get(id);
            if (text == null) {
                training.leftOut(row.place(), "a document is not in corpus.jsonl, or has no text");
            } else {
                texts.add(text);
            }
        }
        return texts;
    }

    private static Map<String, String> corpus(Path rows, Lang lang) {
        Path folder = rows.toAbsolutePath().getParent();
        List<FileTree.Match> corpora = FileTree.of(folder).matching(CORPUS);
        if (corpora.size() != 1) {
            throw BadInputException.in(
                    rows,
                    "names its documents by id, and their texts are in no corpus.jsonl beside it");
        }
        Gathered gathered = new Gathered(false, false);
        new RetrievalFiles(gathered).passages(corpora.get(0).file(), lang);
        return gathered.passageTexts();
    }

    private static Path rows(Path folder) {
        List<FileTree.Match> rows = FileTree.of(folder).matching(ROWS);
        if (rows.size() != 1) {
            throw BadInputException.in(
                    folder,
                    "has %d files of rows beside its corpus; name the one to read"
                            .formatted(rows.size()));
        }
        return rows.get(0).file();
    }
}
