package org.isogloss.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.Macro;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.overlap.OverlapVerdict;
import org.isogloss.encoder.Prompts;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.TrainingSet;

/**
 * The README of a trained model's directory: what it is, how good, from which data, and how to use
 * and to remake it.
 *
 * @param origin how its weights came about, in a sentence or two
 * @param scores the model on each test collection; empty until it is scored
 */
record ModelCard(
        ExperimentSpec spec,
        Prompts prompts,
        String origin,
        ZeroShot zeroShot,
        List<Evaluation> scores) {
    ModelCard {
        scores = List.copyOf(scores);
    }

    /** The card once the model is scored. */
    ModelCard with(List<Evaluation> found) {
        return new ModelCard(spec, prompts, origin, zeroShot, found);
    }

    String text() {
        return """
        ---
        library_name: sentence-transformers
        pipeline_tag: sentence-similarity
        ---
        # %s
        %s

        ```python
        from sentence_transformers import SentenceTransformer
        model = SentenceTransformer("path/to/this/folder")
        ```
        Vectors have length 1; compare them by their dot product. Question prefix: %s; passage prefix: %s.

        ## Scores
        %s

        ## Data and licences
        %s

        The licences of the backbone and of the training data hold for these weights.

        Test collections were compared with all training texts of this run; what the backbone was trained on before is not known.
        %s

        ## Spec
        ```json
        %s
        ```
        """
                .formatted(
                        spec.id(),
                        origin,
                        quoted(prompts.question()),
                        quoted(prompts.passage()),
                        scores.isEmpty() ? "Not scored yet." : table(),
                        data(),
                        verdicts(),
                        JsonFile.text(spec.withFileNames()));
    }

    private String table() {
        return scores.stream()
                .map(ModelCard::row)
                .collect(
                        Collectors.joining(
                                "\n",
                                "Macro averages over languages; rank distance in ranks, lower is"
                                        + " fairer.\n\n"
                                        + "| collection | mAP monolingual | cross-lingual |"
                                        + " multilingual | rank distance | own language first |\n"
                                        + "|---|---|---|---|---|---|\n",
                                ""));
    }

    private static String row(Evaluation evaluation) {
        Macro macro = evaluation.macro();
        return String.format(
                Locale.ROOT,
                "| `%s` | %.4f | %.4f | %.4f | %.1f | %.4f |",
                evaluation.collection(),
                macro.monolingualMap(),
                macro.crossLingualMap(),
                macro.multilingualMap(),
                macro.rankDistance(),
                macro.ownLanguageTop1());
    }

    private String data() {
        Stream<String> backbone =
                spec.backbone().directory().stream().map(path -> source("backbone", path));
        Stream<String> training =
                spec.recipe().training().stream()
                        .map(TrainingSet::path)
                        .map(path -> source("training data", Path.of(path)));
        return Stream.concat(backbone, training).collect(Collectors.joining("\n"));
    }

    private static String source(String role, Path path) {
        return "- %s `%s`: %s"
                .formatted(
                        role,
                        path.getFileName(),
                        LicenceFile.near(path)
                                .map(licence -> "see its " + licence)
                                .orElse("no licence file stands beside it; ask its makers"));
    }

    private String verdicts() {
        return zeroShot.report().verdicts().stream()
                .map(OverlapVerdict::evaluation)
                .map(name -> "- `" + name + "`: " + zeroShot.sentence(name))
                .collect(Collectors.joining("\n"));
    }

    private static String quoted(String prefix) {
        return prefix.isEmpty() ? "none" : "`" + prefix + "`";
    }
}
