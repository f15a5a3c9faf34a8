package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isogloss.analysis.Macro;
import org.isogloss.analysis.bias.BiasReport;
import org.isogloss.base.JsonFile;
import org.isogloss.retrieval.Score;
import org.isogloss.retrieval.ScoreFile;
import org.isogloss.retrieval.metric.Metric;
import org.isogloss.retrieval.metric.Metrics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Holds the page about results against the files that are written. */
class ResultsPageTest {
    private static final Path PAGE = Path.of("src", "site", "results.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    @TempDir private Path folder;
    private ResultFolder results;
    private String page;

    @BeforeEach
    void score() throws IOException {
        results = StoredResults.in(folder);
        page = Files.readString(PAGE);
    }

    private String section(String file) {
        Matcher section =
                Pattern.compile("(?ms)^## `" + Pattern.quote(file) + "`$(.*?)(?=^## |\\z)")
                        .matcher(page);
        assertThat(section.find()).as("a section on " + file).isTrue();
        return section.group(1);
    }

    /** What the rows of a section's tables are about, in their order. */
    private List<String> rows(String file) {
        return ROW.matcher(section(file)).results().map(row -> row.group(1)).toList();
    }

    @Test
    void hasASectionAndARowForEveryFile() throws IOException {
        Set<String> written;
        try (Stream<Path> files = Files.list(folder)) {
            written =
                    files.map(file -> file.getFileName().toString())
                            .collect(Collectors.toCollection(TreeSet::new));
        }
        written.forEach(this::section);
        String overview = page.substring(0, page.indexOf("\n## "));
        assertThat(ROW.matcher(overview).results().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ranks.csv", "languages.csv", "map.csv"})
    void hasTheColumnsOfAFile(String file) throws IOException {
        String header =
                Files.readAllLines(folder.resolve(file)).stream()
                        .filter(line -> !line.startsWith("#"))
                        .findFirst()
                        .orElseThrow();
        assertThat(rows(file)).containsExactly(header.split(","));
    }

    @Test
    void hasTheColumnsAndMetricsOfScores() throws IOException {
        String[] header = Files.readAllLines(results.scores()).get(0).split(",");
        List<String> rows = rows("scores.csv");
        assertThat(rows.subList(0, header.length)).containsExactly(header);
        assertThat(rows.subList(header.length, rows.size()))
                .containsExactlyElementsOf(
                        ScoreFile.read(results.scores()).stream()
                                .map(Score::metric)
                                .distinct()
                                .toList());
    }

    @Test
    void hasTheVersionsThatAreWritten() throws IOException {
        assertThat(Files.readAllLines(results.ranks()).get(0)).startsWith("# isogloss-ranks 1 ");
        assertThat(page)
                .contains("`# isogloss-ranks 1 ", "| version 1, in its first line |")
                .contains("| `format`, `version` " + BiasReport.VERSION + " |")
                .contains("| `format`, `version` " + GeometryReport.VERSION + " of the geometry |");
        assertThat(Files.readAllLines(results.ranking()).get(0).split(" ")).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary.json", "bias.json", "limits.json", "geometry.json"})
    void hasTheKeysOfAFile(String file) {
        Set<String> written = new TreeSet<>();
        paths("", JsonFile.tree(folder.resolve(file)), written);
        assertThat(new TreeSet<>(rows(file))).isEqualTo(written);
    }

    @Test
    void hasAsManyReadersInPythonAsFiles() {
        assertThat(page.split("```python", -1)).hasSizeGreaterThan(9 + 1);
    }

    /** The places of a tree's values; what the page explains once is a value. */
    private static void paths(String at, JsonNode node, Set<String> paths) {
        Set<String> keys = new TreeSet<>(node.propertyNames());
        boolean pairs = keys.containsAll(Set.of("metric", "questionLanguages", "values"));
        boolean estimate = keys.equals(Set.of("value", "interval"));
        if (node.isArray()) {
            node.forEach(each -> paths(at + "[]", each, paths));
        } else if (node.isObject() && !pairs && !estimate) {
            keys.forEach(
                    key ->
                            paths(
                                    at.isEmpty() ? key : at + "." + general(at, key),
                                    node.get(key),
                                    paths));
        } else {
            paths.add(at);
        }
    }

    private static String general(String at, String key) {
        if (List.of("de", "en").contains(key)) {
            return "<language>";
        }
        if (at.equals("metrics")) {
            assertThat(Metrics.stored()).extracting(Metric::id).contains(key);
            return "<metric>";
        }
        if (at.equals("intervals")) {
            assertThat(new Macro(0, 0, 0, 0, 0, 0, 0, 0).byName()).containsKey(key);
            return "<macro>";
        }
        return key;
    }
}
