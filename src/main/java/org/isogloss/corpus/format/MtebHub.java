package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;

/**
 * The layout of MTEB's retrieval tasks on the Hugging Face hub, as JSON lines or Parquet:
 * configurations {@code <subset>-corpus}, {@code <subset>-queries} and {@code <subset>-qrels}, or
 * {@code corpus}, {@code queries} and {@code default} (or {@code qrels}, or {@code data}) where
 * there are no subsets, each a folder with {@code <split>.jsonl}, {@code
 * <split>-00000-of-00001.parquet} or {@code <split>/0000.parquet}, or a file {@code
 * <configuration>.jsonl} or {@code .parquet}; lines also compressed.
 *
 * <p>A subset called by two languages, {@code ara-deu}, does not say which of them is asked in:
 * tasks name the pair in either order. The folder must be called by its task, whose order is known
 * here from MTEB's metadata, or the options must say both languages for one subset. Passages and
 * questions of several subsets with the same id must be the same. Of several splits {@code test} is
 * read unless another is asked for.
 */
public final class MtebHub implements DatasetFormat {
    private static final Pattern CONFIG =
            Pattern.compile(
                    "((?<subset>[^/]+)-)?(?<part>corpus|queries|qrels|default)((/(?<split>[^/]+?))?("
                            + Shards.NUMBER
                            + ")?\\.(jsonl(\\.gz)?|parquet)|/(?<folder>[^/]+)/[0-9]{4}\\.parquet)");

    /** The folder of a configuration without a name, which holds the judgments. */
    private static final Pattern UNNAMED =
            Pattern.compile("data/(?<split>[^/]+?)(" + Shards.NUMBER + ")?\\.parquet");

    /** Tasks whose subsets name the passages' language first. */
    private static final Set<String> CORPUS_FIRST =
            Set.of("BelebeleRetrieval", "MLQARetrieval", "XPQARetrieval");

    /** Tasks whose subsets name the questions' language first. */
    private static final Set<String> QUERY_FIRST =
            Set.of(
                    "CrossLingualSemanticDiscriminationWMT19",
                    "CrossLingualSemanticDiscriminationWMT21",
                    "mFollowIRCrossLingual");

    /** What a configuration holds. */
    private enum Part {
        CORPUS,
        QUERIES,
        QRELS;

        static Part of(String name) {
            return switch (name) {
                case "corpus" -> CORPUS;
                case "queries" -> QUERIES;
                default -> QRELS;
            };
        }
    }

    /** The files of a subset by what they hold and their split. */
    private static final class Subset {
        private final Map<Part, SortedMap<String, List<Path>>> files = new EnumMap<>(Part.class);

        void add(Part part, String split, Path file) {
            of(part).computeIfAbsent(split, each -> new ArrayList<>()).add(file);
        }

        SortedMap<String, List<Path>> of(Part part) {
            return files.computeIfAbsent(part, each -> new TreeMap<>());
        }

        boolean has(Part part) {
            return files.containsKey(part);
        }

        boolean whole() {
            return files.size() == Part.values().length;
        }
    }

    @Override
    public String id() {
        return "mteb";
    }

    @Override
    public String description() {
        return "a folder called by its MTEB task with <subset>-corpus, <subset>-queries and"
                + " <subset>-qrels (or corpus, queries and default) as JSON lines or Parquet";
    }

    @Override
    public int probe(Path path) {
        Map<String, Subset> subsets = subsets(path);
        if (subsets.values().stream().anyMatch(Subset::whole)) {
            return 4;
        }
        return subsets.values().stream().anyMatch(subset -> subset.has(Part.QRELS)) ? 2 : 0;
    }

