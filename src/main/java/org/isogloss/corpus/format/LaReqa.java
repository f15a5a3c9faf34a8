package org.isogloss.corpus.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
import tools.jackson.databind.JsonNode;

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
    private static final int PROBED_BYTES = 1 << 16;

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
        return path.toString().endsWith(".json") ? probeFile(path) : 0;
    }

    @Override
    public Dataset read(Path path) {
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
        try (var in = Files.newInputStream(file)) {
            // A cut through a character at the end does no harm to the key looked for.
            String start = new String(in.readNBytes(PROBED_BYTES), StandardCharsets.UTF_8);
            if (start.contains("\"sentence_breaks\"")) {
                return 4;
            }
            return start.contains("\"paragraphs\"") ? 2 : 1;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> jsonFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    private static String stem(String fileName) {
        return fileName.substring(0, fileName.length() - ".json".length());
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

    /** SQuAD's keys; those whose faults are worth a line of the file keep theirs. */
    private record Squad(JsonNode version, List<Article> data) {}

    private record Article(String title, List<Paragraph> paragraphs) {}

    private record Paragraph(
            Located context,
            List<Asked> qas,
            @JsonProperty("sentence_breaks") List<List<Located>> breaks,
            List<Located> sentences) {}

    private record Asked(Located id, Located question, List<Answer> answers) {}

    private record Answer(@JsonProperty("answer_start") Located start, Located text) {}

    /** The sentence that answers a question in one language. */
    private record Answered(String passageId, Pair pair) {}

    /** Gathers one language after the other. */
    private static final class Collector {
        private final List<Question> questions = new ArrayList<>();
        private final List<Passage> passages = new ArrayList<>();
        private final Map<String, Map<Lang, Answered>> answers = new LinkedHashMap<>();

        void add(Lang lang, Path file) {
            Squad squad = JsonFile.read(file, Squad.class);
            int before = questions.size();
            int paragraph = 0;
            for (Article article : required(file, "data", squad.data())) {
                for (Paragraph next : required(file, "paragraphs", article.paragraphs())) {
                    add(lang, new Sentences(file, next), paragraph++);
                }
            }
            if (questions.size() == before) {
                throw BadInputException.in(file, "has no question; remove the file or fill it");
            }
        }

        private void add(Lang lang, Sentences sentences, int paragraph) {
            String prefix = lang + "_" + paragraph + "_";
            for (int i = 0; i < sentences.texts.size(); i++) {
                passages.add(
                        new Passage(prefix + i, lang, sentences.texts.get(i), sentences.context));
            }
            Path file = sentences.file;
            for (Asked asked : required(file, "qas", sentences.paragraph.qas())) {
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
                                prefix + sentence, new Pair(text, sentences.texts.get(sentence)));
                questions.add(new Question(id + "_" + lang, id, lang, text));
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
                        items.add(new ParallelItem(id, id, pairs));
                        byLang.keySet().forEach(lang -> relevant.put(id + "_" + lang, sentences));
                    });
            return new Dataset(
                    name,
                    format,
                    new ParallelCorpus(name, items),
                    new TestCollection(name, questions, passages, new Judgments(relevant)));
        }
    }

    /** A paragraph whose sentences have been checked against their breaks. */
    private static final class Sentences {
        /**
         * XQuAD-R's Turkish paragraph 38 holds a character that was decoded wrongly in the context
         * but not in the sentences, so that its breaks fit only the repaired context.
         */
        private static final String MANGLED = "\u00E2\u0081\u201E";

        private static final String REPAIRED = "\u205E";

        private final Path file;
        private final Paragraph paragraph;
        private final String context;
        private final List<String> texts = new ArrayList<>();
        private final List<int[]> breaks = new ArrayList<>();

        Sentences(Path file, Paragraph paragraph) {
            this.file = file;
            this.paragraph = paragraph;
            context = Located.text(file, "context", paragraph.context());
            List<Located> sentences = required(file, "sentences", paragraph.sentences());
            List<List<Located>> spans = required(file, "sentence_breaks", paragraph.breaks());
            if (sentences.size() != spans.size()) {
                throw paragraph
                        .context()
                        .bad(
                                file,
                                "the paragraph has %d sentences but %d sentence_breaks; give one"
                                                .formatted(sentences.size(), spans.size())
                                        + " [start, end] for each sentence");
            }
            int[] asGiven = context.codePoints().toArray();
            int[] asMeant = context.replace(MANGLED, REPAIRED).codePoints().toArray();
            for (int i = 0; i < spans.size(); i++) {
                add(sentences.get(i), spans.get(i), asGiven, asMeant);
            }
        }

        private void add(Located sentence, List<Located> span, int[] asGiven, int[] asMeant) {
            String text = Located.text(file, "sentence", sentence);
            if (span.size() != 2) {
                throw sentence.bad(
                        file,
                        "its sentence_breaks entry has %d numbers, not 2: [start, end]"
                                .formatted(span.size()));
            }
            int start = Located.offset(file, "sentence_breaks", span.get(0));
            int end = Located.offset(file, "sentence_breaks", span.get(1));
            int last = breaks.isEmpty() ? 0 : breaks.get(breaks.size() - 1)[1];
            if (start < last
                    || end > asGiven.length
                    || !(text.equals(slice(asGiven, start, end))
                            || text.equals(slice(asMeant, start, end)))) {
                throw span.get(0)
                        .bad(
                                file,
                                "sentence_breaks [%d, %d] do not match the sentence '%s'; count"
                                                .formatted(start, end, abridged(text))
                                        + " characters as Unicode code points, end exclusive");
            }
            texts.add(text);
            breaks.add(new int[] {start, end});
        }

        /** The position of the sentence that holds the answer's first character. */
        int answering(Asked asked, String id) {
            List<Answer> answers = required(file, "answers", asked.answers());
            int found = -1;
            for (Answer answer : answers) {
                int sentence = sentenceOf(answer, id);
                if (found >= 0 && found != sentence) {
                    throw asked.id()
                            .bad(
                                    file,
                                    "question '" + id + "' has answers in two sentences; keep one");
                }
                found = sentence;
            }
            if (found < 0) {
                throw asked.id()
                        .bad(file, "question '" + id + "' has no answer; remove it or give one");
            }
            return found;
        }

        private int sentenceOf(Answer answer, String id) {
            String text = Located.text(file, "text of an answer", answer.text());
            int start = Located.offset(file, "answer_start", answer.start());
            int[] points = context.codePoints().toArray();
            if (start >= points.length) {
                throw answer.start()
                        .bad(
                                file,
                                "answer_start %d of question '%s' lies past the %d-character context"
                                                .formatted(start, id, points.length)
                                        + "; is the file whole and UTF-8?");
            }
            int end = start + text.codePointCount(0, text.length());
            if (end > points.length || !text.equals(slice(points, start, end))) {
                throw answer.start()
                        .bad(
                                file,
                                "the answer '%s' of question '%s' does not stand at answer_start %d"
                                                .formatted(abridged(text), id, start)
                                        + "; count characters as Unicode code points");
            }
            for (int i = 0; i < breaks.size(); i++) {
                if (breaks.get(i)[0] <= start && start < breaks.get(i)[1]) {
                    return i;
                }
            }
            throw answer.start()
                    .bad(
                            file,
                            "answer_start %d of question '%s' lies in no sentence; correct it or"
                                            .formatted(start, id)
                                    + " the sentence_breaks");
        }

        private static String slice(int[] points, int start, int end) {
            return start <= end && end <= points.length
                    ? new String(points, start, end - start)
                    : "";
        }
    }

    private static String abridged(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static <T> List<T> required(Path file, String key, List<T> list) {
        if (list == null || list.contains(null)) {
            throw BadInputException.in(
                    file, "a \"" + key + "\" list is missing or holds null; is this LAReQA JSON?");
        }
        return list;
    }
}
