package org.isogloss.corpus.pool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.base.LineSource;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines of a MIRACL corpus, {@code {"docid":"39#0","title":"…","text":"…"}}: what is encoded is
 * the title, a space and the text, as MTEB does (Zhang et al. 2023, "MIRACL", section 3).
 */
public final class MiraclPassages implements PassageShape {
    private static final Pattern SHARD = Pattern.compile("docs-(\\d{1,6})\\.jsonl(\\.gz)?");
    private static final Set<String> KEYS = Set.of("docid", "title", "text");

    private final JsonMapper strict =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /**
     * The files {@code docs-0.jsonl.gz}, {@code docs-1.jsonl.gz} … of a corpus folder in the order
     * of their numbers.
     *
     * @throws BadInputException if there is none or a number is missing between
     */
    public static List<PassageFile> files(Path folder, Lang lang) {
        SortedMap<Integer, Path> numbered = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.sorted().toList()) {
                Matcher name = SHARD.matcher(file.getFileName().toString());
                if (name.matches() && numbered.put(Integer.valueOf(name.group(1)), file) != null) {
                    throw BadInputException.in(
                            file, "has the number of another file beside it; keep one of them");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder + ": " + e.getMessage(), e);
        }
        if (numbered.isEmpty()) {
            throw BadInputException.in(folder, "has no docs-0.jsonl.gz, docs-1.jsonl.gz, …");
        }
        PassageShape shape = new MiraclPassages();
        List<PassageFile> files = new ArrayList<>();
        numbered.forEach(
                (number, path) -> {
                    if (number != files.size()) {
                        throw BadInputException.in(
                                folder,
                                "lacks docs-%d.jsonl.gz, though %s is there; fetch it"
                                        .formatted(files.size(), path.getFileName()));
                    }
                    files.add(new PassageFile(path, lang, shape));
                });
        return files;
    }

    @Override
    public String id() {
        return "miracl-2";
    }

    @Override
    public Passage passage(String line, Lang lang, LineSource source) {
        JsonNode tree;
        try {
            tree = strict.readTree(line);
        } catch (JacksonException e) {
            throw source.bad("is not a whole JSON object: " + JsonFile.problem(e), e);
        }
        if (!tree.isObject()) {
            throw source.bad("is not a JSON object of docid, title and text");
        }
        for (String key : tree.propertyNames()) {
            if (!KEYS.contains(key)) {
                throw source.bad("unknown key \"" + key + "\"; known are docid, title and text");
            }
        }
        String id = text(tree, "docid", source);
        if (id.isEmpty() || id.chars().anyMatch(Character::isWhitespace)) {
            throw source.bad("docid '" + id + "' is empty or has a space; TREC files need neither");
        }
        String title = text(tree, "title", source);
        String text = text(tree, "text", source);
        if (text.isBlank()) {
            throw source.bad("passage '" + id + "' has no text; give it one or remove the line");
        }
        return new Passage(id, lang, title.isBlank() ? text : title + " " + text);
    }

    private static String text(JsonNode tree, String key, LineSource source) {
        JsonNode node = tree.path(key);
        if (!node.isString()) {
            throw source.bad(
                    "\"%s\" is %s, where a text is needed"
                            .formatted(key, node.isMissingNode() ? "missing" : node));
        }
        return node.stringValue();
    }
}
