package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.isogloss.base.BadInputException;

/**
 * A table for sentence-transformers' contrastive losses, to train on: the first column asks, the
 * second answers, the others are negatives, whatever they are called: {@code anchor, positive,
 * negative}; CSV, TSV, JSON lines or Parquet.
 *
 * <p>It is recognised by a column {@code positive} after one called {@code anchor}, {@code query}
 * or {@code question}. The file's name says the language, {@code train-th.csv}, or its folder's. A
 * column {@code label}, {@code labels}, {@code score} or {@code scores} makes it a table for
 * another kind of loss, and is refused.
 */
public final class SentenceTransformers implements DatasetFormat {
    private static final Set<String> ASKS = Set.of("anchor", "query", "question");
    private static final Set<String> GRADES = Set.of("label", "labels", "score", "scores");

    @Override
    public String id() {
        return "sentence-transformers";
    }

    @Override
    public String description() {
        return "a .csv, .tsv, .jsonl or .parquet with the columns anchor, positive and any negatives, in this"
                + " order";
    }

    @Override
    public int probe(Path path) {
        if (!Table.fits(path)) {
            return 0;
        }
        List<String> columns = Table.columns(path);
        return columns.size() >= 2
                        && ASKS.contains(columns.get(0))
                        && columns.get(1).equals("positive")
                ? 4
                : 0;
    }

    @Override
    public Dataset read(Path path, ReadOptions options) {
        if (!Table.fits(path)) {
            throw BadInputException.in(path, "is no " + Table.KINDS);
        }
        TrainingRows training =
                new TrainingRows(path, options.languages(path, LanguageCodes.ofFile(path)));
        Table table = new Table(Shards.of(path, options), true);
        List<String> columns = table.columns();
        if (columns.size() < 2) {
            throw BadInputException.in(
                    path, "has the columns %s; it needs two or more".formatted(columns));
        }
        columns.stream()
                .filter(GRADES::contains)
                .findFirst()
                .ifPresent(
                        column -> {
                            throw BadInputException.in(
                                    path,
                                    ("has a column '%s', so its pairs are graded; contrastive"
                                                    + " training needs positives: remove the rows"
                                                    + " that are none, and the column")
                                            .formatted(column));
                        });
        table.forEach(row -> add(row, columns, training));
        return training.dataset(path, id());
    }

    private static void add(Table.Row row, List<String> columns, TrainingRows training) {
        List<String> negatives = new ArrayList<>();
        for (String column : columns.subList(2, columns.size())) {
            if (row.of(column).isBlank()) {
                training.leftOut(row.place(), "a negative is empty");
            } else {
                negatives.add(row.of(column));
            }
        }
        training.add(
                row.place(),
                row.place().text(columns.get(0), row.of(columns.get(0))),
                List.of(row.place().text(columns.get(1), row.of(columns.get(1)))),
                negatives);
    }
}
