package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.TestCollection;

/**
 * BEIR's layout (Thakur et al. 2021, arXiv 2104.08663): {@code corpus.jsonl}, {@code queries.jsonl}
 * and graded judgments in {@code qrels/<split>.tsv}; the {@code .jsonl} also compressed.
 *
 * <p>A passage is its title and its text. The files do not say their language: the folder's name
 * does, {@code beir/de}, or the options. Of several splits {@code test} is read unless another is
 * asked for. As in BEIR, questions without judgments in the split are left out.
 */
public final class Beir implements DatasetFormat {
    private static final Pattern CORPUS = Pattern.compile("corpus\\.jsonl(\\.gz)?");
    private static final Pattern QUERIES = Pattern.compile("queries\\.jsonl(\\.gz)?");
    private static final Pattern QRELS = Pattern.compile("qrels/(?<split>[^/]+)\\.tsv(\\.gz)?");

    @Override
    public String id() {
        return "beir";
    }

    @Override
    public String description() {
        return "a folder with corpus.jsonl, queries.jsonl and qrels/<split>.tsv";
    }

    @Override
    public int probe(Path path) {
        FileTree tree = FileTree.of(path);
        long parts =
                List.of(CORPUS, QUERIES, QRELS).stream()
                        .filter(pattern -> !tree.matching(pattern).isEmpty())
                        .count();
        return parts == 3 ? 4 : parts == 2 ? 2 : 0;
    }

    @Override
    public Dataset read(Path path, ReadOptions options) {
        return read(path, options, PoolPlace.NONE);
    }

    @Override
    public Dataset read(Path path, ReadOptions options, PoolPlace place) {
        FileTree tree = FileTree.of(path);
        Path corpus = only(tree, CORPUS, "corpus.jsonl");
        Path queries = only(tree, QUERIES, "queries.jsonl");
        Map<String, Path> splits = new TreeMap<>();
        tree.matching(QRELS).forEach(match -> splits.put(match.group("split"), match.file()));
        if (splits.isEmpty()) {
            throw BadInputException.in(path, "has no qrels/<split>.tsv, so nothing is judged");
        }
        Languages languages = options.languages(path, LanguageCodes.ofFolder(path));
        Gathered gathered = new Gathered(false, false);
        RetrievalFiles files = new RetrievalFiles(gathered);
        files.questions(queries, languages.question());
        files.passages(List.of(CorpusLines.file(corpus, languages.answer())), false, place);
        files.beirJudgments(splits.get(options.split(path, splits.keySet(), "test")), languages);
        return gathered.dataset(path, id());
    }

    /**
     * Writes a collection with one language on each side, its judgments as the split {@code test}.
     *
     * @throws BadInputException if it has several
     */
    static void write(Path folder, TestCollection collection) {
        RetrievalLines.oneLanguage(folder, collection);
        RetrievalLines.write(
                folder.resolve("queries.jsonl"),
                collection.questions(),
                question -> RetrievalLines.json("_id", question.id(), "text", question.text()));
        RetrievalLines.write(
                folder.resolve("corpus.jsonl"),
                collection.passages(),
                passage ->
                        RetrievalLines.json(
                                "_id", passage.id(), "title", "", "text", passage.text()));
        RetrievalLines.writeJudgments(
                folder.resolve("qrels").resolve("test.tsv"),
                collection,
                "query-id\tcorpus-id\tscore\n",
                (question, passage, grade) -> question + "\t" + passage + "\t" + grade);
    }

    private static Path only(FileTree tree, Pattern pattern, String name) {
        List<FileTree.Match> matches = tree.matching(pattern);
        if (matches.size() != 1) {
            throw BadInputException.in(
                    tree.root(),
                    "has %d files %s or %s.gz; one is needed"
                            .formatted(matches.size(), name, name));
        }
        return matches.get(0).file();
    }
}
