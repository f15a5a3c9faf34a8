package org.isogloss.ui.tour;

/** A step of the tour: what to look at, in the order of the work. */
public enum TourStep {
    QUESTION("tour.question.title", "tour.question.text"),
    TRAIN("tour.train.title", "tour.train.text"),
    LEARN("tour.learn.title", "tour.learn.text"),
    COMPARE("tour.compare.title", "tour.compare.text"),
    BIAS("tour.bias.title", "tour.bias.text"),
    DESIGN("tour.design.title", "tour.design.text"),
    PAPER("tour.paper.title", "tour.paper.text");

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

    boolean first() {
        return ordinal() == 0;
    }

    boolean last() {
        return ordinal() == values().length - 1;
    }

    /** The step before or after; itself at the ends. */
    TourStep moved(int by) {
        return values()[Math.max(0, Math.min(values().length - 1, ordinal() + by))];
    }
}
