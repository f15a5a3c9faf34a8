package org.isogloss.corpus.sample;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How one item is worded, whatever the language: drawn once, so that its languages are parallel.
 *
 * @param question which of the four ways to ask
 * @param passage which of the four ways to state the fact
 * @param distractors the sentences beside the fact, at most two
 * @param distractorFirst true if the first distractor stands before the fact
 */
record Wording(int question, int passage, List<Distractor> distractors, boolean distractorFirst) {
    private static final int MOST_DISTRACTORS = 2;

    Wording {
        distractors = List.copyOf(distractors);
    }

    /**
     * A sentence that answers nothing.
     *
     * @param sentence which of the eight, or the number of the phrasing where it names a neighbour
     * @param neighbour true if it names a neighbour of the country
     * @param other another country's code
     * @param month a month
     * @param weekday a day
     */
    record Distractor(
            int sentence, boolean neighbour, String other, Month month, DayOfWeek weekday) {}

    /** One of the ways to ask combined with one of the ways to state. */
    record Phrasing(int question, int passage) {
        /** The held-out one. */
        static final Phrasing HELD_OUT =
                new Phrasing(Templates.TRAINED_PHRASINGS, Templates.TRAINED_PHRASINGS);

        /** All that are trained with. */
        static List<Phrasing> trained() {
            List<Phrasing> all = new ArrayList<>();
            for (int question = 0; question < Templates.TRAINED_PHRASINGS; question++) {
                for (int passage = 0; passage < Templates.TRAINED_PHRASINGS; passage++) {
                    all.add(new Phrasing(question, passage));
                }
            }
            return all;
        }
    }

    /**
     * Draws what stands beside the fact.
     *
     * @param others the codes of the countries that may be mentioned
     * @param neighbour true if the country's neighbour may be mentioned
     */
    static Wording draw(
            Phrasing phrasing, List<String> others, boolean neighbour, SplittableRandom random) {
        boolean heldOut = phrasing.equals(Phrasing.HELD_OUT);
        int count = random.nextInt(MOST_DISTRACTORS + 1);
        // The neighbour's sentence is one more choice beside the trained distractors.
        int from = heldOut ? Templates.TRAINED_DISTRACTORS : 0;
        int choices = heldOut ? 2 : Templates.TRAINED_DISTRACTORS + (neighbour ? 1 : 0);
        List<Integer> drawn = new ArrayList<>();
        while (drawn.size() < count) {
            int choice = from + random.nextInt(choices);
            if (!drawn.contains(choice)) {
                drawn.add(choice);
            }
        }
        List<Distractor> distractors = new ArrayList<>();
        for (int choice : drawn) {
            boolean names = !heldOut && choice == Templates.TRAINED_DISTRACTORS;
            distractors.add(
                    new Distractor(
                            names ? random.nextInt(Templates.TRAINED_PHRASINGS) : choice,
                            names,
                            others.get(random.nextInt(others.size())),
                            Month.of(1 + random.nextInt(Month.values().length)),
                            DayOfWeek.of(1 + random.nextInt(DayOfWeek.values().length))));
        }
        boolean first = count == MOST_DISTRACTORS && random.nextBoolean();
        return new Wording(phrasing.question(), phrasing.passage(), distractors, first);
    }
}
