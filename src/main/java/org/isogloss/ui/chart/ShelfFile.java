package org.isogloss.ui.chart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.figure.Figure;
import org.isogloss.figure.KeptFigure;
import org.isogloss.figure.export.PaperTable;
import org.isogloss.ui.words.Words;

/**
 * Where kept figures outlive the window.
 *
 * @param path in the user's folder
 */
public record ShelfFile(Path path) {
    private static final Words WORDS = Words.of(ShelfFile.class);

    /**
     * A figure and what stands under it.
     *
     * @param caption empty for the one that title and origin make
     */
    record Item(Figure figure, String caption) {}

    /**
     * What is kept.
     *
     * @param problems sentences on what could not be read
     */
    record Content(List<Item> figures, List<PaperTable> tables, List<String> problems) {
        Content {
            figures = List.copyOf(figures);
            tables = List.copyOf(tables);
            problems = List.copyOf(problems);
        }

        /** Nothing kept. */
        static final Content NONE = new Content(List.of(), List.of(), List.of());

        /**
         * These with what another window has changed: what it added comes last, what it removed is
         * gone. Where both changed the same thing, these stand.
         *
         * @param base what both began with
         * @param theirs what the other left
         */
        Content with(Content base, Content theirs) {
            return new Content(
                    merged(figures, base.figures, theirs.figures, item -> item.figure()),
                    merged(tables, base.tables, theirs.tables, PaperTable::id),
                    List.of());
        }

        private static <T, K> List<T> merged(
                List<T> ours, List<T> base, List<T> theirs, Function<T, K> key) {
            Map<K, T> before = byKey(base, key);
            Map<K, T> other = byKey(theirs, key);
            Map<K, T> all = new LinkedHashMap<>();
            byKey(ours, key)
                    .forEach(
                            (id, mine) -> {
                                boolean untouched = mine.equals(before.get(id));
                                T now = untouched ? other.get(id) : mine;
                                if (now != null) {
                                    all.put(id, now);
                                }
                            });
            other.forEach(
                    (id, found) -> {
                        if (!before.containsKey(id)) {
                            all.putIfAbsent(id, found);
                        }
                    });
            return List.copyOf(all.values());
        }

        private static <T, K> Map<K, T> byKey(List<T> all, Function<T, K> key) {
            Map<K, T> map = new LinkedHashMap<>();
            all.forEach(one -> map.put(key.apply(one), one));
            return map;
        }
    }

    private record StoredItem(KeptFigure figure, String caption) {}

    private record Stored(List<StoredItem> figures, List<PaperTable> tables) {}

    /**
     * What was kept: all that can be read. A file of which something cannot be read is set aside,
     * never overwritten.
     */
    Content load() {
        if (!Files.exists(path)) {
            return Content.NONE;
        }
        List<Item> figures = new ArrayList<>();
        List<PaperTable> tables = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try {
            Stored stored = JsonFile.read(path, Stored.class);
            tables.addAll(stored.tables());
            for (StoredItem item : stored.figures()) {
                try {
                    figures.add(new Item(item.figure().figure(), item.caption()));
                } catch (BadInputException e) {
                    problems.add(e.getMessage());
                }
            }
        } catch (BadInputException e) {
            problems.add(e.getMessage());
        }
        if (!problems.isEmpty()) {
            Path aside = AtomicFile.setAside(path);
            problems.replaceAll(problem -> WORDS.text("shelfFile.unreadable", aside, problem));
        }
        return new Content(figures, tables, problems);
    }

    /**
     * Writes what is kept, and with it what another window has written since this one last looked.
     *
     * @param base what this window last read or wrote
     * @return what then is kept
     */
    Content save(Content base, Content ours) {
        boolean there = Files.exists(path);
        Content theirs = load();
        // Nobody removes figures by a file that is gone or cannot be read.
        boolean whole = there && theirs.problems().isEmpty();
        Content merged =
                whole
                        ? ours.with(base, theirs)
                        : new Content(ours.figures(), ours.tables(), theirs.problems());
        save(merged);
        return merged;
    }

    private void save(Content content) {
        JsonFile.write(
                path,
                new Stored(
                        content.figures().stream()
                                .map(
                                        item ->
                                                new StoredItem(
                                                        KeptFigure.of(item.figure()),
                                                        item.caption()))
                                .toList(),
                        content.tables()));
    }
}