    @Override
    public Dataset read(Path path, ReadOptions options) {
        Map<String, Subset> subsets = subsets(path);
        if (options.subset().isPresent()) {
            String asked = options.subset().get();
            if (!subsets.containsKey(asked)) {
                throw BadInputException.in(
                        path, "has no subset '%s'; it has %s".formatted(asked, subsets.keySet()));
            }
            subsets.keySet().retainAll(Set.of(asked));
        }
        if (subsets.isEmpty()) {
            throw BadInputException.in(
                    path, "has no corpus, queries and qrels as JSON lines or Parquet");
        }
        if (subsets.size() > 1) {
            options.noLanguages(path);
        }
        Map<String, Languages> languages = new LinkedHashMap<>();
        subsets.keySet().forEach(name -> languages.put(name, languages(path, name, options)));
        Set<Lang> all = new TreeSet<>();
        languages.values().forEach(pair -> all.addAll(List.of(pair.question(), pair.answer())));
        Gathered gathered = new Gathered(subsets.size() > 1 && all.size() > 1, false);
        RetrievalFiles files = new RetrievalFiles(gathered);
        subsets.forEach((name, subset) -> read(path, options, subset, languages.get(name), files));
        return gathered.dataset(path, id());
    }

    private static void read(
            Path path,
            ReadOptions options,
            Subset subset,
            Languages languages,
            RetrievalFiles files) {
        if (!subset.whole()) {
            throw BadInputException.in(
                    path, "has a subset without its corpus, queries or qrels; it needs all three");
        }
        String split =
                options.split(path, subset.of(Part.QRELS).keySet(), "test", "dev", "validation");
        of(path, subset, Part.QUERIES, split)
                .forEach(file -> files.questions(file, languages.question()));
        of(path, subset, Part.CORPUS, split)
                .forEach(file -> files.passages(file, languages.answer()));
        subset.of(Part.QRELS).get(split).forEach(file -> files.jsonJudgments(file, languages));
    }

    /** Questions and passages of the split, or of the only one they have, as MTEB reads them. */
    private static List<Path> of(Path path, Subset subset, Part part, String split) {
        SortedMap<String, List<Path>> splits = subset.of(part);
        if (splits.size() > 1 && !splits.containsKey(split)) {
            throw BadInputException.in(
                    path,
                    "has %s for %s but not for the split %s"
                            .formatted(part, splits.keySet(), split));
        }
        return splits.getOrDefault(split, splits.get(splits.firstKey()));
    }

    private static Map<String, Subset> subsets(Path path) {
        Map<String, Subset> subsets = new TreeMap<>();
        FileTree tree = FileTree.of(path);
        for (FileTree.Match match : tree.matching(CONFIG)) {
            String name = Optional.ofNullable(match.group("subset")).orElse("");
            subsets.computeIfAbsent(name, each -> new Subset())
                    .add(Part.of(match.group("part")), split(match), match.file());
        }
        Subset unnamed = subsets.get("");
        if (unnamed != null && !unnamed.has(Part.QRELS)) {
            tree.matching(UNNAMED)
                    .forEach(match -> unnamed.add(Part.QRELS, match.group("split"), match.file()));
        }
        return subsets;
    }

    private static String split(FileTree.Match match) {
        return Optional.ofNullable(match.group("split"))
                .or(() -> Optional.ofNullable(match.group("folder")))
                .orElse("test");
    }

    private static Languages languages(Path path, String subset, ReadOptions options) {
        if (options.questionLang().isPresent() && options.answerLang().isPresent()) {
            return options.languages(path, Optional.empty());
        }
        String[] pair = subset.split("-", -1);
        Optional<Lang> first = LanguageCodes.ofCode(pair[0]);
        Optional<Lang> second = pair.length == 2 ? LanguageCodes.ofCode(pair[1]) : Optional.empty();
        if (first.isEmpty() || second.isEmpty()) {
            return options.languages(
                    path,
                    subset.isEmpty() ? LanguageCodes.ofFolder(path) : LanguageCodes.ofCode(subset));
        }
        if (first.equals(second)) {
            return Languages.both(first.get());
        }
        String task = Dataset.nameOf(path);
        if (CORPUS_FIRST.contains(task)) {
            return new Languages(second.get(), first.get());
        }
        if (QUERY_FIRST.contains(task)) {
            return new Languages(first.get(), second.get());
        }
        throw BadInputException.in(
                path,
                "subset '%s' names two languages, and whether the questions' comes first depends on"
                                .formatted(subset)
                        + " the task: call the folder by its task, or give --subset,"
                        + " --question-lang and --answer-lang");
    }
}
