package org.isogloss.corpus.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Which facts are trained with and which are held out; no fact is in two of the lists.
 *
 * @param train facts of seen countries
 * @param validation one fact of each of some countries that are otherwise trained with
 * @param unseenPairs the held-out relations of countries that are otherwise trained with
 * @param unseenCountries every relation of countries that are not trained with at all
 */
record Split(
        List<Fact> train,
        List<Fact> validation,
        List<Fact> unseenPairs,
        List<Fact> unseenCountries) {
    /** A country and what is asked of it. */
    record Fact(Country country, Relation relation) {
        String id() {
            return country.code() + "-" + relation.id();
        }
    }

    /**
     * How much is held out.
     *
     * @param countries countries not trained with at all
     * @param partial countries with some relations held out
     * @param relations how many relations of each of those
     * @param validation countries with one relation held out for validation
     */
    record Sizes(int countries, int partial, int relations, int validation) {}

    /** Draws the split; the lists keep the order of the fact table. */
    static Split draw(List<Country> countries, Sizes sizes, SplittableRandom random) {
        List<Country> shuffled = shuffled(countries, random);
        int partialEnd = sizes.countries() + sizes.partial();
        Set<Country> unseen = new HashSet<>(shuffled.subList(0, sizes.countries()));
        Set<Country> partial = new HashSet<>(shuffled.subList(sizes.countries(), partialEnd));
        Set<Country> validated =
                new HashSet<>(shuffled.subList(partialEnd, partialEnd + sizes.validation()));
        Split split =
                new Split(
                        new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Country country : countries) {
            List<Relation> order = shuffled(Relation.asked(), random);
            for (Relation relation : Relation.asked()) {
                int place = order.indexOf(relation);
                List<Fact> list = split.train;
                if (unseen.contains(country)) {
                    list = split.unseenCountries;
                } else if (partial.contains(country) && place < sizes.relations()) {
                    list = split.unseenPairs;
                } else if (validated.contains(country) && place == 0) {
                    list = split.validation;
                }
                list.add(new Fact(country, relation));
            }
        }
        return split;
    }

    /** The countries that are not trained with at all. */
    Set<String> unseenCodes() {
        Set<String> codes = new HashSet<>();
        unseenCountries.forEach(fact -> codes.add(fact.country().code()));
        return codes;
    }

    /** A shuffled copy (Fisher–Yates). */
    static <T> List<T> shuffled(List<T> list, SplittableRandom random) {
        List<T> copy = new ArrayList<>(list);
        for (int i = copy.size() - 1; i > 0; i--) {
            copy.set(i, copy.set(random.nextInt(i + 1), copy.get(i)));
        }
        return copy;
    }
}
