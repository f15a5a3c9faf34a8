package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.pool.MiraclPassages;
import org.isogloss.corpus.pool.PassageFile;

/**
 * MIRACL's layout (Zhang et al. 2023): for each language {@code
 * topics/topics.miracl-v1.0-<lang>-<split>.tsv}, {@code qrels/qrels.miracl-v1.0-<lang>-<split>.tsv}
 * and a corpus in shards, {@code miracl-corpus-v1.0-<lang>/docs-*.jsonl.gz}, in any folders; with
 * one language its shards may also lie in {@code corpus/}.
 *
 * <p>A passage is its title and its text. Questions of different languages are not translations of
 * each other, and each is answered from its own language's passages. Of several splits {@code dev}
 * is read unless another is asked for; the test splits have no judgments. Training rows with {@code
 * positive_passages} are {@link Tevatron}'s.
 */
public final class Miracl implements DatasetFormat {
    private static final String NAME =
            "\\.miracl-v[0-9.]+-(?<lang>[a-z]{2,3})-(?<split>[A-Za-z-]+)\\.tsv(\\.gz)?";
    private static final Pattern TOPICS = Pattern.compile("(.*/)?topics" + NAME);
    private static final Pattern QRELS = Pattern.compile("(.*/)?qrels" + NAME);
    private static final Pattern CORPUS =
            Pattern.compile(
                    "(.*/)?(miracl-corpus-v[0-9.]+-(?<lang>[a-z]{2,3})|corpus)"
                            + "/docs-[0-9]+\\.jsonl(\\.gz)?");

    @Override
    public String id() {
        return "miracl";
    }

    @Override
    public String description() {
        return "a folder with topics.miracl-v1.0-<lang>-<split>.tsv, qrels of the same name, and"
                + " miracl-corpus-v1.0-<lang>/docs-*.jsonl.gz";
    }

    @Override
    public int probe(Path path) {
        FileTree tree = FileTree.of(path);
        boolean topics = !tree.matching(TOPICS).isEmpty();
        boolean qrels = !tree.matching(QRELS).isEmpty();
        return topics && qrels ? 4 : topics || qrels ? 2 : 0;
    }

    @Override
    public Dataset read(Path path, ReadOptions options) {
        return read(path, options, PoolPlace.NONE);
    }

    @Override
    public Dataset read(Path path, ReadOptions options, PoolPlace place) {
        FileTree tree = FileTree.of(path);
        TreeSet<String> splits = new TreeSet<>();
        tree.matching(QRELS).forEach(match -> splits.add(match.group("split")));
        if (splits.isEmpty()) {
            throw BadInputException.in(
                    path, "has no qrels.miracl-v1.0-<lang>-<split>.tsv, so nothing is judged");
        }
        String split = options.split(path, splits, "dev");
        Map<Lang, Path> topics = byLanguage(tree, TOPICS, split);
        Map<Lang, Path> qrels = byLanguage(tree, QRELS, split);
        if (!topics.keySet().equals(qrels.keySet())) {
            throw BadInputException.in(
                    path,
                    "has topics of %s in %s but qrels of %s; each language needs both"
                            .formatted(split, topics.keySet(), qrels.keySet()));
        }
        options.noLanguages(path);
        List<PassageFile> corpus = corpus(path, tree, topics.keySet());
        boolean several = topics.size() > 1;
        Gathered gathered = new Gathered(several, false);
        RetrievalFiles files = new RetrievalFiles(gathered);
        topics.forEach((lang, file) -> files.questions(file, lang));
        files.passages(corpus, several, place);
        qrels.forEach((lang, file) -> files.trecJudgments(file, lang, List.of(lang)));
        return gathered.dataset(path, id());
    }

    /** The shards of each language, language by language. */
    private static List<PassageFile> corpus(Path path, FileTree tree, Set<Lang> langs) {
        Map<Lang, Set<Path>> corpora = corpora(tree, langs.iterator().next());
        List<PassageFile> corpus = new ArrayList<>();
        for (Lang lang : langs) {
            if (!corpora.containsKey(lang)) {
                throw BadInputException.in(
                        path,
                        "has no corpus for %s; put miracl-corpus-v1.0-%s with its docs-*.jsonl.gz"
                                        .formatted(lang, lang)
                                + " into the folder");
            }
            corpora.get(lang).forEach(folder -> corpus.addAll(MiraclPassages.files(folder, lang)));
        }
        return corpus;
    }

    private static Map<Lang, Path> byLanguage(FileTree tree, Pattern pattern, String split) {
        Map<Lang, Path> files = new TreeMap<>();
        for (FileTree.Match match : tree.matching(pattern)) {
            if (match.group("split").equals(split)) {
                Path same = files.put(language(match), match.file());
                if (same != null) {
                    throw BadInputException.in(match.file(), "is the same as " + same);
                }
            }
        }
        return files;
    }

    private static Map<Lang, Set<Path>> corpora(FileTree tree, Lang first) {
        Map<Lang, Set<Path>> corpora = new TreeMap<>();
        for (FileTree.Match match : tree.matching(CORPUS)) {
            Lang lang = match.group("lang") == null ? first : language(match);
            corpora.computeIfAbsent(lang, each -> new LinkedHashSet<>())
                    .add(match.file().getParent());
        }
        return corpora;
    }

    private static Lang language(FileTree.Match match) {
        return LanguageCodes.ofCode(match.group("lang"))
                .orElseThrow(
                        () ->
                                BadInputException.in(
                                        match.file(),
                                        "'%s' in its name is not a language"
                                                .formatted(match.group("lang"))));
    }
}
