package org.isogloss.corpus.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.isogloss.base.BadInputException;
import org.isogloss.base.LineSource;
import org.isogloss.base.TextFile;
import org.isogloss.corpus.parquet.ParquetRows;
import tools.jackson.databind.JsonNode;

/**
 * A table of texts in a file, row by row: {@code .csv} as in RFC 4180, {@code .tsv} with neither
 * quotes nor escapes, as MS MARCO and the Hugging Face hub have it, or {@code .jsonl} with a value
 * for each key, also compressed; or Parquet, also in several files.
 *
 * @param files the file, or several with the same columns
 * @param headed true if the first line names the columns; JSON lines and Parquet always do
 */
record Table(List<Path> files, boolean headed) {
    /**
     * A row.
     *
     * @param place where it begins
     * @param values what each column holds, by name or by number from 1, in order
     */
    record Row(Place place, Map<String, String> values) {
        /** What a column holds, or empty. */
        String of(String column) {
            return values.getOrDefault(column, "");
        }
    }

    /** What {@link #fits} asks for, in words. */
    static final String KINDS = ".csv, .tsv, .jsonl or .parquet file";

    /** True if a file's ending says that it is a table, or a folder's files' names do. */
    static boolean fits(Path path) {
        return Shards.first(path)
                .filter(file -> Glance.ends(file, ".csv", ".tsv") || JsonRows.fits(file))
                .isPresent();
    }

    /** The names of the columns in the first file's first line, as far as a glance reaches. */
    static List<String> columns(Path path) {
        Path file = Shards.first(path).orElse(path);
        if (JsonRows.fits(file)) {
            return List.copyOf(Glance.keys(file));
        }
        String line = Glance.firstLine(file);
        if (Glance.ends(file, ".tsv")) {
            return List.of(line.split("\t", -1));
        }
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(line)) {
            var rows = reader.iterator();
            return rows.hasNext() ? rows.next().getFields() : List.of();
        } catch (CsvParseException e) {
            // Broken quotes: reading it in earnest will say so.
            return List.of(line.split(",", -1));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a line of " + file, e);
        }
    }

    /**
     * The names of its columns; those of JSON lines and tables without quotes as far as a glance
     * reaches.
     *
     * @throws BadInputException if its files are broken Parquet, or have different columns
     */
    List<String> columns() {
        List<String> first = List.of();
        for (Path file : files) {
            List<String> columns =
                    ParquetRows.fits(file) ? ParquetRows.columns(file) : columns(file);
            if (file.equals(files.get(0))) {
                first = columns;
            } else if (!columns.equals(first)) {
                throw BadInputException.in(
                        file,
                        "has the columns %s, but the files before have %s; they need the same"
                                .formatted(columns, first));
            }
        }
        return first;
    }

    /**
     * Reads every row.
     *
     * @throws BadInputException naming the line if a row has more or fewer columns than the first
     */
    void forEach(Consumer<Row> each) {
        for (Path file : files) {
            if (JsonRows.fits(file)) {
                JsonRows.forEach(file, row -> each.accept(new Row(row.place(), values(row))));
            } else if (Glance.ends(file, ".tsv")) {
                tabSeparated(file, each);
            } else {
                commaSeparated(file, each);
            }
        }
    }

    private static Map<String, String> values(JsonRow row) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> value : row.tree().properties()) {
            values.put(value.getKey(), text(row, value.getKey(), value.getValue()));
        }
        return values;
    }

    private static String text(JsonRow row, String key, JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        // Only columns that are used must hold texts; a list shows as JSON and is named as such.
        return value.isString() ? row.textOrEmpty(key) : value.toString();
    }

    private void tabSeparated(Path file, Consumer<Row> each) {
        try (LineSource lines = new LineSource(file)) {
            List<String> columns = List.of();
            for (String line = lines.next(); line != null; line = lines.next()) {
                columns = row(Place.of(lines), List.of(line.split("\t", -1)), columns, each);
            }
        }
    }

    private void commaSeparated(Path file, Consumer<Row> each) {
        Place place = new Place(file, 1);
        try (Reader text = TextFile.open(file);
                CsvReader<CsvRecord> rows =
                        CsvReader.builder()
                                .maxBufferSize(LineSource.LONGEST)
                                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                                .ofCsvRecord(text)) {
            List<String> columns = List.of();
            for (CsvRecord next : rows) {
                place = new Place(file, next.getStartingLineNumber());
                columns = row(place, next.getFields(), columns, each);
            }
        } catch (CsvParseException e) {
            throw BadInputException.in(
                    file,
                    "is not CSV as in RFC 4180 after line %d: %s"
                            .formatted(place.line(), e.getMessage()),
                    e);
        } catch (UncheckedIOException e) {
            throw TextFile.failure(file, place.line(), e.getCause());
        } catch (IOException e) {
            throw TextFile.failure(file, place.line(), e);
        }
    }

    /** Takes a row, or the header; returns the names of the columns. */
    private List<String> row(
            Place place, List<String> fields, List<String> columns, Consumer<Row> each) {
        List<String> names = columns;
        if (columns.isEmpty()) {
            names = headed ? fields : numbers(fields.size());
            if (Set.copyOf(names).size() < names.size()) {
                throw place.bad("two columns have the same name in " + names);
            }
            if (headed) {
                return names;
            }
        }
        if (fields.size() != names.size()) {
            throw place.bad(
                    "the row has %d columns, but the first has %d; is a quote or a tab astray?"
                            .formatted(fields.size(), names.size()));
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), place.whole(names.get(i), fields.get(i)));
        }
        each.accept(new Row(place, values));
        return names;
    }

    private static List<String> numbers(int count) {
        List<String> numbers = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            numbers.add(String.valueOf(i));
        }
        return numbers;
    }
}
