package org.isogloss.experiment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.isogloss.base.BadInputException;
import org.isogloss.training.TrainingSettings;

/**
 * Successive halving: all rows of a study are trained for a while, the better half of them longer,
 * the better half of that to the end, so that most of the time goes into what does well.
 *
 * <p>A row is a strategy with all its seeds; rows are compared within one backbone. With k rungs of
 * S steps in all, rows are ranked after S/2ᵏ, …, S/4, S/2 steps by the mean over seeds of the best
 * value measured until then, all rounded to steps after which something is measured, halves up; ties
 * go to the earlier row. Every run keeps the learning rates of all
 * S steps, and one that stops can go on from its checkpoint as if it never had.
 *
 * <p>Rows are ranked by a probe, because the validation loss leans to one of them: its batches are
 * half monolingual, half cross-lingual, which is what hybrid batches of α = .5 minimise. It can be
 * asked for where that does no harm.
 *
 * <p>In JSON {@code true}, or an object:
 *
 * <pre>{@code
 * {"on": "probe:unseen-wording", "rungs": 2}
 * }</pre>
 *
 * <p>Source: Jamieson and Talwalkar, Non-stochastic Best Arm Identification and Hyperparameter
 * Optimization, AISTATS 2016, Algorithm 1, but for this: of an odd number of rows the larger half
 * goes on, and it ends after the rungs asked for, so that there is something left to compare.
 *
 * @param on what rows are ranked on, as event logs call it: {@code probe:} and a test collection,
 *     by multilingual mAP, or {@code validation}, by loss; null for the probe of the first
 *     collection
 * @param rungs how often rows are ranked; less often where one row would be left before
 */
public record Halving(@JsonInclude(JsonInclude.Include.NON_NULL) String on, int rungs) {
    /** What a study has that only says so. */
    public static final Halving STANDARD = new Halving(null, 2);

    private static final String PROBE = "probe:";
    private static final String VALIDATION = "validation";
    private static final int MOST_RUNGS = 6;

    /**
     * @throws BadInputException if there is no rung, or too many
     */
    public Halving {
        if (rungs < 1 || rungs > MOST_RUNGS) {
            throw new BadInputException(
                    "halving has " + rungs + " rungs but must have between 1 and " + MOST_RUNGS);
        }
    }

    @JsonCreator
    static Halving of(@JsonProperty("on") String on, @JsonProperty("rungs") Integer rungs) {
        return new Halving(on, rungs == null ? STANDARD.rungs : rungs);
    }

    @JsonCreator
    static Halving of(boolean wanted) {
        if (!wanted) {
            throw new BadInputException("\"halving\" is false; leave it out to train every run");
        }
        return STANDARD;
    }

    /** What rows are ranked on in a recipe, as event logs call it. */
    public String on(Recipe recipe) {
        return on == null ? PROBE + recipe.evaluation().get(0).name() : on;
    }

    /** True if rows are ranked by validation loss, of which less is better; else by mAP. */
    public boolean byLoss() {
        return VALIDATION.equals(on);
    }

    /** The steps of a run that is trained to its end. */
    public static int wholeTraining(ExperimentSpec spec) {
        return TrainingSettings.of(spec.optimisation()).steps();
    }

    /** How many of some rows go on. */
    public static int kept(int rows) {
        return (rows + 1) / 2;
    }

