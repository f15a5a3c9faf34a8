package org.isogloss.ui.runs;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.isogloss.figure.Numbers;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunState;
import org.isogloss.ui.words.Words;

/** What the window says of a run. */
final class RunWords {
    private static final Words WORDS = Words.of(RunWords.class);

    /** What is said of a run that waits though its study's process ended with an error. */
    static final String ABANDONED = WORDS.text("run.theProcessOfIts");

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
            return news.place() > 0
                    ? WORDS.text("run.place", news.place())
                    : news.inStudy() || news.queued() ? "waiting" : WORDS.text("run.notStarted");
        }
        if (news.isScored()) {
            return WORDS.text("run.scoring");
        }
        return news.pauseAsked() ? "pausing" : phase.name().toLowerCase(Locale.ROOT);
    }

    /** The state as a sentence or two, with what to do where something is to be done. */
    static String sentence(RunNews news) {
        RunState state = news.state();
        return switch (news.phase()) {
            case WAITING -> waiting(news);
            case STARTING -> WORDS.text("run.readsTheDataAnd");
            case RUNNING -> running(news);
            case PAUSED -> WORDS.text("run.standsStill", at(state));
            case CANCELLED -> WORDS.text("run.cancelled", at(state), kept(news));
            case DROPPED -> state.message() + " " + kept(news);
            case FAILED, LOST -> state.message();
            case DIED -> WORDS.text("run.itsProcessEndedWithout", at(state), kept(news));
            case FINISHED -> finished(state);
        };
    }

    /** The text of the button that starts a run again. */
    static String startVerb(RunNews news) {
        if (news.phase() == RunPhase.WAITING) {
            return WORDS.text("run.startRun");
        }
        return news.checkpoint() > 0
                ? WORDS.text("run.goOnFromStep", Numbers.count(news.checkpoint()))
                : WORDS.text("run.startAgain");
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
        return news.state().remaining().map(time -> WORDS.text("run.left", span(time))).orElse("");
    }

    /** A span of time in its two largest units. */
    static String span(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return WORDS.text("run.hMin", time.toHours(), time.toMinutesPart());
        }
        if (time.toMinutes() > 0) {
            return WORDS.text("run.minS", time.toMinutes(), time.toSecondsPart());
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

    private static String waiting(RunNews news) {
        if (news.queued()) {
            return news.state().message();
        }
        if (news.state().step() > 0) {
            String others = WORDS.text("run.waitsForOthers", at(news.state()));
            return news.inStudy() ? others : others + " " + WORDS.text("run.noProcessWorksThrough");
        }
        return news.inStudy()
                ? news.place() > 0
                        ? WORDS.text("run.waitsAt", news.place())
                        : WORDS.text("run.waitsForItsTurn")
                : WORDS.text("run.noProcessWorksThrough");
    }

    private static String running(RunNews news) {
        RunState state = news.state();
        if (!state.activity().isEmpty() && !state.activity().equals(RunEvent.TRAINING)) {
            String what = state.activity();
            return what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1) + ".";
        }
        String left = left(news);
        return WORDS.text(
                "run.trainsSteps",
                steps(state).replace(" / ", " of "),
                (left.isEmpty() ? "." : ", " + left + "."));
    }

    private static String finished(RunState state) {
        String steps = WORDS.text("run.finishedAfterSteps", Numbers.count(state.step()));
        boolean atOnce = state.started() != null && state.firstStep() == 0;
        return atOnce
                ? WORDS.text(
                        "run.and", steps, span(Duration.between(state.started(), state.last())))
                : steps + ".";
    }

    private static String at(RunState state) {
        return state.steps() == 0
                ? WORDS.text("run.beforeItsFirstStep")
                : WORDS.text("run.atStep", steps(state).replace(" / ", " of "));
    }

    private static String kept(RunNews news) {
        return news.checkpoint() > 0
                ? WORDS.text("run.theCheckpointOfStep", Numbers.count(news.checkpoint()))
                : WORDS.text("run.thereIsNoCheckpoint");
    }

    private static String measure(String id, double value) {
        return id.equals("rankDistance") ? Numbers.count(value) : Numbers.score(value);
    }

    private static Map<String, String> measures() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("monolingualMap", WORDS.text("run.monolingualMap"));
        names.put("crossLingualMap", WORDS.text("run.crossLingualMap"));
        names.put("multilingualMap", WORDS.text("run.multilingualMap"));
        names.put("rankDistance", WORDS.text("run.rankDistance"));
        names.put("monolingualRecall1", WORDS.text("run.monolingualR"));
        names.put("crossLingualRecall1", WORDS.text("run.crossLingualR"));
        names.put("multilingualRecall10", WORDS.text("run.multilingualR"));
        names.put("ownLanguageTop1", WORDS.text("run.ownLanguageFirst"));
        return names;
    }
}
