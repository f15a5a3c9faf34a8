package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.isogloss.base.BadInputException;
import org.isogloss.base.LineSource;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.ParallelItem;
import org.isogloss.corpus.pool.PassageFile;

/**
 * mMARCO's layout (Bonifacio et al. 2021, arXiv 2108.13897): {@code <language>_collection.tsv} and
 * {@code <language>_queries.<split>.tsv} named in English, with MS MARCO's {@code
 * qrels.<split>.tsv} or {@code triples.train.ids.small.tsv} for all languages, in any folders.
 *
 * <p>All languages translate one original, so a question is answered by its passage in every
 * language. Of several splits {@code dev.small} is read unless another is asked for. Where a split
 * has triples ({@code question positive negative}) but no judgments it can be trained on only; all
 * negatives of a question and its positive are kept, in file order.
 */
public final class MMarco implements DatasetFormat {
    private static final Pattern COLLECTION =
            Pattern.compile("(.*/)?(?<lang>[a-z]+)_collection\\.tsv(\\.gz)?");
    private static final Pattern QUERIES =
            Pattern.compile("(.*/)?(?<lang>[a-z]+)_queries\\.(?<split>[a-z.]+)\\.tsv(\\.gz)?");
    private static final Pattern QRELS =
            Pattern.compile("(.*/)?qrels\\.(?<split>[a-z.]+)\\.tsv(\\.gz)?");
    private static final Pattern TRIPLES =
            Pattern.compile("(.*/)?triples\\.(?<split>[a-z]+)\\.ids(\\.small)?\\.tsv(\\.gz)?");

    @Override
    public String id() {
        return "mmarco";
    }

    @Override
    public String description() {
        return "a folder with <language>_collection.tsv, <language>_queries.<split>.tsv and"
                + " qrels.<split>.tsv or triples.train.ids.small.tsv";
    }

    @Override
    public int probe(Path path) {
        FileTree tree = FileTree.of(path);
        boolean collection = !tree.matching(COLLECTION).isEmpty();
        boolean queries = !tree.matching(QUERIES).isEmpty();
        return collection && queries ? 4 : collection || queries ? 2 : 0;
    }

    @Override
    public Dataset read(Path path, ReadOptions options) {
        return read(path, options, PoolPlace.NONE);
    }

    @Override
    public Dataset read(Path path, ReadOptions options, PoolPlace place) {
        options.noLanguages(path);
        FileTree tree = FileTree.of(path);
        Map<Lang, Path> collections = byLanguage(tree, COLLECTION, "");
        if (collections.isEmpty()) {
            throw BadInputException.in(path, "has no <language>_collection.tsv");
        }
        Map<String, Path> qrels = bySplit(tree, QRELS);
        Map<String, Path> triples = bySplit(tree, TRIPLES);
        Set<String> splits = new TreeSet<>();
        tree.matching(QUERIES).forEach(match -> splits.add(match.group("split")));
        splits.removeIf(split -> !qrels.containsKey(split) && !triples.containsKey(split));
        if (splits.isEmpty()) {
            throw BadInputException.in(
                    path,
                    "has no <language>_queries.<split>.tsv with qrels.<split>.tsv or"
                            + " triples.<split>.ids.small.tsv; put both into the folder");
        }
        String split = options.split(path, splits, "dev.small", "dev");
        Map<Lang, Path> queries = byLanguage(tree, QUERIES, split);
        if (!queries.keySet().equals(collections.keySet())) {
            throw BadInputException.in(
                    path,
                    "has questions of %s in %s but collections in %s; each language needs both"
                            .formatted(split, queries.keySet(), collections.keySet()));
        }
        if (!qrels.containsKey(split)) {
            return toTrainOn(path, triples.get(split), queries, collections);
        }
        boolean several = queries.size() > 1;
        Gathered gathered = new Gathered(several, true);
        RetrievalFiles files = new RetrievalFiles(gathered);
        queries.forEach((lang, file) -> files.questions(file, lang));
        List<PassageFile> corpus = new ArrayList<>();
        collections.forEach((lang, file) -> corpus.add(CorpusLines.file(file, lang)));
        files.passages(corpus, several, place);
        files.trecJudgments(
                qrels.get(split), queries.keySet().iterator().next(), collections.keySet());
        return gathered.dataset(path, id());
    }

