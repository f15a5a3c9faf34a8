package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.ParallelItem;

/**
 * Any table of questions and passages, once it is said which column holds what: CSV, TSV, JSON
 * lines or Parquet.
 *
 * <p>Roles are {@code question} and {@code passage}, and where there is one {@code id}, {@code
 * lang} and {@code negative}; a role's column is the one of its name unless the options name
 * another, by name or, where the file has no header, by number from 1. Rows with the same id in
 * different languages are translations and become one item. Without a {@code lang} column the
 * options, the file's name or its folder's say the language; questions and passages in different
 * languages can be scored on but not trained on.
 */
public final class Columns implements DatasetFormat {
    private static final Set<String> ROLES =
            new TreeSet<>(Set.of("question", "passage", "id", "lang", "negative"));

    @Override
    public String id() {
        return "columns";
    }

    @Override
    public String description() {
        return "any .csv, .tsv, .jsonl or .parquet with a column for questions and one for passages,"
                + " named so or by --column";
    }

    @Override
    public int probe(Path path) {
        if (!Table.fits(path)) {
            return 0;
        }
        return Table.columns(path).containsAll(Set.of("question", "passage")) ? 4 : 1;
    }

    @Override
    public Dataset read(Path path, ReadOptions options) {
        if (!Table.fits(path)) {
            throw BadInputException.in(path, "is no " + Table.KINDS);
        }
        boolean numbered =
                !options.columns().isEmpty()
                        && options.columns().values().stream()
                                .allMatch(name -> name.matches("[0-9]{1,4}"));
        Table table = new Table(Shards.of(path, options), !numbered);
        Map<String, String> columns = columns(path, table.columns(), options.columns(), numbered);
        if (columns.containsKey("lang")) {
            options.noLanguages(path);
            return parallel(path, table, columns, Optional.empty());
        }
        Languages languages = options.languages(path, LanguageCodes.ofFile(path));
        return languages.question().equals(languages.answer())
                ? parallel(path, table, columns, Optional.of(languages.question()))
                : across(path, table, columns, languages);
    }

    private static Map<String, String> columns(
            Path path, List<String> there, Map<String, String> asked, boolean numbered) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String role : ROLES) {
            String column = asked.getOrDefault(role, role);
            boolean found =
                    numbered
                            ? asked.containsKey(role) && within(column, there.size())
                            : there.contains(column);
            if (found) {
                columns.put(role, column);
            } else if (asked.containsKey(role)) {
                throw BadInputException.in(
                        path, "has no column '%s'; it has %s".formatted(column, there));
            }
        }
        for (String role : asked.keySet()) {
            if (!ROLES.contains(role)) {
                throw BadInputException.in(
                        path, "'%s' is no role of a column; roles are %s".formatted(role, ROLES));
            }
        }
        if (!columns.containsKey("question") || !columns.containsKey("passage")) {
            throw BadInputException.in(
                    path,
                    "does not say which columns hold questions and passages; name two of %s with"
                                    .formatted(Place.abridged(there.toString()))
                            + " --column question=… --column passage=…");
        }
        return columns;
    }

    private static boolean within(String number, int count) {
        int column = Integer.parseInt(number);
        return column >= 1 && column <= count;
    }

    private Dataset parallel(
            Path path, Table table, Map<String, String> columns, Optional<Lang> lang) {
        Map<String, Map<Lang, Pair>> byId = new LinkedHashMap<>();
        RowNumbers numbers = new RowNumbers();
        table.forEach(
                row -> {
                    String id = id(row, columns, numbers);
                    Lang language = lang.orElseGet(() -> language(row, columns));
                    Pair pair = pair(row, columns);
                    if (byId.computeIfAbsent(id, key -> new LinkedHashMap<>()).put(language, pair)
                            != null) {
                        throw row.place()
                                .bad(
                                        "id '%s' stands twice in %s; ids must differ"
                                                .formatted(Place.abridged(id), language));
                    }
                });
        if (byId.isEmpty()) {
            throw BadInputException.in(path, "has no rows");
        }
        List<ParallelItem> items = new ArrayList<>();
        byId.forEach((id, pairs) -> items.add(new ParallelItem(id, id, pairs)));
        String name = Dataset.nameOf(path);
        ParallelCorpus corpus = new ParallelCorpus(name, items);
        return new Dataset(name, id(), corpus, corpus.collection());
    }

    private Dataset across(
            Path path, Table table, Map<String, String> columns, Languages languages) {
        Gathered gathered = new Gathered(false, false);
        RowNumbers numbers = new RowNumbers();
        table.forEach(
                row -> {
                    String id = id(row, columns, numbers);
                    Pair pair = pair(row, columns);
                    Place place = row.place();
                    gathered.question(place, languages.question(), id, pair.question());
                    List<Lang> answers = List.of(languages.answer());
                    gathered.judge(
                            place,
                            languages.question(),
                            id,
                            answers,
                            gathered.passageOf(place, languages.answer(), pair.passage()),
                            1);
                    pair.negatives()
                            .forEach(text -> gathered.passageOf(place, languages.answer(), text));
                });
        return gathered.dataset(path, id());
    }

    /** The id's column, or the row's number where there is none. */
    private static String id(Table.Row row, Map<String, String> columns, RowNumbers numbers) {
        return columns.containsKey("id")
                ? row.place().id("the id", row.of(columns.get("id")))
                : numbers.of(row.place());
    }

    private static Lang language(Table.Row row, Map<String, String> columns) {
        String code = row.of(columns.get("lang"));
        return LanguageCodes.ofCode(code)
                .orElseThrow(
                        () ->
                                row.place()
                                        .bad(
                                                "'%s' is not a language such as th or tha_Thai"
                                                        .formatted(Place.abridged(code))));
    }

    private static Pair pair(Table.Row row, Map<String, String> columns) {
        Place place = row.place();
        String negative = columns.containsKey("negative") ? row.of(columns.get("negative")) : "";
        return new Pair(
                place.text("question", row.of(columns.get("question"))),
                place.text("passage", row.of(columns.get("passage"))),
                negative.isBlank() ? List.of() : List.of(negative));
    }
}
