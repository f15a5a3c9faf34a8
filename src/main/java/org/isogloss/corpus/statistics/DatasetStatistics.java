package org.isogloss.corpus.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.LanguageRun;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.PassagePool;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.overlap.FoldedText;

/**
 * A data set in numbers, language by language.
 *
 * @param languages each language, in order of first appearance
 * @param coverage which questions exist in which two languages
 */
public record DatasetStatistics(List<LanguageStatistics> languages, Coverage coverage) {
    /** The most passages of a pool larger than memory that are looked at in each language. */
    public static final int LOOKED_AT = 10_000;

    private static final int SAMPLES = 3;

    public DatasetStatistics {
        languages = List.copyOf(languages);
    }

    /**
     * How parallel a data set is.
     *
     * @param languages the languages that have questions: the rows and the columns
     * @param questions how many questions exist in the row's and in the column's language; on the
     *     diagonal, in that language
     */
    public record Coverage(List<Lang> languages, List<List<Integer>> questions) {
        public Coverage {
            languages = List.copyOf(languages);
            questions = questions.stream().map(List::copyOf).toList();
        }
    }

    /** Looks at a data set; lengths in characters only. */
    public static DatasetStatistics of(TestCollection collection) {
        return of(collection, null);
    }

    /**
     * Looks at a data set.
     *
     * @param tokens how many tokens a text has, or null to count characters only
     */
    public static DatasetStatistics of(TestCollection collection, ToIntFunction<String> tokens) {
        Map<Lang, List<String>> questions = new LinkedHashMap<>();
        Map<Lang, List<String>> passages = new LinkedHashMap<>();
        for (Question question : collection.questions()) {
            questions.computeIfAbsent(question.lang(), l -> new ArrayList<>()).add(question.text());
        }
        Map<Lang, Integer> counts = new HashMap<>();
        for (LanguageRun run : LanguageRun.of(collection.passages())) {
            counts.merge(run.lang(), run.size(), Integer::sum);
        }
        for (Passage passage : lookedAt(collection.passages(), counts)) {
            passages.computeIfAbsent(passage.lang(), l -> new ArrayList<>()).add(passage.text());
        }
        Set<Lang> langs = new LinkedHashSet<>(questions.keySet());
        langs.addAll(passages.keySet());
        ExpectedScripts scripts = new ExpectedScripts();
        List<LanguageStatistics> languages = new ArrayList<>();
        for (Lang lang : langs) {
            List<String> asked = questions.getOrDefault(lang, List.of());
            List<String> offered = passages.getOrDefault(lang, List.of());
            languages.add(
                    new LanguageStatistics(
                            lang,
                            texts(asked.size(), asked, tokens),
                            texts(counts.getOrDefault(lang, 0), offered, tokens),
                            ScriptCheck.of(
                                    scripts.of(lang),
                                    Stream.concat(asked.stream(), offered.stream()).toList())));
        }
        return new DatasetStatistics(languages, coverage(collection));
    }

    /** All passages, or of a pool some of each language, evenly spread. */
    private static Iterable<Passage> lookedAt(List<Passage> passages, Map<Lang, Integer> counts) {
        if (!(passages instanceof PassagePool pool)) {
            return passages;
        }
        Map<Lang, Integer> met = new HashMap<>();
        IntStream.Builder positions = IntStream.builder();
        for (LanguageRun run : pool.runs()) {
            long all = counts.get(run.lang());
            long wanted = Math.min(LOOKED_AT, all);
            int before = met.merge(run.lang(), run.size(), Integer::sum) - run.size();
            // The i-th of those wanted is the language's passage number i * all / wanted.
            for (long i = (before * wanted + all - 1) / all; i < wanted; i++) {
                long inRun = i * all / wanted - before;
                if (inRun >= run.size()) {
                    break;
                }
                positions.add(Math.toIntExact(run.from() + inRun));
            }
        }
        return () -> positions.build().mapToObj(pool::get).iterator();
    }

    private static LanguageStatistics.Texts texts(
            int count, List<String> texts, ToIntFunction<String> tokens) {
        Set<String> different = new HashSet<>();
        texts.forEach(text -> different.add(FoldedText.of(text)));
        int samples = Math.min(SAMPLES, texts.size());
        List<String> sampled = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            sampled.add(texts.get((int) ((long) i * texts.size() / samples)));
        }
        return new LanguageStatistics.Texts(
                count,
                texts.size(),
                texts.size() - different.size(),
                Lengths.of(texts.stream().mapToInt(t -> t.codePointCount(0, t.length())).toArray()),
                tokens == null ? null : Lengths.of(texts.stream().mapToInt(tokens).toArray()),
                sampled);
    }

    private static Coverage coverage(TestCollection collection) {
        List<Lang> langs = collection.questionLanguages();
        Map<Lang, Integer> places = new HashMap<>();
        langs.forEach(lang -> places.put(lang, places.size()));
        Map<String, Set<Lang>> inLanguages = new HashMap<>();
        for (Question question : collection.questions()) {
            inLanguages
                    .computeIfAbsent(question.parallelId(), id -> new HashSet<>())
                    .add(question.lang());
        }
        int[][] counts = new int[langs.size()][langs.size()];
        for (Set<Lang> together : inLanguages.values()) {
            for (Lang row : together) {
                for (Lang column : together) {
                    counts[places.get(row)][places.get(column)]++;
                }
            }
        }
        List<List<Integer>> questions = new ArrayList<>();
        for (int[] row : counts) {
            questions.add(java.util.Arrays.stream(row).boxed().toList());
        }
        return new Coverage(langs, questions);
    }
}