    private Dataset toTrainOn(
            Path path, Path triples, Map<Lang, Path> queries, Map<Lang, Path> collections) {
        ReadReport.Builder report = new ReadReport.Builder();
        Map<Lang, Map<String, String>> questions = new TreeMap<>();
        Map<Lang, Map<String, String>> passages = new TreeMap<>();
        queries.forEach((lang, file) -> questions.put(lang, texts(lang, file)));
        collections.forEach((lang, file) -> passages.put(lang, texts(lang, file)));
        List<ParallelItem> items = new ArrayList<>();
        Map<String, Integer> positives = new HashMap<>();
        for (Triples each : triples(triples)) {
            Map<Lang, Pair> pairs = new LinkedHashMap<>();
            for (Lang lang : queries.keySet()) {
                each.pair(questions.get(lang), passages.get(lang), report)
                        .ifPresent(pair -> pairs.put(lang, pair));
            }
            if (!pairs.isEmpty()) {
                String id = each.question();
                int n = positives.merge(id, 1, Integer::sum);
                items.add(new ParallelItem(n == 1 ? id : id + "#" + n, id, pairs));
            }
        }
        if (items.isEmpty()) {
            throw BadInputException.in(
                    triples, "names no question and passage that are there; do the files match?");
        }
        String name = Dataset.nameOf(path);
        return Dataset.toTrainOn(name, id(), new ParallelCorpus(name, items), report.build());
    }

    /** All triples of a question and a positive, and where the first stands. */
    private record Triples(Place place, String question, String positive, List<String> negatives) {

        Optional<Pair> pair(
                Map<String, String> questions,
                Map<String, String> passages,
                ReadReport.Builder report) {
            if (!questions.containsKey(question) || !passages.containsKey(positive)) {
                report.add(place, "the triple names a question or positive that is not there");
                return Optional.empty();
            }
            List<String> texts = new ArrayList<>();
            for (String negative : negatives) {
                if (passages.containsKey(negative)) {
                    texts.add(passages.get(negative));
                } else {
                    report.add(place, "the triple names a negative that is not there");
                }
            }
            return Optional.of(new Pair(questions.get(question), passages.get(positive), texts));
        }
    }

    private static Collection<Triples> triples(Path file) {
        Map<List<String>, Triples> triples = new LinkedHashMap<>();
        try (LineSource lines = new LineSource(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                String[] ids = line.split("\t", -1);
                if (ids.length != 3) {
                    throw lines.bad(
                            "the line '%s' has %d columns, not 3: question, positive, negative"
                                    .formatted(Place.abridged(line), ids.length));
                }
                Place place = Place.of(lines);
                String question = place.id("the question's id", ids[0]);
                String positive = place.id("the positive's id", ids[1]);
                triples.computeIfAbsent(
                                List.of(question, positive),
                                key -> new Triples(place, question, positive, new ArrayList<>()))
                        .negatives()
                        .add(place.id("the negative's id", ids[2]));
            }
        }
        return triples.values();
    }

    private static Map<String, String> texts(Lang lang, Path file) {
        Gathered gathered = new Gathered(false, false);
        new RetrievalFiles(gathered).passages(file, lang);
        return gathered.passageTexts();
    }

    private static Map<Lang, Path> byLanguage(FileTree tree, Pattern pattern, String split) {
        Map<Lang, Path> files = new TreeMap<>();
        for (FileTree.Match match : tree.matching(pattern)) {
            if (!split.isEmpty() && !match.group("split").equals(split)) {
                continue;
            }
            Lang lang =
                    LanguageCodes.ofName(match.group("lang"))
                            .orElseThrow(
                                    () ->
                                            BadInputException.in(
                                                    match.file(),
                                                    "'%s' is not the English name of a language"
                                                            .formatted(match.group("lang"))));
            Path same = files.put(lang, match.file());
            if (same != null) {
                throw BadInputException.in(
                        match.file(), "is the same language as " + same + "; keep one translation");
            }
        }
        return files;
    }

    private static Map<String, Path> bySplit(FileTree tree, Pattern pattern) {
        Map<String, Path> files = new TreeMap<>();
        for (FileTree.Match match : tree.matching(pattern)) {
            Path same = files.put(match.group("split"), match.file());
            if (same != null) {
                throw BadInputException.in(match.file(), "is the same split as " + same);
            }
        }
        return files;
    }
}
