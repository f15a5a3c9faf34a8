package org.isogloss.ui.tour;

import java.util.List;

/** A step of the tour: what to look at, in the order of the work. */
public enum TourStep {
    QUESTION("tour.question.title", "tour.question.text"),
    TRAIN("tour.train.title", "tour.train.text"),
    LEARN("tour.learn.title", "tour.learn.text"),
    COMPARE("tour.compare.title", "tour.compare.text"),
    BIAS("tour.bias.title", "tour.bias.text"),
    DESIGN("tour.design.title", "tour.design.text"),
    PAPER("tour.paper.title", "tour.paper.text");

    private static final List<TourStep> STEPS = List.of(values());

    private final String title;
    private final String text;

    TourStep(String title, String text) {
        this.title = title;
        this.text = text;
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }

    /** Its number in the tour, from 1. */
    int number() {
        return STEPS.indexOf(this) + 1;
    }

    /** How many there are. */
    static int count() {
        return STEPS.size();
    }

    boolean first() {
        return number() == 1;
    }

    boolean last() {
        return number() == count();
    }

    /** The step some places further; the first or the last where there is none. */
    TourStep moved(int by) {
        return STEPS.get(Math.max(1, Math.min(count(), number() + by)) - 1);
    }
}
