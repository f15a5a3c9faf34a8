package org.isogloss.ui.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.isogloss.base.BadInputException;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.Study;
import org.isogloss.experiment.preset.TrainingCost;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunPhase;
import org.isogloss.run.RunShelf;
import org.isogloss.ui.words.Words;

/** Looks at everything but the data that decides whether and how a study can be started. */
final class StudyOutlooks {
    private static final Words WORDS = Words.of(StudyOutlooks.class);

    private final DesignViewModel.Surroundings surroundings;
    private final RunShelf shelf;

    StudyOutlooks(DesignViewModel.Surroundings surroundings) {
        this.surroundings = surroundings;
        this.shelf = surroundings.shelf();
    }

    StudyOutlook at(Study study) {
        List<DraftFlaw> flaws = new ArrayList<>();
        study.backbones()
                .forEach(backbone -> check(backbone, study.recipe().tunedFor(backbone), flaws));
        List<RunFolder> runs = shelf.runs(study.name());
        String free = "";
        boolean taken =
                hasOtherRecipe(study)
                        || study.starts().filter(this::hasOtherRecipe).isPresent()
                        || hasOtherStart(study, runs);
        if (taken) {
            free = free(study);
            flaws.add(
                    new DraftFlaw(DraftFlaw.NAME, WORDS.text("studyOutlooks.taken", study.name())));
        }
        int models = study.plan().size();
        return new StudyOutlook(
                models,
                taken ? models : models - count(study, runs, phase -> phase.doneIn(study)),
                taken ? 0 : count(study, runs, RunPhase.DROPPED::equals),
                surroundings.time().apply(study),
                surroundings.memory().apply(study),
                flaws,
                free);
    }

    private boolean hasOtherRecipe(Study study) {
        return shelf.runs(study.name()).stream()
                .map(run -> run.frozen().spec())
                .anyMatch(run -> !run.recipe().equals(study.recipe().dataFor(run.backbone())));
    }

    /** Runs of the same ids start from other weights: another warm start was there, or none. */
    private boolean hasOtherStart(Study study, List<RunFolder> runs) {
        Map<String, Backbone> planned =
                study.started(start -> folder(start).model()).plan().stream()
                        .collect(Collectors.toMap(ExperimentSpec::id, ExperimentSpec::backbone));
        return runs.stream()
                .map(run -> run.frozen().spec())
                .filter(run -> planned.containsKey(run.id()))
                .anyMatch(run -> !run.backbone().equals(planned.get(run.id())));
    }

    private RunFolder folder(ExperimentSpec spec) {
        return new RunFolder(shelf.path().resolve(spec.study()).resolve(spec.id()));
    }

    private static void check(Backbone backbone, Recipe recipe, List<DraftFlaw> flaws) {
        try {
            int longest = TrainingCost.longestText(recipe.optimisation());
            TrainingCost.of(
                    backbone,
                    new TrainingCost.Plan(
                            recipe.optimisation(),
                            recipe.batches().size(),
                            longest,
                            longest,
                            false));
        } catch (BadInputException refused) {
            flaws.add(
                    new DraftFlaw(
                            DraftFlaw.BACKBONES, backbone.name() + ": " + refused.getMessage()));
        }
    }

    private static int count(Study study, List<RunFolder> runs, Predicate<RunPhase> wanted) {
        Set<String> ids = study.plan().stream().map(ExperimentSpec::id).collect(Collectors.toSet());
        return (int)
                runs.stream()
                        .filter(run -> ids.contains(run.id()))
                        .filter(run -> wanted.test(run.state().phase()))
                        .count();
    }

    private String free(Study study) {
        String stem = study.name().replaceFirst("-\\d+$", "");
        int number = 2;
        while (!shelf.runs(stem + "-" + number).isEmpty()) {
            number++;
        }
        return stem + "-" + number;
    }
}
