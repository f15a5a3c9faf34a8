package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.base.LineSource;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.ParallelItem;

/** A {@code .blocks} file: lines of language, question and passage; an empty line ends an item. */
public final class QuestionBlocks implements DatasetFormat {
    @Override
    public String id() {
        return "question-blocks";
    }

    @Override
    public String description() {
        return "a .blocks file with lines 'en | question | passage' and an empty line after an item";
    }

    @Override
    public int probe(Path path) {
        return Glance.ends(path, ".blocks") ? 4 : 0;
    }

    @Override
    public Dataset read(Path path, ReadOptions options) {
        options.noLanguages(path);
        List<ParallelItem> items = new ArrayList<>();
        Map<Lang, Pair> pairs = new LinkedHashMap<>();
        try (LineSource lines = new LineSource(path)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.isBlank()) {
                    end(pairs, items);
                } else {
                    add(line, lines, pairs);
                }
            }
        }
        end(pairs, items);
        if (items.isEmpty()) {
            throw BadInputException.in(path, "is empty; it needs one item a block");
        }
        String name = Dataset.nameOf(path);
        ParallelCorpus corpus = new ParallelCorpus(name, items);
        return new Dataset(name, id(), corpus, corpus.collection());
    }

    private static void add(String line, LineSource lines, Map<Lang, Pair> pairs) {
        String[] parts = line.split("\\|", -1);
        if (parts.length != 3) {
            throw lines.bad(
                    "has %d parts; write 'en | question | passage'".formatted(parts.length));
        }
        Place place = Place.of(lines);
        Pair pair =
                new Pair(
                        text(place, "the question", parts[1]),
                        text(place, "the passage", parts[2]));
        if (pairs.put(lang(lines, parts[0].strip()), pair) != null) {
            throw lines.bad("'" + parts[0].strip() + "' stands twice in this item; keep one line");
        }
    }

    private static String text(Place place, String what, String part) {
        return place.text(what, part.strip());
    }

    private static Lang lang(LineSource lines, String tag) {
        try {
            return new Lang(tag);
        } catch (IllegalArgumentException e) {
            throw lines.bad(e.getMessage(), e);
        }
    }

    private static void end(Map<Lang, Pair> pairs, List<ParallelItem> items) {
        if (!pairs.isEmpty()) {
            String id = "item" + (items.size() + 1);
            items.add(new ParallelItem(id, id, pairs));
            pairs.clear();
        }
    }
}
