package org.isogloss.corpus.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.ParallelItem;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;

/**
 * LAReQA's layout, in which XQuAD-R and MLQA-R are published: SQuAD JSON, one file a language,
 * whose paragraphs are also given as sentences.
 *
 * <p>As in LAReQA (Roy et al. 2020, arXiv 2004.05484, section 3): every sentence is a candidate,
 * equal texts are not merged; the answer is the sentence in which {@code answer_start} lies; a
 * question of any language is answered by that question's answer sentence in every language.
 * Offsets count Unicode code points. Ids are LAReQA's: {@code {lang}_{paragraph}_{sentence}} and
 * {@code {question}_{lang}}, both counted from 0 through the file.
 */
public final class LaReqa implements DatasetFormat {
    @Override
    public String id() {
        return "lareqa";
    }

    @Override
    public String description() {
        return "a folder of <language>.json files such as XQuAD-R, or one of them:"
                + " SQuAD JSON with sentence_breaks and sentences in each paragraph";
    }

    @Override
    public int probe(Path path) {
        if (Files.isDirectory(path)) {
            List<Path> files = jsonFiles(path);
            return files.isEmpty() ? 0 : files.stream().mapToInt(this::probeFile).max().orElse(0);
        }
        return isJson(path) ? probeFile(path) : 0;
    }

    @Override
    public Dataset read(Path path, ReadOptions options) {
        options.noLanguages(path);
        boolean folder = Files.isDirectory(path);
        Map<Lang, Path> files = new TreeMap<>();
        for (Path file : folder ? jsonFiles(path) : List.of(path)) {
            Path same = files.put(language(file), file);
            if (same != null) {
                throw BadInputException.in(file, "is the same language as " + same);
            }
        }
        if (files.isEmpty()) {
            throw BadInputException.in(path, "has no <language>.json file such as en.json");
        }
        Collector collector = new Collector();
        files.forEach(collector::add);
        return collector.dataset(Dataset.nameOf(path), id());
    }

    private int probeFile(Path file) {
        String start = Glance.start(file);
        if (start.contains("\"sentence_breaks\"")) {
            return 4;
        }
        return start.contains("\"paragraphs\"") ? 2 : 1;
    }

    private static boolean isJson(Path file) {
        return file.toString().matches(".*\\.json(\\.gz)?");
    }

    private static List<Path> jsonFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(LaReqa::isJson).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    private static String stem(String fileName) {
        return fileName.replaceFirst("\\.json(\\.gz)?$", "");
    }

    private static Lang language(Path file) {
        try {
            return new Lang(stem(file.getFileName().toString()));
        } catch (IllegalArgumentException e) {
            throw BadInputException.in(
                    file,
                    e.getMessage() + "; name the file by its language or move it out of the folder",
                    e);
        }
    }

    /** The sentence that answers a question in one language. */
    private record Answered(String passageId, Pair pair) {}

    /** Gathers one language after the other. */
    private static final class Collector {
        private final List<Question> questions = new ArrayList<>();
        private final List<Passage> passages = new ArrayList<>();
        private final Map<String, Map<Lang, Answered>> answers = new LinkedHashMap<>();
        private final Map<String, String> titles = new HashMap<>();

        void add(Lang lang, Path file) {
            Squad squad = JsonFile.read(file, Squad.class);
            int before = questions.size();
            int paragraph = 0;
            for (Squad.Article article : Squad.required(file, "data", squad.data())) {
                String title = article.title() == null ? "" : article.title();
                for (Squad.Paragraph next :
                        Squad.required(file, "paragraphs", article.paragraphs())) {
                    add(lang, new SquadSentences(file, next), paragraph++, title);
                }
            }
            if (questions.size() == before) {
                throw BadInputException.in(file, "has no question; remove the file or fill it");
            }
        }

        private void add(Lang lang, SquadSentences sentences, int paragraph, String title) {
            String prefix = lang + "_" + paragraph + "_";
            for (int i = 0; i < sentences.texts().size(); i++) {
                passages.add(
                        new Passage(
                                prefix + i, lang, sentences.texts().get(i), sentences.context()));
            }
            Path file = sentences.file();
            for (Squad.Asked asked : Squad.required(file, "qas", sentences.paragraph().qas())) {
                String id = Located.text(file, "id", asked.id());
                if (id.chars().anyMatch(Character::isWhitespace)) {
                    throw asked.id().bad(file, "id '" + id + "' has a space; TREC files need none");
                }
                if (asked.question() == null) {
                    throw asked.id().bad(file, "question '" + id + "' has no text; give it one");
                }
                String text = Located.text(file, "question", asked.question());
                int sentence = sentences.answering(asked, id);
                Answered answered =
                        new Answered(
                                prefix + sentence, new Pair(text, sentences.texts().get(sentence)));
                questions.add(new Question(id + "_" + lang, id, lang, text, title));
                titles.putIfAbsent(id, title);
                if (answers.computeIfAbsent(id, key -> new LinkedHashMap<>()).put(lang, answered)
                        != null) {
                    throw asked.id().bad(file, "id '" + id + "' stands twice; ids must differ");
                }
            }
        }

        Dataset dataset(String name, String format) {
            List<ParallelItem> items = new ArrayList<>();
            Map<String, Set<String>> relevant = new HashMap<>();
            answers.forEach(
                    (id, byLang) -> {
                        Map<Lang, Pair> pairs = new LinkedHashMap<>();
                        Set<String> sentences = new LinkedHashSet<>();
                        byLang.forEach(
                                (lang, answered) -> {
                                    pairs.put(lang, answered.pair());
                                    sentences.add(answered.passageId());
                                });
                        items.add(new ParallelItem(id, id, pairs, titles.get(id)));
                        byLang.keySet().forEach(lang -> relevant.put(id + "_" + lang, sentences));
                    });
            return new Dataset(
                    name,
                    format,
                    new ParallelCorpus(name, items),
                    new TestCollection(name, questions, passages, Judgments.ofRelevant(relevant)));
        }
    }
}
