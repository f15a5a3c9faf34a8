package org.isogloss.corpus.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isogloss.base.BadInputException;
import org.isogloss.base.OpenedPath;
import org.isogloss.corpus.parquet.ParquetRows;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The beginning of a table, for a user to say which column holds what.
 *
 * @param columns the values of the first line, or the keys of the first object
 * @param rows what follows, as far as it can be read; a row may have more or fewer values
 */
public record TablePreview(List<String> columns, List<List<String>> rows) {
    public TablePreview {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * Glances at a file.
     *
     * @param most how many rows to show
     * @return empty if it is no table, or nothing of it can be read
     */
    public static Optional<TablePreview> of(Path path, int most) {
        try (OpenedPath opened = new OpenedPath(path)) {
            Path file = Shards.first(opened.root()).orElse(opened.root());
            if (ParquetRows.fits(file)) {
                return Optional.of(parquet(file, most));
            }
            if (!Table.fits(file)) {
                return Optional.empty();
            }
            List<String> columns = Table.columns(file);
            String start = Glance.start(file);
            if (Glance.ends(file, ".jsonl")) {
                return Optional.of(new TablePreview(columns, objects(start, columns, most)));
            }
            List<List<String>> rows =
                    Glance.ends(file, ".tsv")
                            ? tabSeparated(start, most + 1)
                            : commaSeparated(start, most + 1);
            return Optional.of(
                    new TablePreview(
                            columns, rows.isEmpty() ? rows : rows.subList(1, rows.size())));
        } catch (BadInputException unreadable) {
            // Reading it in earnest says why.
            return Optional.empty();
        }
    }

    private static TablePreview parquet(Path file, int most) {
        List<String> columns = ParquetRows.columns(file);
        List<List<String>> rows = new ArrayList<>();
        try (ParquetRows source = new ParquetRows(file)) {
            JsonNode row = most == 0 ? null : source.next();
            while (row != null) {
                JsonNode object = row;
                rows.add(columns.stream().map(column -> text(object.path(column))).toList());
                row = rows.size() < most ? source.next() : null;
            }
        }
        return new TablePreview(columns, rows);
    }

    private static List<List<String>> tabSeparated(String start, int most) {
        return start.lines().limit(most).map(line -> List.of(line.split("\t", -1))).toList();
    }

    private static List<List<String>> commaSeparated(String start, int most) {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(start)) {
            for (CsvRecord row : reader) {
                if (rows.size() == most) {
                    break;
                }
                rows.add(row.getFields());
            }
        } catch (CsvParseException e) {
            // The glance ends inside a row, or quotes are broken; what came before is shown.
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read rows of a table", e);
        }
        return rows;
    }

    private static List<List<String>> objects(String start, List<String> columns, int most) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : start.lines().limit(most).toList()) {
            try {
                JsonNode object = JsonMapper.shared().readTree(line);
                rows.add(columns.stream().map(column -> text(object.path(column))).toList());
            } catch (JacksonException e) {
                // The glance ends inside an object, or it is broken; what came before is shown.
                return rows;
            }
        }
        return rows;
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.asString() : value.isMissingNode() ? "" : value.toString();
    }
}
