package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.pool.PassageFile;

/**
 * Mr. TyDi's layout (Zhang et al. 2021, arXiv 2108.08787): folders {@code mrtydi-v1.1-<language>}
 * named in English, each with {@code ir-format-data/topics.<split>.txt} and {@code
 * qrels.<split>.txt}, and {@code corpus.jsonl.gz} or {@code collection/docs.jsonl.gz}.
 *
 * <p>A passage is its title and its text. Questions of different languages are not translations of
 * each other, and each is answered from its own language's passages. Of several splits {@code test}
 * is read unless another is asked for. Training rows with {@code positive_passages} are {@link
 * Tevatron}'s.
 */
public final class MrTydi implements DatasetFormat {
    private static final String FOLDER = "((.*/)?mrtydi-v[0-9.]+-(?<lang>[a-z]+)/)?";
    private static final Pattern TOPICS =
            Pattern.compile(
                    FOLDER + "(ir-format-data/)?topics?\\.(?<split>[a-z]+)\\.(txt|tsv)(\\.gz)?");
    private static final Pattern QRELS =
            Pattern.compile(
                    FOLDER + "(ir-format-data/)?qrels\\.(?<split>[a-z]+)\\.(txt|tsv)(\\.gz)?");
    private static final Pattern CORPUS =
            Pattern.compile(FOLDER + "(corpus|(collection/)docs)\\.jsonl(\\.gz)?");
    private static final Pattern NAME = Pattern.compile("mrtydi-v[0-9.]+-(?<lang>[a-z]+)");

    @Override
    public String id() {
        return "mr-tydi";
    }

    @Override
    public String description() {
        return "a folder mrtydi-v1.1-<language>, or one that holds several, with"
                + " ir-format-data/topics.<split>.txt, qrels.<split>.txt and corpus.jsonl.gz";
    }

    @Override
    public int probe(Path path) {
        FileTree tree = FileTree.of(path);
        List<FileTree.Match> topics = tree.matching(TOPICS);
        boolean named =
                topics.stream().anyMatch(match -> match.group("lang") != null)
                        || ofFolder(path).isPresent();
        return !named || topics.isEmpty() ? 0 : tree.matching(QRELS).isEmpty() ? 2 : 4;
    }

    @Override
    public Dataset read(Path path, ReadOptions options) {
        return read(path, options, PoolPlace.NONE);
    }

    @Override
    public Dataset read(Path path, ReadOptions options, PoolPlace place) {
        options.noLanguages(path);
        FileTree tree = FileTree.of(path);
        TreeSet<String> splits = new TreeSet<>();
        tree.matching(QRELS).forEach(match -> splits.add(match.group("split")));
        if (splits.isEmpty()) {
            throw BadInputException.in(path, "has no qrels.<split>.txt, so nothing is judged");
        }
        String split = options.split(path, splits, "test");
        Map<Lang, List<Path>> topics = byLanguage(tree, TOPICS, split);
        Map<Lang, List<Path>> qrels = byLanguage(tree, QRELS, split);
        Map<Lang, List<Path>> corpora = byLanguage(tree, CORPUS, "");
        for (Lang lang : qrels.keySet()) {
            if (!topics.containsKey(lang) || !corpora.containsKey(lang)) {
                throw BadInputException.in(
                        path,
                        "has qrels of %s in %s but no %s"
                                .formatted(
                                        split,
                                        lang,
                                        topics.containsKey(lang)
                                                ? "corpus.jsonl.gz; put mrtydi-corpus' folder there"
                                                : "topics." + split + ".txt"));
            }
        }
        boolean several = qrels.size() > 1;
        Gathered gathered = new Gathered(several, false);
        RetrievalFiles files = new RetrievalFiles(gathered);
        List<PassageFile> corpus = new ArrayList<>();
        for (Lang lang : qrels.keySet()) {
            topics.get(lang).forEach(file -> files.questions(file, lang));
            corpora.get(lang).forEach(file -> corpus.add(CorpusLines.file(file, lang)));
        }
        files.passages(corpus, several, place);
        qrels.forEach(
                (lang, each) ->
                        each.forEach(file -> files.trecJudgments(file, lang, List.of(lang))));
        return gathered.dataset(path, id());
    }

    private static Map<Lang, List<Path>> byLanguage(FileTree tree, Pattern pattern, String split) {
        Map<Lang, List<Path>> files = new TreeMap<>();
        for (FileTree.Match match : tree.matching(pattern)) {
            if (split.isEmpty() || match.group("split").equals(split)) {
                Optional<Lang> lang =
                        match.group("lang") == null
                                ? ofFolder(tree.root())
                                : LanguageCodes.ofName(match.group("lang"));
                files.computeIfAbsent(
                                lang.orElseThrow(() -> unnamed(match.file())),
                                each -> new ArrayList<>())
                        .add(match.file());
            }
        }
        return files;
    }

    private static BadInputException unnamed(Path file) {
        return BadInputException.in(
                file, "lies in no folder mrtydi-v1.1-<language> such as mrtydi-v1.1-thai");
    }

    private static Optional<Lang> ofFolder(Path folder) {
        var name = NAME.matcher(Dataset.nameOf(folder));
        return name.matches() ? LanguageCodes.ofName(name.group("lang")) : Optional.empty();
    }
}
