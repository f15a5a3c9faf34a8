package org.isogloss.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Fingerprint;
import org.isogloss.base.Progress;
import org.isogloss.encoder.Interpolation;
import org.isogloss.encoder.ModelDescription;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Interpolated;

/**
 * What stands in the place of training where a run is the mean of two others: their models, which
 * stand beside it in the study's folder, become one.
 */
final class ModelInterpolation {
    private final RunFolder folder;
    private final EventLog log;
    private final Progress progress;

    ModelInterpolation(RunFolder folder, EventLog log, Progress progress) {
        this.folder = folder;
        this.log = log;
        this.progress = progress;
    }

    /**
     * Writes a run's model into the run's folder.
     *
     * @throws BadInputException if one of the two runs is not finished, or was made from other data
     */
    MadeModel make(ExperimentSpec spec) {
        List<RunFolder> sources = spec.sources().stream().map(this::source).toList();
        RunFolder first = sources.get(0);
        RunFolder second = sources.get(1);
        // Both learnt from the same data, so that one verdict holds for their mean
        ZeroShot zeroShot =
                first.zeroShot()
                        .orElseThrow(
                                () ->
                                        BadInputException.in(
                                                first.path(),
                                                "does not say whether its test data were in its"
                                                        + " training data; delete it to train it anew"));
        Interpolated mean = spec.strategy().interpolated().orElseThrow();
        Interpolation models = new Interpolation(first.model(), second.model(), mean.weight());
        ModelDescription description = models.description();
        log.append(new RunEvent.Started(0, 0, description.shape().parameters()));
        progress.at("interpolating", 0, 0);
        ModelCard card =
                new ModelCard(
                        spec,
                        description.input().prompts(),
                        origin(mean, first, second),
                        zeroShot,
                        List.of());
        models.write(folder.model(), card.text());
        return new MadeModel(0, card);
    }

    private RunFolder source(String id) {
        Path path = folder.path().resolveSibling(id);
        if (!RunFolder.isOne(path)) {
            throw BadInputException.in(
                    path, "is not there, but " + folder.id() + " is a mean of it; run it first");
        }
        RunFolder source = RunFolder.open(path);
        if (source.state().phase() != RunPhase.FINISHED) {
            throw BadInputException.in(
                    path,
                    "is not finished, but " + folder.id() + " is a mean of it; finish it first");
        }
        if (!source.frozen().sha256().equals(folder.frozen().sha256())) {
            throw BadInputException.in(
                    path,
                    "was made from other data or weights than "
                            + folder.id()
                            + ", which is a mean of it; delete the one that is out of date");
        }
        return source;
    }

    private static String origin(Interpolated mean, RunFolder first, RunFolder second) {
        return String.format(
                Locale.ROOT,
                "The weighted mean of two models trained by Isogloss, weight by weight: θ = a A +"
                        + " (1 − a) B with a = %s, made without training (Wortsman et al., \"Robust"
                        + " fine-tuning of zero-shot models\", 2022).\n\n- A: the model of run `%s`, model.safetensors"
                        + " with SHA-256 `%s`\n- B: the model of run `%s`, with SHA-256 `%s`",
                mean.weight(),
                first.id(),
                weights(first),
                second.id(),
                weights(second));
    }

    private static String weights(RunFolder run) {
        return Fingerprint.of(run.model().resolve("model.safetensors"));
    }
}
