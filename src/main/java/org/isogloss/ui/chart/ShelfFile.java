package org.isogloss.ui.chart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    }

    private record StoredItem(KeptFigure figure, String caption) {}

    private record Stored(List<StoredItem> figures, List<PaperTable> tables) {}

    /**
     * What was kept: all that can be read. A file of which something cannot be read is set aside,
     * never overwritten.
     */
    Content load() {
        if (!Files.exists(path)) {
            return new Content(List.of(), List.of(), List.of());
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

    void save(Content content) {
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
