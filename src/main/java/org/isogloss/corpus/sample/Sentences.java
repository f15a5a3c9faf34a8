package org.isogloss.corpus.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.sample.Wording.Distractor;

/** Puts facts into the sentences of one language. */
final class Sentences {
    private final Templates templates;
    private final Names names;
    private final Locale locale;

    Sentences(Templates templates, Names names) {
        this.templates = templates;
        this.names = names;
        locale = Locale.forLanguageTag(templates.language().tag());
    }

    Lang language() {
        return templates.language();
    }

    Names names() {
        return names;
    }

    /** The question for a fact and the passage that states it. */
    Pair pair(Country country, Relation relation, Wording wording) {
        Templates.Phrasings phrasings = templates.relations().get(relation);
        String name = names.country(country.code());
        String question = phrasings.questions().get(wording.question());
        List<String> passage = new ArrayList<>();
        wording.distractors().forEach(distractor -> passage.add(distractor(country, distractor)));
        passage.add(
                wording.distractorFirst() ? 1 : 0,
                fact(country, relation, phrasings.passages().get(wording.passage())));
        return new Pair(
                sentence(question, Map.of("country", name)),
                String.join(language().tag().equals("zh") ? "" : " ", passage));
    }

    private String fact(Country country, Relation relation, String template) {
        return sentence(
                template,
                Map.of(
                        "country",
                        names.country(country.code()),
                        "answer",
                        answer(country, relation)));
    }

    private String distractor(Country country, Distractor distractor) {
        if (distractor.neighbour()) {
            Templates.Phrasings phrasings = templates.relations().get(Relation.NEIGHBOUR);
            return fact(
                    country, Relation.NEIGHBOUR, phrasings.passages().get(distractor.sentence()));
        }
        return sentence(
                templates.distractors().get(distractor.sentence()),
                Map.of(
                        "other",
                        names.country(distractor.other()),
                        "month",
                        names.month(distractor.month()),
                        "weekday",
                        names.weekday(distractor.weekday())));
    }

    private String answer(Country country, Relation relation) {
        return switch (relation) {
            case CURRENCY -> names.currency(country.currency());
            case CALLING_CODE -> "+" + country.callingCode();
            case INTERNET_DOMAIN -> internetDomain(country.code());
            case LANGUAGE -> names.language(country.language());
            case REGION -> names.region(country.region());
            case DRIVING_SIDE ->
                    templates.sides().get(country.drivingSide().equals("L") ? "left" : "right");
            case NEIGHBOUR -> names.country(country.neighbour());
            case UTC_OFFSET -> "UTC" + country.utcOffset();
        };
    }

    private static String internetDomain(String code) {
        // The only domain that is not the country's ISO code.
        return code.equals("GB") ? ".uk" : "." + code.toLowerCase(Locale.ROOT);
    }

    private String sentence(String template, Map<String, String> values) {
        return capitalised(Templates.fill(template, values), locale);
    }

    /** The sentence with its first letter in upper case, unless it begins with a sign or number. */
    static String capitalised(String sentence, Locale locale) {
        for (int i = 0; i < sentence.length(); ) {
            int point = sentence.codePointAt(i);
            int next = i + Character.charCount(point);
            if (Character.isLetter(point)) {
                return sentence.substring(0, i)
                        + sentence.substring(i, next).toUpperCase(locale)
                        + sentence.substring(next);
            }
            if (!opens(point)) {
                return sentence;
            }
            i = next;
        }
        return sentence;
    }

    private static boolean opens(int point) {
        int type = Character.getType(point);
        return point == '¿'
                || point == '¡'
                || point == '"'
                || type == Character.START_PUNCTUATION
                || type == Character.INITIAL_QUOTE_PUNCTUATION;
    }
}
