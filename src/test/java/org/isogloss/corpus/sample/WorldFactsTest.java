package org.isogloss.corpus.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelItem;
import org.isogloss.corpus.format.DatasetFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorldFactsTest {
    private static final Path SAMPLE = Path.of("sample-data/world-facts");
    private static final Path SOURCE = SAMPLE.resolve("source");
    private static final List<Lang> LANGUAGES =
            Stream.of("ar", "de", "el", "en", "es", "hi", "ru", "th", "tr", "vi", "zh")
                    .map(Lang::new)
                    .toList();
    private static final Split.Sizes TINY = new Split.Sizes(1, 2, 4, 1);

    /** A hole, a doubled space or full stop, a missing name, or a lower-case beginning. */
    private static final Pattern LEFTOVER =
            Pattern.compile("[{}]|\\s\\s|^\\s|\\s$|null|\\.\\.|^[¿¡\"«„“]?\\p{Ll}");

    @TempDir private Path folder;

    private static List<ParallelItem> items(String file) {
        return DatasetFormats.read(SAMPLE.resolve(file)).items().items();
    }

    private static Map<String, byte[]> bytes(Path out) throws IOException {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                bytes.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return bytes;
    }

    /** The first six countries of the table, with all templates. */
    private Path tinySource() throws IOException {
        Path source = folder.resolve("source");
        Files.createDirectories(source.resolve("templates"));
        List<String> facts = Files.readAllLines(SOURCE.resolve("facts.tsv"));
        Files.write(source.resolve("facts.tsv"), facts.subList(0, 7));
        for (Lang lang : LANGUAGES) {
            String name = "templates/" + lang + ".json";
            Map<String, Object> tree = tree(SOURCE.resolve(name));
            tree.put("names", Map.of());
            JsonFile.write(source.resolve(name), tree);
        }
        return source;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> tree(Path file) {
        return JsonFile.read(file, LinkedHashMap.class);
    }

    @Test
    void makesTheSameBytesTwice() throws IOException {
        Path source = tinySource();
        WorldFacts.generate(source, folder.resolve("one"), TINY);
        WorldFacts.generate(source, folder.resolve("two"), TINY);
        Map<String, byte[]> one = bytes(folder.resolve("one"));
        assertThat(one.keySet())
                .containsExactly(
                        "frozen.json",
                        "names.jsonl",
                        "train.jsonl",
                        "unseen-countries.jsonl",
                        "unseen-pairs.jsonl",
                        "unseen-wording.jsonl",
                        "validation.jsonl");
        assertThat(bytes(folder.resolve("two"))).containsExactlyEntriesOf(one);
    }

    @Test
    void makesTheCommittedFilesFromTheCommittedTables() throws IOException {
        WorldFacts.Frozen frozen =
                JsonFile.read(SAMPLE.resolve("frozen.json"), WorldFacts.Frozen.class);
        assumeThat(Runtime.version().feature())
                .as("names are frozen with JDK %d; another JDK has other names", frozen.jdk())
                .isEqualTo(frozen.jdk());
        WorldFacts.generate(SOURCE, folder);
        Map<String, byte[]> made = bytes(folder);
        for (Map.Entry<String, byte[]> file : made.entrySet()) {
            assertThat(file.getValue())
                    .as("%s differs from its tables; generate it again", file.getKey())
                    .isEqualTo(Files.readAllBytes(SAMPLE.resolve(file.getKey())));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "train.jsonl,2820",
        "validation.jsonl,72",
        "unseen-pairs.jsonl,192",
        "unseen-wording.jsonl,192",
        "unseen-countries.jsonl,140"
    })
    void givesEveryItemInElevenLanguages(String file, int count) {
        assertThat(items(file))
                .hasSize(count)
                .allSatisfy(
                        item ->
                                assertThat(List.copyOf(item.pairs().keySet()))
                                        .isEqualTo(LANGUAGES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train.jsonl",
                "validation.jsonl",
                "unseen-pairs.jsonl",
                "unseen-wording.jsonl",
                "unseen-countries.jsonl"
            })
    void leavesNoHoleDoubleSpaceOrLowerCaseBeginning(String file) {
        for (ParallelItem item : items(file)) {
            item.pairs()
                    .forEach(
                            (lang, pair) -> {
                                assertWhole(item.id(), lang, pair.question());
                                assertWhole(item.id(), lang, pair.passage());
                            });
        }
    }

    private static void assertWhole(String id, Lang lang, String text) {
        if (LEFTOVER.matcher(text).find()) {
            fail("%s in %s: %s", id, lang, text);
        }
    }

    @Test
    void statesTheAnswerInTheWordsOfTheDictionary() {
        Map<String, Map<Lang, Pair>> names =
                items("names.jsonl").stream()
                        .collect(Collectors.toMap(ParallelItem::id, ParallelItem::pairs));
        Map<String, Country> countries =
                Country.read(SOURCE.resolve("facts.tsv")).stream()
                        .collect(Collectors.toMap(Country::code, country -> country));
        for (ParallelItem item : items("train.jsonl")) {
            Country country = countries.get(item.id().substring(0, 2));
            String relation = item.question().substring(3);
            String answer =
                    switch (relation) {
                        case "currency" -> "currency:" + country.currency();
                        case "language" -> "language:" + country.language();
                        case "region" -> "region:" + country.region();
                        default -> "country:" + country.code();
                    };
            item.pairs()
                    .forEach(
                            (lang, pair) -> {
                                String name = names.get(answer).get(lang).passage();
                                // A name may begin the sentence, then with a capital.
                                if (!pair.passage().contains(name.substring(1))) {
                                    fail("%s in %s: no %s", item.id(), lang, name);
                                }
                            });
        }
    }

    @Test
    void keepsTheFactsOfEachFileApart() {
        Set<String> seen = new HashSet<>();
        for (String file :
                List.of(
                        "train.jsonl",
                        "validation.jsonl",
                        "unseen-pairs.jsonl",
                        "unseen-countries.jsonl")) {
            Set<String> facts =
                    items(file).stream().map(ParallelItem::question).collect(Collectors.toSet());
            assertThat(facts).as(file).noneMatch(seen::contains);
            seen.addAll(facts);
        }
        assertThat(seen).hasSize(192 * 7);
        assertThat(items("unseen-wording.jsonl"))
                .extracting(ParallelItem::question)
                .isEqualTo(
                        items("unseen-pairs.jsonl").stream().map(ParallelItem::question).toList());
    }

    @Test
    void trainsWithThreeDifferentVariantsOfEachFact() {
        Map<String, List<ParallelItem>> facts =
                items("train.jsonl").stream()
                        .collect(Collectors.groupingBy(ParallelItem::question));
        facts.forEach(
                (fact, variants) ->
                        assertThat(variants)
                                .as(fact)
                                .hasSize(3)
                                .extracting(ParallelItem::pairs)
                                .doesNotHaveDuplicates());
    }

    @Test
    void neverAsksOfAnUnseenCountryInTrainingNorOfAnUntrainedOneElsewhere() {
        Set<String> trained = countries("train.jsonl");
        assertThat(countries("unseen-countries.jsonl"))
                .hasSize(20)
                .doesNotContainAnyElementsOf(trained);
        assertThat(trained)
                .hasSize(172)
                .containsAll(countries("unseen-pairs.jsonl"))
                .containsAll(countries("validation.jsonl"));
    }

    private static Set<String> countries(String file) {
        return items(file).stream()
                .map(item -> item.id().substring(0, 2))
                .collect(Collectors.toSet());
    }

    @Test
    void namesNoUnseenCountryBesideATrainedFact() {
        Set<String> unseen = countries("unseen-countries.jsonl");
        Lang german = new Lang("de");
        String names =
                items("names.jsonl").stream()
                        .filter(item -> unseen.contains(item.id().replace("country:", "")))
                        .map(item -> Pattern.quote(item.pairs().get(german).passage()))
                        .collect(Collectors.joining("|"));
        // Guinea-Bissau and Äquatorialguinea hold the name of another country.
        Pattern unseenName = Pattern.compile("(?<![-\\p{L}])(" + names + ")(?![-\\p{L}])");
        assertThat(items("train.jsonl"))
                .noneMatch(item -> unseenName.matcher(item.pairs().get(german).passage()).find());
        assertThat(items("unseen-countries.jsonl"))
                .allMatch(item -> unseenName.matcher(item.pairs().get(german).passage()).find());
    }

    @Test
    void givesEveryCountryItsOwnNameInEveryLanguage() {
        for (Lang lang : LANGUAGES) {
            assertThat(items("names.jsonl"))
                    .filteredOn(item -> item.id().startsWith("country:"))
                    .hasSize(192)
                    .extracting(item -> item.pairs().get(lang).passage())
                    .as("countries in %s", lang)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void namesEverythingByMoreThanItsCode() {
        for (ParallelItem item : items("names.jsonl")) {
            String code = item.id().substring(item.id().indexOf(':') + 1);
            item.pairs().forEach((lang, pair) -> assertThat(pair.passage()).isNotEqualTo(code));
        }
    }

    @Test
    void refusesATemplateWithoutItsHoleNamingTheFile() throws IOException {
        Path source = tinySource();
        Path file = source.resolve("templates/en.json");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("What is the currency of {country}?", "What is the currency?"));
        assertThatThrownBy(() -> WorldFacts.generate(source, folder.resolve("out"), TINY))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ": currency questions needs the holes [country]");
    }

    @Test
    void refusesAMisshapenFactNamingTheLine() throws IOException {
        Path source = tinySource();
        Path file = source.resolve("facts.tsv");
        Files.writeString(file, Files.readString(file).replace("\tR\t", "\tX\t"));
        assertThatThrownBy(() -> WorldFacts.generate(source, folder.resolve("out"), TINY))
                .isInstanceOf(BadInputException.class)
                .hasMessage(file + ":2: 'X' in column 5 does not have the form [LR]");
    }

    @ParameterizedTest
    @CsvSource({
        "tr,isveç burada,İsveç burada",
        "es,¿la India?,¿La India?",
        "en,.fr is it,.fr is it",
        "en,+33 is it,+33 is it",
        "el,άλφα,Άλφα",
        "zh,中国,中国"
    })
    void beginsSentencesWithACapital(String lang, String sentence, String expected) {
        assertThat(Sentences.capitalised(sentence, Locale.forLanguageTag(lang)))
                .isEqualTo(expected);
    }
}
