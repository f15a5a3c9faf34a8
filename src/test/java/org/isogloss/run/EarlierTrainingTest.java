package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.corpus.overlap.OverlapVerdict;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Fingerprints;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.Study;
import org.isogloss.experiment.TrainingSet;
import org.isogloss.experiment.WarmStart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierTrainingTest {
    @TempDir private Path folder;
    private Study study;

    @BeforeEach
    void makeData() throws IOException {
        study = TinyStudy.in(folder, 20);
    }

    @Test
    void whatAWarmStartLearntFromIsHeldAgainstTheRunsThatStartFromIt() {
        ExperimentSpec run = startedOn("held-out.jsonl");

        ZeroShot found = guard(run);

        OverlapVerdict verdict = found.report().verdict("held-out");
        assertThat(verdict.outcome()).isEqualTo(OverlapVerdict.Outcome.OVERLAP);
        assertThat(verdict.questions()).isEqualTo(60);
        assertThat(found.lost()).isEmpty();
    }

    @Test
    void whatItCannotBeFreedOfIsSaidThoughOverlapIsLeftOut() {
        Study spoilt =
                new Study(
                        study.name(),
                        study.title(),
                        study.strategies(),
                        List.of(startedOn("held-out.jsonl").backbone()),
                        study.seeds(),
                        study.recipe());

        ZeroShot found = guard(spoilt.withoutOverlap().plan().get(0));

        assertThat(found.report().verdict("held-out").outcome())
                .isEqualTo(OverlapVerdict.Outcome.OVERLAP);
    }

    @Test
    void aModelFromElsewhereHasNoEarlierTrainingThatIsKnown() throws IOException {
        Path model = Files.createDirectories(folder.resolve("downloaded/model"));

        assertThat(EarlierTraining.of(Backbone.at("other", model)).runs()).isEmpty();
        assertThat(EarlierTraining.of(study.backbones().get(0)).runs()).isEmpty();
    }

    @Test
    void goesBackThroughAllRunsThatLedToTheModel() {
        ExperimentSpec second = startedOn("validation.jsonl");
        RunFolder trained = create(second);

        EarlierTraining before = EarlierTraining.of(Backbone.at("third", trained.model()));

        assertThat(before.runs()).hasSize(2).startsWith(trained);
        assertThat(before.texts(PoolPlace.NONE).training())
                .extracting(ParallelCorpus::name)
                .containsExactly("train", "validation");
    }

    @Test
    void dataThatHaveChangedSinceAreNamedInTheVerdict() throws IOException {
        ExperimentSpec run = startedOn("validation.jsonl");
        Files.writeString(folder.resolve("validation.jsonl"), "\n", StandardOpenOption.APPEND);

        ZeroShot found = guard(run);

        assertThat(found.lost()).contains("validation.jsonl");
        assertThat(found.sentence("held-out"))
                .contains("not compared")
                .contains("validation.jsonl");
    }

    @Test
    void anotherRunsFindingDoesNotHoldForAnotherWarmStart() {
        Study both =
                new Study(
                        "tiny",
                        "Tiny",
                        List.of(StrategyChoice.of("monolingual")),
                        List.of(
                                startedOn("validation.jsonl").backbone().named("clean"),
                                startedOn("held-out.jsonl").backbone().named("spoilt")),
                        List.of(1L, 2L),
                        study.recipe());
        List<ExperimentSpec> plan = both.plan();
        RunFolder clean = create(plan.get(0));
        clean.saveZeroShot(guard(plan.get(0)));

        assertThat(new StudyGuard(create(plan.get(1))).found()).as("spoilt").isEmpty();
        assertThat(new StudyGuard(create(plan.get(2))).found()).as("the same start").isPresent();
    }

    /** A run of the study whose backbone was trained on other data before. */
    private ExperimentSpec startedOn(String data) {
        Recipe own = study.recipe();
        Recipe other =
                new Recipe(
                        List.of(TrainingSet.of(folder.resolve(data).toString())),
                        List.of(),
                        own.evaluation(),
                        own.batches(),
                        own.optimisation(),
                        null);
        Study warmed =
                new Study(
                        "tiny-" + data.replaceAll("\\W.*", ""),
                        "Tiny",
                        study.strategies(),
                        study.backbones(),
                        study.seeds(),
                        own,
                        new WarmStart(StrategyChoice.of("monolingual"), 1, other),
                        null);
        return warmed.started(start -> create(start).model()).plan().get(0);
    }

    private ZeroShot guard(ExperimentSpec spec) {
        Recipe recipe = spec.recipe();
        List<TestCollection> collections =
                recipe.evaluation().stream()
                        .map(set -> set.dataset(PoolPlace.NONE).collectionToScoreOn())
                        .toList();
        return ZeroShot.of(
                recipe.training().stream().map(TrainingSet::items).toList(),
                List.of(),
                EarlierTraining.of(spec.backbone()).texts(PoolPlace.NONE),
                collections,
                recipe.excludeOverlap(),
                Progress.NONE,
                Cancellation.NEVER);
    }

    private RunFolder create(ExperimentSpec spec) {
        Path runs = folder.resolve("runs");
        spec.backbone().directory().ifPresent(EarlierTrainingTest::standIn);
        return RunFolder.create(runs, spec, new Fingerprints().of(spec));
    }

    /** The guard asks only where a model lies, so that none need be trained. */
    private static void standIn(Path model) {
        try {
            Files.createDirectories(model);
            Files.writeString(model.resolve("config.json"), "{}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
