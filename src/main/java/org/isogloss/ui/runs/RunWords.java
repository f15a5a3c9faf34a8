package org.isogloss.ui.runs;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.isogloss.figure.Numbers;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunState;

/** What the window says of a run. */
final class RunWords {
    /** What is said of a run that waits though its study's process ended with an error. */
    static final String ABANDONED =
            "The process of its study ended with an error before this run's turn; its last lines:";

    private static final String NONE = "–";
    private static final Map<String, String> MEASURES = measures();

    private RunWords() {}

    /** The state as one word. */
    static String word(RunNews news) {
        RunPhase phase = news.phase();
        if (phase.ended() || phase == RunPhase.LOST) {
            return phase.name().toLowerCase(Locale.ROOT);
        }
        if (news.cancelAsked()) {
            return "cancelling";
        }
        if (phase == RunPhase.PAUSED) {
            return news.pauseAsked() ? "paused" : "resuming";
        }
        if (phase == RunPhase.WAITING) {
            return news.inStudy() ? "waiting" : "not started";
        }
        return news.pauseAsked() ? "pausing" : phase.name().toLowerCase(Locale.ROOT);
    }

    /** The state as a sentence or two, with what to do where something is to be done. */
    static String sentence(RunNews news) {
        RunState state = news.state();
        return switch (news.phase()) {
            case WAITING ->
                    news.inStudy()
                            ? "Waits for its turn in the study."
                            : "No process works through its study any more.";
            case STARTING -> "Reads the data and the model.";
            case RUNNING -> running(news);
            case PAUSED -> "Stands still " + at(state) + ".";
            case CANCELLED -> "Cancelled " + at(state) + ". " + kept(news);
            case FAILED, LOST -> state.message();
            case DIED ->
                    "Its process ended without a word "
                            + at(state)
                            + ", most often because memory ran out or the machine was switched"
                            + " off. "
                            + kept(news);
            case FINISHED -> finished(state);
        };
    }

    /** The text of the button that starts a run again. */
    static String startVerb(RunNews news) {
        if (news.phase() == RunPhase.WAITING) {
            return "Start run";
        }
        return news.checkpoint() > 0
                ? "Go on from step " + Numbers.count(news.checkpoint())
                : "Start again";
    }

    /** Training steps done and in all: {@code 412 / 600}. */
    static String steps(RunState state) {
        return state.steps() == 0
                ? NONE
                : Numbers.count(state.step()) + " / " + Numbers.count(state.steps());
    }

    /** The training loss with two decimals. */
    static String loss(RunState state) {
        return Double.isNaN(state.loss()) ? NONE : String.format(Locale.ROOT, "%.2f", state.loss());
    }

    /** Tokens per second, three digits of them. */
    static String speed(RunState state) {
        double speed = state.tokensPerSecond();
        if (Double.isNaN(speed)) {
            return NONE;
        }
        double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, speed))) - 2));
        return Numbers.count(Math.round(speed / unit) * unit);
    }

    /** The time training will still take: {@code 3 min 20 s left}; empty if that is not known. */
    static String left(RunNews news) {
        return news.state().remaining().map(time -> span(time) + " left").orElse("");
    }

    /** A span of time in its two largest units. */
    static String span(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        if (time.toMinutes() > 0) {
            return time.toMinutes() + " min " + time.toSecondsPart() + " s";
        }
        return time.toSeconds() + " s";
    }

    /** The measures worth showing, named and written, in the order of importance. */
    static Map<String, String> results(Map<String, Double> values) {
        Map<String, String> shown = new LinkedHashMap<>();
        MEASURES.forEach(
                (id, name) -> {
                    if (values.containsKey(id)) {
                        shown.put(name, measure(id, values.get(id)));
                    }
                });
        values.forEach(
                (id, value) -> {
                    if (!MEASURES.containsKey(id)) {
                        shown.put(id, measure(id, value));
                    }
                });
        return shown;
    }

    private static String running(RunNews news) {
        RunState state = news.state();
        if (!state.activity().isEmpty() && !state.activity().equals(RunEvent.TRAINING)) {
            String what = state.activity();
            return what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1) + ".";
        }
        String left = left(news);
        return "Trains, "
                + steps(state).replace(" / ", " of ")
                + " steps"
                + (left.isEmpty() ? "." : ", " + left + ".");
    }

    private static String finished(RunState state) {
        String steps = "Finished after " + Numbers.count(state.step()) + " steps";
        boolean atOnce = state.started() != null && state.firstStep() == 0;
        return atOnce
                ? steps + " and " + span(Duration.between(state.started(), state.last())) + "."
                : steps + ".";
    }

    private static String at(RunState state) {
        return state.steps() == 0
                ? "before its first step"
                : "at step " + steps(state).replace(" / ", " of ");
    }

    private static String kept(RunNews news) {
        return news.checkpoint() > 0
                ? "The checkpoint of step " + Numbers.count(news.checkpoint()) + " was kept."
                : "There is no checkpoint yet, so it would begin anew.";
    }

    private static String measure(String id, double value) {
        return id.equals("rankDistance") ? Numbers.count(value) : Numbers.score(value);
    }

    private static Map<String, String> measures() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("monolingualMap", "Monolingual mAP");
        names.put("crossLingualMap", "Cross-lingual mAP");
        names.put("multilingualMap", "Multilingual mAP");
        names.put("rankDistance", "Rank distance");
        names.put("monolingualRecall1", "Monolingual R@1");
        names.put("crossLingualRecall1", "Cross-lingual R@1");
        names.put("multilingualRecall10", "Multilingual R@10");
        names.put("ownLanguageTop1", "Own language first");
        return names;
    }
}
