package org.isogloss.corpus.sample;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Lang;

/**
 * One language's sentences with holes for names.
 *
 * @param language the language
 * @param names forms that replace CLDR's, by country, region, language or currency code
 * @param sides the words for {@code left} and {@code right}
 * @param relations the sentences about each relation
 * @param distractors eight sentences that answer nothing; the last two are held out
 */
record Templates(
        Lang language,
        Map<String, String> names,
        Map<String, String> sides,
        Map<Relation, Phrasings> relations,
        List<String> distractors) {
    /** Of four phrasings three are trained with and the last is held out. */
    static final int TRAINED_PHRASINGS = 3;

    /** Of eight distractors six are trained with and two are held out. */
    static final int TRAINED_DISTRACTORS = 6;

    private static final int PHRASINGS = 4;
    private static final int DISTRACTORS = 8;
    private static final Pattern HOLE = Pattern.compile("\\{([^}]*)}");

    /**
     * Four ways to ask for a relation and four to state it.
     *
     * @param questions with the hole {@code {country}}
     * @param passages with the holes {@code {country}} and {@code {answer}}
     */
    record Phrasings(List<String> questions, List<String> passages) {}

    /**
     * Reads one language's file.
     *
     * @throws BadInputException if a sentence is missing, lacks a hole or has an unknown one
     */
    static Templates read(Path file, Collection<String> knownCodes) {
        Templates templates = JsonFile.read(file, Templates.class);
        templates.check(file, knownCodes);
        return templates;
    }

    private void check(Path file, Collection<String> knownCodes) {
        if (language == null || !file.getFileName().toString().equals(language + ".json")) {
            throw BadInputException.in(file, "\"language\" must be the file's name");
        }
        if (sides == null || !sides.keySet().equals(Set.of("left", "right"))) {
            throw BadInputException.in(file, "\"sides\" needs \"left\" and \"right\", no other");
        }
        if (names == null || !knownCodes.containsAll(names.keySet())) {
            throw BadInputException.in(
                    file, "\"names\" may only have codes of the fact table, not " + names);
        }
        if (relations == null || !relations.keySet().equals(Set.of(Relation.values()))) {
            throw BadInputException.in(file, "\"relations\" needs each relation once");
        }
        relations.forEach(
                (relation, phrasings) -> {
                    String where = relation.id() + " ";
                    check(file, where + "questions", phrasings.questions(), Set.of("country"));
                    check(
                            file,
                            where + "passages",
                            phrasings.passages(),
                            Set.of("country", "answer"));
                });
        if (distractors == null || distractors.size() != DISTRACTORS) {
            throw BadInputException.in(file, "\"distractors\" needs " + DISTRACTORS + " sentences");
        }
        for (String sentence : distractors) {
            if (!Set.of("other", "month", "weekday").containsAll(holes(sentence))) {
                throw BadInputException.in(file, "unknown hole in distractor: " + sentence);
            }
        }
    }

    private static void check(Path file, String where, List<String> sentences, Set<String> holes) {
        if (sentences == null || sentences.size() != PHRASINGS) {
            throw BadInputException.in(file, where + " needs " + PHRASINGS + " sentences");
        }
        for (String sentence : sentences) {
            if (!holes(sentence).equals(holes)) {
                throw BadInputException.in(
                        file, where + " needs the holes " + holes + " in: " + sentence);
            }
        }
    }

    private static Set<String> holes(String sentence) {
        return HOLE.matcher(sentence)
                .results()
                .map(hole -> hole.group(1))
                .collect(Collectors.toSet());
    }

    /** A sentence with its holes filled. */
    static String fill(String sentence, Map<String, String> values) {
        return HOLE.matcher(sentence)
                .replaceAll(hole -> Matcher.quoteReplacement(values.get(hole.group(1))));
    }
}
