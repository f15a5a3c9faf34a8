package org.isogloss.corpus.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;

/**
 * Belebele's rows (Bandarkar et al. 2023, arXiv 2308.16884) as JSON lines or Parquet: a file {@code
 * <language>.jsonl} such as {@code deu_Latn.jsonl} or {@code deu_Latn/test-00000-of-00001.parquet},
 * or a folder of them, with {@code link}, {@code question_number}, {@code flores_passage} and
 * {@code question}.
 *
 * <p>As in MTEB's BelebeleRetrieval the passages are the candidates, equal ones once, and the four
 * answers are not used. {@code link} and {@code question_number} name a question in all languages;
 * it is answered by its passage in every one.
 */
public final class Belebele implements DatasetFormat {
    private static final Pattern ROWS =
            Pattern.compile(
                    "([^/]+/)?[^/]+\\.(jsonl(\\.gz)?|parquet)|[^/]+/[^/]+/[0-9]{4}\\.parquet");

    @Override
    public String id() {
        return "belebele";
    }

    @Override
    public String description() {
        return "a <language>.jsonl or .parquet of Belebele's rows (link, question_number,"
                + " flores_passage, question), or a folder of them";
    }

    @Override
    public int probe(Path path) {
        return files(path).stream()
                        .findFirst()
                        .filter(file -> Glance.keys(file).contains("flores_passage"))
                        .isPresent()
                ? 4
                : 0;
    }

    @Override
    public Dataset read(Path path, ReadOptions options) {
        List<Path> files = files(path);
        if (files.isEmpty()) {
            throw BadInputException.in(
                    path, "has no <language>.jsonl or .parquet such as deu_Latn.jsonl");
        }
        if (files.size() > 1) {
            options.noLanguages(path);
        }
        Map<Lang, Path> byLanguage = new TreeMap<>();
        for (Path file : files) {
            Languages languages = options.languages(file, LanguageCodes.ofFile(file));
            if (!languages.question().equals(languages.answer())) {
                throw BadInputException.in(
                        file, "holds questions and passages in one language; name only that");
            }
            Path same = byLanguage.put(languages.question(), file);
            if (same != null) {
                throw BadInputException.in(file, "is the same language as " + same);
            }
        }
        Gathered gathered = new Gathered(true, true);
        byLanguage.forEach((lang, file) -> read(file, lang, gathered));
        return gathered.dataset(path, id());
    }

    private static void read(Path file, Lang lang, Gathered gathered) {
        Set<String> ids = new HashSet<>();
        JsonRows.forEach(
                file,
                row -> {
                    String id = row.id("link") + "#" + row.wholeNumber("question_number");
                    if (!ids.add(id)) {
                        throw row.place().bad("question '" + id + "' stands twice; keep one");
                    }
                    if (row.has("dialect")) {
                        sameLanguage(row, lang);
                    }
                    gathered.question(row.place(), lang, id, row.text("question"));
                    String passage =
                            gathered.passageOf(row.place(), lang, row.text("flores_passage"));
                    gathered.judge(row.place(), lang, id, List.of(lang), passage, 1);
                });
    }

    private static void sameLanguage(JsonRow row, Lang lang) {
        Optional<Lang> said = LanguageCodes.ofCode(row.text("dialect"));
        if (said.isPresent() && !said.get().equals(lang)) {
            throw row.place()
                    .bad(
                            "the row is in '%s' but the file's name says %s; rename the file"
                                    .formatted(row.text("dialect"), lang));
        }
    }

    private static List<Path> files(Path path) {
        return Files.isDirectory(path)
                ? FileTree.of(path).matching(ROWS).stream().map(FileTree.Match::file).toList()
                : JsonRows.fits(path) ? List.of(path) : List.of();
    }
}
