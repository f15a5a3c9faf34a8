package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Fingerprints;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.Study;
import org.isogloss.experiment.TrainingSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyGuardTest {
    @TempDir private Path folder;
    private Study study;
    private RunFolder first;
    private ZeroShot zeroShot;

    @BeforeEach
    void findOnce() throws IOException {
        study =
                TinyStudy.in(
                        folder,
                        20,
                        List.of(
                                StrategyChoice.of("monolingual"),
                                StrategyChoice.of("cross-lingual")));
        first = create(study.plan().get(0));
        Recipe recipe = study.recipe();
        zeroShot =
                ZeroShot.of(
                        recipe.training().stream().map(TrainingSet::items).toList(),
                        List.of(),
                        EarlierTraining.Texts.NONE,
                        recipe.evaluation().stream()
                                .map(set -> set.dataset(PoolPlace.NONE).collectionToScoreOn())
                                .toList(),
                        false,
                        Progress.NONE,
                        Cancellation.NEVER);
        first.saveZeroShot(zeroShot);
    }

    @Test
    void whatWasFoundForOneRunHoldsForAnotherOfTheSameData() {
        RunFolder second = create(study.plan().get(1));

        assertThat(new StudyGuard(second).found()).contains(zeroShot);
        assertThat(new StudyGuard(first).found()).as("its own is not another's").isEmpty();
    }

    @Test
    void isAskedAnewWhereDataHaveChanged() {
        Map<String, String> prints = new HashMap<>(new Fingerprints().of(study.plan().get(1)));
        prints.replaceAll((path, print) -> path.endsWith("held-out.jsonl") ? "another" : print);
        RunFolder second = RunFolder.create(folder.resolve("runs"), study.plan().get(1), prints);

        assertThat(new StudyGuard(second).found()).isEmpty();
    }

    @Test
    void isAskedAnewForOtherTrainingData() {
        TrainingSet other = TrainingSet.of(folder.resolve("validation.jsonl").toString());
        Study others =
                new Study(
                        study.name(),
                        study.title(),
                        study.strategies(),
                        List.of(study.backbones().get(0).named("other").trainedOn(List.of(other))),
                        study.seeds(),
                        study.recipe());

        assertThat(new StudyGuard(create(others.plan().get(1))).found()).isEmpty();
    }

    @Test
    void aRunThatCannotBeReadIsPassedOver() throws IOException {
        Path broken = first.path().resolveSibling("a-broken-one");
        Files.createDirectories(broken);
        Files.writeString(broken.resolve("spec.json"), "{");

        assertThat(new StudyGuard(create(study.plan().get(1))).found()).contains(zeroShot);
    }

    private RunFolder create(ExperimentSpec spec) {
        return RunFolder.create(folder.resolve("runs"), spec, new Fingerprints().of(spec));
    }
}
