package org.isogloss.corpus.format;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.base.LineSource;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.ParallelItem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The project's own format, one item a line, also compressed as {@code .jsonl.gz}:
 *
 * <pre>{@code
 * {"id":"FR-currency-0","question":"FR-currency","texts":{"en":{"question":"…","passage":"…"},"th":{…}}}
 * {"id":"country:FR","texts":{"en":"France","de":"Frankreich"}}
 * }</pre>
 *
 * <p>{@code question} says what is asked and is {@code id} where absent: items with the same value
 * ask the same thing, so they never share a batch and each is relevant to the others' questions. A
 * language may list {@code negatives} beside its passage: passages that look like an answer and are
 * none. One given as a string, as in a dictionary, stands on both sides. An item may name as its
 * {@code source} the title of the article it is about.
 */
public final class ParallelJsonLines implements DatasetFormat {
    private static final ObjectMapper STRICT =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final TreeSet<String> SIDES =
            new TreeSet<>(Set.of("question", "passage", "negatives"));

    @Override
    public String id() {
        return "parallel-jsonl";
    }

    @Override
    public String description() {
        return "a .jsonl or .jsonl.gz file with one {\"id\":…,\"texts\":{\"en\":{\"question\":…,"
                + "\"passage\":…},…}} a line";
    }

    @Override
    public int probe(Path path) {
        if (!Glance.ends(path, ".jsonl")) {
            return 0;
        }
        Set<String> keys = Glance.keys(path);
        // Without a key to be seen it is broken, and in this format as well as in another.
        return keys.contains("texts") ? 4 : keys.isEmpty() ? 1 : 0;
    }

    @Override
    public Dataset read(Path path, ReadOptions options) {
        options.noLanguages(path);
        List<ParallelItem> items = new ArrayList<>();
        Map<String, Long> lineOfId = new HashMap<>();
        try (LineSource lines = new LineSource(path)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                ParallelItem item = new Line(lines).item(line);
                Long earlier = lineOfId.put(item.id(), lines.number());
                if (earlier != null) {
                    throw lines.bad(
                            "id '%s' already stands in line %d; ids must differ"
                                    .formatted(item.id(), earlier));
                }
                items.add(item);
            }
        }
        if (items.isEmpty()) {
            throw BadInputException.in(path, "is empty; it needs one item a line");
        }
        String name = Dataset.nameOf(path);
        ParallelCorpus corpus = new ParallelCorpus(name, items);
        return new Dataset(name, id(), corpus, corpus.collection());
    }

    /** Writes items in this format, uncompressed. */
    public static void write(Path file, List<ParallelItem> items) {
        AtomicFile.write(
                file,
                out -> {
                    for (ParallelItem item : items) {
                        out.write((line(item) + "\n").getBytes(StandardCharsets.UTF_8));
                    }
                });
    }

    private static String line(ParallelItem item) {
        Map<String, Object> texts = new LinkedHashMap<>();
        item.pairs()
                .forEach(
                        (lang, pair) ->
                                texts.put(
                                        lang.tag(),
                                        pair.equals(new Pair(pair.passage(), pair.passage()))
                                                ? pair.question()
                                                : sides(pair)));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", item.id());
        if (!item.question().equals(item.id())) {
            line.put("question", item.question());
        }
        if (!item.source().isEmpty()) {
            line.put("source", item.source());
        }
        line.put("texts", texts);
        return JsonFile.line(line);
    }

    private static Map<String, Object> sides(Pair pair) {
        Map<String, Object> sides = new LinkedHashMap<>();
        sides.put("question", pair.question());
        sides.put("passage", pair.passage());
        if (!pair.negatives().isEmpty()) {
            sides.put("negatives", pair.negatives());
        }
        return sides;
    }

    /** Turns one line into an item, or says what is wrong with it. */
    private record Line(LineSource source) {
        ParallelItem item(String line) {
            JsonNode tree = parsed(line);
            knownKeys(tree, "a line", Set.of("id", "question", "source", "texts"));
            String id = token(tree, "id");
            String question = tree.has("question") ? token(tree, "question") : id;
            JsonNode texts = tree.path("texts");
            if (!texts.isObject() || texts.isEmpty()) {
                throw source.bad(
                        "\"texts\" is %s; it needs one entry for each language"
                                .formatted(shown(texts)));
            }
            Map<Lang, Pair> pairs = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> text : texts.properties()) {
                if (pairs.put(lang(text.getKey()), pair(text.getKey(), text.getValue())) != null) {
                    throw source.bad("language '" + text.getKey() + "' stands twice; keep one");
                }
            }
            String source = tree.has("source") ? text(tree.path("source"), "source") : "";
            return new ParallelItem(id, question, pairs, source);
        }

        private JsonNode parsed(String line) {
            if (line.isBlank()) {
                throw source.bad("the line is empty; remove it");
            }
            try {
                return STRICT.readTree(line);
            } catch (JacksonException e) {
                throw source.bad("is not a whole JSON object: " + JsonFile.problem(e), e);
            }
        }

        private Pair pair(String lang, JsonNode node) {
            if (node.isString()) {
                String text = text(node, lang);
                return new Pair(text, text);
            }
            knownKeys(node, "language '" + lang + "'", SIDES);
            return new Pair(
                    text(node.path("question"), lang + ": question"),
                    text(node.path("passage"), lang + ": passage"),
                    negatives(node.path("negatives"), lang + ": negatives"));
        }

        private List<String> negatives(JsonNode node, String where) {
            if (!node.isArray() && !node.isMissingNode()) {
                throw source.bad(where + " is " + shown(node) + ", where a list is needed");
            }
            List<String> negatives = new ArrayList<>();
            node.forEach(each -> negatives.add(text(each, where)));
            return negatives;
        }

        private Lang lang(String tag) {
            try {
                return new Lang(tag);
            } catch (IllegalArgumentException e) {
                throw source.bad(e.getMessage(), e);
            }
        }

        private void knownKeys(JsonNode node, String where, Set<String> known) {
            if (!node.isObject()) {
                throw source.bad(where + " is " + shown(node) + ", not an object of " + known);
            }
            for (String key : node.propertyNames()) {
                if (!known.contains(key)) {
                    throw source.bad(
                            "unknown key \"%s\" in %s; known are %s".formatted(key, where, known));
                }
            }
        }

        /** A text without spaces, since it becomes part of an id in TREC files. */
        private String token(JsonNode tree, String key) {
            String token = text(tree.path(key), key);
            if (token.chars().anyMatch(Character::isWhitespace)) {
                throw source.bad(key + " '" + token + "' has a space; TREC files need none");
            }
            return token;
        }

        private String text(JsonNode node, String where) {
            if (!node.isString() || node.stringValue().isBlank()) {
                throw source.bad(where + " is " + shown(node) + ", where a text is needed");
            }
            return Place.of(source).whole(where, node.stringValue());
        }

        private static String shown(JsonNode node) {
            return node.isMissingNode() ? "missing" : node.toString();
        }
    }
}
