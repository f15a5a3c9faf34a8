package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.TestCollection;

/**
 * A test collection in TREC's parts, as MS MARCO gives them too, each also compressed: {@code
 * topics*} or {@code queries*} as tab-separated lines, JSON lines or TREC's own {@code <top>};
 * {@code qrels*} with four columns ({@code question iteration passage grade}); and {@code
 * collection*.tsv} ({@code id text}) or {@code collection*.jsonl} ({@code docid}, {@code title},
 * {@code text}), in one file or in shards.
 *
 * <p>The files do not say their language: the folder's name does, {@code trec/sw}, or the options.
 * Where there are several splits, as in {@code queries.dev.tsv} and {@code qrels.dev.tsv}, {@code
 * test} and then {@code dev} is read unless another is asked for.
 */
public final class Trec implements DatasetFormat {
    private static final Pattern TOPICS =
            Pattern.compile(
                    "(topics|queries)(?<split>[._-][A-Za-z0-9._-]+?)?\\.(tsv|txt|jsonl)(\\.gz)?");
    private static final Pattern QRELS =
            Pattern.compile("qrels(?<split>[._-][A-Za-z0-9._-]+?)?\\.(tsv|txt)(\\.gz)?");
    private static final Pattern COLLECTION =
            Pattern.compile("(collection|corpus|docs)([._/-][^/]+?)?\\.(tsv|jsonl)(\\.gz)?");

    @Override
    public String id() {
        return "trec";
    }

    @Override
    public String description() {
        return "a folder with topics.txt or queries.tsv, qrels.txt of four columns, and"
                + " collection.tsv or collection.jsonl";
    }

    @Override
    public int probe(Path path) {
        FileTree tree = FileTree.of(path);
        boolean topics = !tree.matching(TOPICS).isEmpty();
        boolean qrels = !tree.matching(QRELS).isEmpty();
        boolean collection = !tree.matching(COLLECTION).isEmpty();
        // A broader layout than the others: those with names of their own go first in the list.
        return topics && qrels && collection ? 4 : qrels && (topics || collection) ? 2 : 0;
    }

    @Override
    public Dataset read(Path path, ReadOptions options) {
        FileTree tree = FileTree.of(path);
        Map<String, Path> topics = bySplit(tree, TOPICS, "topics.tsv or queries.tsv");
        Map<String, Path> qrels = bySplit(tree, QRELS, "qrels.txt");
        List<FileTree.Match> collection = tree.matching(COLLECTION);
        if (collection.isEmpty()) {
            throw BadInputException.in(path, "has no collection.tsv or collection.jsonl");
        }
        Path questions;
        Path judgments;
        if (topics.size() == 1 && qrels.size() == 1) {
            questions = topics.values().iterator().next();
            judgments = qrels.values().iterator().next();
        } else {
            TreeSet<String> splits = new TreeSet<>(topics.keySet());
            splits.retainAll(qrels.keySet());
            String split = options.split(path, splits, "test", "dev.small", "dev");
            questions = topics.get(split);
            judgments = qrels.get(split);
        }
        Languages languages = options.languages(path, LanguageCodes.ofFolder(path));
        Gathered gathered = new Gathered(false, false);
        RetrievalFiles files = new RetrievalFiles(gathered);
        files.questions(questions, languages.question());
        collection.forEach(shard -> files.passages(shard.file(), languages.answer()));
        files.trecJudgments(judgments, languages.question(), List.of(languages.answer()));
        return gathered.dataset(path, id());
    }

    /**
     * Writes a collection with one language on each side, its questions as JSON lines because a
     * text may hold tabs.
     *
     * @throws BadInputException if it has several
     */
    static void write(Path folder, TestCollection collection) {
        RetrievalLines.oneLanguage(folder, collection);
        RetrievalLines.write(
                folder.resolve("topics.jsonl"),
                collection.questions(),
                question -> RetrievalLines.json("id", question.id(), "text", question.text()));
        RetrievalLines.write(
                folder.resolve("collection.jsonl"),
                collection.passages(),
                passage -> RetrievalLines.json("docid", passage.id(), "text", passage.text()));
        RetrievalLines.writeJudgments(
                folder.resolve("qrels.txt"),
                collection,
                "",
                (question, passage, grade) -> question + " 0 " + passage + " " + grade);
    }

    private static Map<String, Path> bySplit(FileTree tree, Pattern pattern, String name) {
        Map<String, Path> files = new TreeMap<>();
        for (FileTree.Match match : tree.matching(pattern)) {
            String split = match.group("split") == null ? "all" : match.group("split").substring(1);
            Path same = files.put(split, match.file());
            if (same != null) {
                throw BadInputException.in(match.file(), "is the same split as " + same);
            }
        }
        if (files.isEmpty()) {
            throw BadInputException.in(tree.root(), "has no " + name);
        }
        return files;
    }
}
