package org.isogloss.ui.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every package's strings: none missing, none left over, each a pattern that can be filled in. */
class WordsTest {
    private static final Path STRINGS = Path.of("resources/org/isogloss/ui");
    private static final Path SOURCES = Path.of("src/main/java/org/isogloss/ui");
    private static final Pattern ASKED = Pattern.compile("\\.text\\(\\s*\"([^\"]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    @Test
    void aStringIsFilledInWithItsArguments() {
        Words words = Words.of(WordsTest.class);
        assertThat(words.text("runs", 1)).isEqualTo("1 run");
        assertThat(words.text("runs", 9)).isEqualTo("9 runs");
        assertThat(words.text("seed", 12345)).isEqualTo("seed 12345");
        assertThat(words.text("plain")).isEqualTo("The language’s own question");
    }

    @TestFactory
    Stream<DynamicTest> everyStringAskedForExists() throws IOException {
        return packages().stream()
                .map(
                        folder ->
                                DynamicTest.dynamicTest(
                                        folder.getFileName().toString(),
                                        () ->
                                                assertThat(keys(folder))
                                                        .containsAll(found(ASKED, folder))));
    }

    @TestFactory
    Stream<DynamicTest> noStringIsLeftOver() throws IOException {
        return packages().stream()
                .map(
                        folder ->
                                DynamicTest.dynamicTest(
                                        folder.getFileName().toString(),
                                        () -> {
                                            Set<String> left = new TreeSet<>(keys(folder));
                                            left.removeAll(found(LITERAL, folder));
                                            assertThat(left).isEmpty();
                                        }));
    }

    @TestFactory
    Stream<DynamicTest> everyStringIsAPattern() throws IOException {
        return packages().stream()
                .map(
                        folder ->
                                DynamicTest.dynamicTest(
                                        folder.getFileName().toString(),
                                        () -> {
                                            for (Object value : strings(folder).values()) {
                                                String pattern = value.toString();
                                                assertThat(pattern).doesNotContain("'");
                                                new MessageFormat(pattern, Locale.ROOT);
                                            }
                                        }));
    }

    private static List<Path> packages() throws IOException {
        try (Stream<Path> files = Files.walk(STRINGS)) {
            List<Path> folders =
                    files.filter(file -> file.getFileName().toString().equals("words.properties"))
                            .map(Path::getParent)
                            .sorted()
                            .toList();
            assertThat(folders).isNotEmpty();
            return folders;
        }
    }

    private static Set<String> keys(Path folder) throws IOException {
        return strings(folder).stringPropertyNames();
    }

    private static Properties strings(Path folder) throws IOException {
        Properties strings = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("words.properties"))) {
            strings.load(reader);
        }
        return strings;
    }

    /** What a pattern finds in the sources of the package that a folder of strings belongs to. */
    private static Set<String> found(Pattern pattern, Path folder) throws IOException {
        StringBuilder source = new StringBuilder();
        try (Stream<Path> files = Files.list(SOURCES.resolve(STRINGS.relativize(folder)))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                source.append(Files.readString(file).replace("'\"'", ""));
            }
        }
        return pattern.matcher(source)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
