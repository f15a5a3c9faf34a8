package org.isogloss.corpus.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelItem;
import org.isogloss.corpus.format.ParallelJsonLines;
import org.isogloss.corpus.sample.Split.Fact;
import org.isogloss.corpus.sample.Wording.Phrasing;

/**
 * Makes the sample corpus: questions about countries and passages that answer them, parallel in
 * every language that has a template file.
 *
 * <p>Codes and numbers come from {@code facts.tsv}, sentences from {@code templates/<lang>.json},
 * names from the CLDR data of the JDK that runs it. The same inputs on the same JDK version give
 * the same bytes.
 */
public final class WorldFacts {
    private static final long SEED = 7;
    private static final int VARIANTS = 3;
    private static final Split.Sizes SIZES = new Split.Sizes(20, 48, 4, 72);

    /**
     * What the files were made with.
     *
     * @param jdk the JDK's feature version, which fixes the CLDR names
     * @param seed the seed of every draw
     * @param items the number of items of each file
     */
    public record Frozen(int jdk, long seed, Map<String, Integer> items) {
        public Frozen {
            items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
        }
    }

    private final List<Country> countries;
    private final List<Sentences> languages = new ArrayList<>();
    private final Split split;
    private final SplittableRandom wordings;

    /** The countries that a distractor may name: an unseen one is to stay unseen. */
    private final List<String> mentioned;

    private WorldFacts(Path source, Split.Sizes sizes) {
        countries = Country.read(source.resolve("facts.tsv"));
        SplittableRandom random = new SplittableRandom(SEED);
        split = Split.draw(countries, sizes, random.split());
        wordings = random.split();
        List<String> codes = countries.stream().map(Country::code).toList();
        mentioned = codes.stream().filter(code -> !split.unseenCodes().contains(code)).toList();
        List<String> known = new ArrayList<>(codes);
        for (Country country : countries) {
            known.addAll(List.of(country.region(), country.language(), country.currency()));
        }
        for (Path file : templateFiles(source.resolve("templates"))) {
            Templates templates = Templates.read(file, known);
            Names names = new Names(templates.language(), templates.names(), codes);
            languages.add(new Sentences(templates, names));
        }
    }

    /**
     * Writes all files of the corpus.
     *
     * @param source the folder with {@code facts.tsv} and {@code templates}
     * @param out the folder to write to
     * @throws BadInputException naming file and remedy if a table does not fit
     */
    public static void generate(Path source, Path out) {
        generate(source, out, SIZES);
    }

    /** Writes a corpus with other parts held out. */
    static void generate(Path source, Path out, Split.Sizes sizes) {
        new WorldFacts(source, sizes).write(out);
    }

    private void write(Path out) {
        Map<String, List<ParallelItem>> files = new LinkedHashMap<>();
        files.put("train.jsonl", train());
        files.put("validation.jsonl", once(split.validation()));
        files.put("unseen-pairs.jsonl", once(split.unseenPairs()));
        files.put("unseen-wording.jsonl", heldOut(split.unseenPairs()));
        files.put("unseen-countries.jsonl", once(split.unseenCountries()));
        files.put("names.jsonl", dictionary());
        Map<String, Integer> counts = new LinkedHashMap<>();
        files.forEach(
                (name, items) -> {
                    ParallelJsonLines.write(out.resolve(name), items);
                    counts.put(name, items.size());
                });
        JsonFile.write(
                out.resolve("frozen.json"), new Frozen(Runtime.version().feature(), SEED, counts));
    }

    private List<ParallelItem> train() {
        List<ParallelItem> items = new ArrayList<>();
        for (Fact fact : split.train()) {
            // Distinct phrasings, so that no two variants are the same text.
            List<Phrasing> phrasings = Split.shuffled(Phrasing.trained(), wordings);
            for (int variant = 0; variant < VARIANTS; variant++) {
                items.add(item(fact.id() + "-" + variant, fact, phrasings.get(variant)));
            }
        }
        return items;
    }

    private List<ParallelItem> once(List<Fact> facts) {
        List<ParallelItem> items = new ArrayList<>();
        List<Phrasing> trained = Phrasing.trained();
        for (Fact fact : facts) {
            items.add(item(fact.id(), fact, trained.get(wordings.nextInt(trained.size()))));
        }
        return items;
    }

    private List<ParallelItem> heldOut(List<Fact> facts) {
        return facts.stream().map(fact -> item(fact.id(), fact, Phrasing.HELD_OUT)).toList();
    }

    private ParallelItem item(String id, Fact fact, Phrasing phrasing) {
        Country country = fact.country();
        List<String> others =
                mentioned.stream().filter(code -> !code.equals(country.code())).toList();
        boolean neighbour = country.hasNeighbour() && others.contains(country.neighbour());
        Wording wording = Wording.draw(phrasing, others, neighbour, wordings);
        Map<Lang, Pair> pairs = new LinkedHashMap<>();
        for (Sentences sentences : languages) {
            pairs.put(sentences.language(), sentences.pair(country, fact.relation(), wording));
        }
        return new ParallelItem(id, fact.id(), pairs);
    }

    private List<ParallelItem> dictionary() {
        Map<String, Function<Names, String>> entries = new LinkedHashMap<>();
        codes(Country::code).forEach(c -> entries.put("country:" + c, names -> names.country(c)));
        codes(Country::region).forEach(c -> entries.put("region:" + c, names -> names.region(c)));
        codes(Country::language)
                .forEach(c -> entries.put("language:" + c, names -> names.language(c)));
        codes(Country::currency)
                .forEach(c -> entries.put("currency:" + c, names -> names.currency(c)));
        for (Month month : Month.values()) {
            entries.put("month:" + month.getValue(), names -> names.month(month));
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            entries.put("weekday:" + day.getValue(), names -> names.weekday(day));
        }
        List<ParallelItem> items = new ArrayList<>();
        Map<String, String> firstOfText = new HashMap<>();
        entries.forEach((id, name) -> items.add(entry(id, name, firstOfText)));
        return items;
    }

    /**
     * One dictionary entry. Thai calls Thailand and its language the same: entries with a text in
     * common count as the same question, so that they never share a batch.
     */
    private ParallelItem entry(
            String id, Function<Names, String> name, Map<String, String> firstOfText) {
        Map<Lang, Pair> pairs = new LinkedHashMap<>();
        String question = id;
        for (Sentences sentences : languages) {
            String text = name.apply(sentences.names());
            pairs.put(sentences.language(), new Pair(text, text));
            String first = firstOfText.putIfAbsent(sentences.language() + " " + text, id);
            question = first == null ? question : first;
        }
        return new ParallelItem(id, question, pairs);
    }

    private Set<String> codes(Function<Country, String> column) {
        return new TreeSet<>(countries.stream().map(column).toList());
    }

    private static List<Path> templateFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }
}