    /**
     * The steps after which rows are ranked, in their order.
     *
     * @param spec a run
     * @param rows of its study
     * @throws BadInputException if nothing would be measured in time
     */
    public List<Integer> steps(ExperimentSpec spec, int rows) {
        TrainingSettings settings = TrainingSettings.of(spec.optimisation());
        int every =
                byLoss()
                        ? settings.validateEvery()
                        : (settings.steps() - 1) / settings.probes() + 1;
        int doublings = 32 - Integer.numberOfLeadingZeros(rows - 1); // until one row is left
        List<Integer> steps = new ArrayList<>();
        for (int k = Math.min(rungs, doublings); k >= 1; k--) {
            long rung = every * Math.round(settings.steps() / Math.pow(2, k) / every);
            int before = steps.isEmpty() ? 0 : steps.get(steps.size() - 1);
            if (rung <= before || rung >= settings.steps()) {
                throw new BadInputException(
                        "halving cannot rank rows after step %d of %d, because %s only every %d steps; %s, or ask for fewer rungs"
                                .formatted(
                                        Math.round(settings.steps() / Math.pow(2, k)),
                                        settings.steps(),
                                        byLoss() ? "it is validated" : "a probe is taken",
                                        every,
                                        byLoss() ? "lower validateEvery" : "raise probes"));
            }
            steps.add((int) rung);
        }
        return List.copyOf(steps);
    }

    /** How many training steps the runs of a study take together. */
    public long steps(Study study) {
        long sum = 0;
        int rows = study.strategies().size();
        for (ExperimentSpec spec : study.firstOfEachBackbone()) {
            int going = rows;
            int before = 0;
            for (int rung : steps(spec, rows)) {
                sum += (long) going * (rung - before);
                going = kept(going);
                before = rung;
            }
            sum += (long) going * (wholeTraining(spec) - before);
        }
        return sum * study.seeds().size();
    }

    /** How many they would take without halving. */
    public long allSteps(Study study) {
        return study.plan().stream().mapToLong(Halving::wholeTraining).sum();
    }

    /** The share of all training steps that are taken. */
    public double share(Study study) {
        return (double) steps(study) / allSteps(study);
    }

    /**
     * Refuses what cannot be halved, or would be compared by numbers that are not comparable.
     *
     * @throws BadInputException naming the value and the remedy
     */
    void check(String study, List<StrategyChoice> strategies, List<ExperimentSpec> plan) {
        String where = "study '" + study + "' has halving";
        if (strategies.size() < 2) {
            throw new BadInputException(
                    where + " but one strategy only; add another, or leave halving out");
        }
        for (StrategyChoice strategy : strategies) {
            if (!strategy.trained()) {
                throw new BadInputException(
                        "%s, but %s is a mean of models that may never be finished; leave it, or halving, out"
                                .formatted(where, strategy.slug()));
            }
        }
        checkMeasure(where, plan.get(0).recipe());
        for (ExperimentSpec spec : plan) {
            TrainingSettings settings = TrainingSettings.of(spec.optimisation());
            if (settings.patience() > 0) {
                throw new BadInputException(
                        "%s, but patience is %d: runs that stop early are not compared after the same steps; set patience to 0"
                                .formatted(where, settings.patience()));
            }
            if (byLoss() && settings.learnTemperature()) {
                throw new BadInputException(
                        where
                                + " on the validation loss, but learnTemperature is 1: losses of"
                                + " different temperatures cannot be compared; set it to 0, or rank"
                                + " by a probe");
            }
            if (!byLoss() && settings.probes() == 0) {
                throw new BadInputException(
                        where
                                + " by a probe, but probes is 0; raise it, or say \"halving\":"
                                + " {\"on\": \"validation\"}");
            }
            steps(spec, strategies.size());
        }
    }

    private void checkMeasure(String where, Recipe recipe) {
        if (byLoss()) {
            if (recipe.validation().isEmpty()) {
                throw new BadInputException(
                        where
                                + " on the validation loss but no validation set; name one, or rank"
                                + " by a probe");
            }
            return;
        }
        List<String> known =
                recipe.evaluation().stream().map(source -> PROBE + source.name()).toList();
        if (known.isEmpty()) {
            throw new BadInputException(
                    where
                            + " by a probe but no test collection to take it of; name one, or say"
                            + " \"halving\": {\"on\": \"validation\"}");
        }
        if (on != null && !known.contains(on)) {
            throw new BadInputException(
                    "%s on '%s', which is not measured; it may be one of %s, or validation"
                            .formatted(where, on, String.join(", ", known)));
        }
    }
}
