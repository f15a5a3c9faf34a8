package org.isogloss.run;

import java.util.stream.Collectors;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.overlap.OverlapVerdict;
import org.isogloss.encoder.Prompts;
import org.isogloss.experiment.ExperimentSpec;

/** The README of a trained model's directory: what it is, and how to use and to remake it. */
record ModelCard(ExperimentSpec spec, Prompts prompts, int step, ZeroShot zeroShot) {

    String text() {
        return """
        ---
        library_name: sentence-transformers
        pipeline_tag: sentence-similarity
        ---
        # %s
        A multilingual retrieval encoder trained by Isogloss with %s batches, study `%s`, seed %d; weights of step %d.

        ```python
        from sentence_transformers import SentenceTransformer
        model = SentenceTransformer("path/to/this/folder")
        ```
        Vectors have length 1; compare them by their dot product. Question prefix: %s; passage prefix: %s.

        ## Evaluation data and training data
        %s

        ## Spec
        ```json
        %s
        ```
        The licences of the backbone and of the training data hold for these weights.
        """
                .formatted(
                        spec.id(),
                        spec.strategy().slug(),
                        spec.study(),
                        spec.seed(),
                        step,
                        quoted(prompts.question()),
                        quoted(prompts.passage()),
                        verdicts(),
                        JsonFile.text(spec.withFileNames()));
    }

    private String verdicts() {
        return zeroShot.report().verdicts().stream()
                .map(OverlapVerdict::evaluation)
                .map(name -> "- `" + name + "`: " + zeroShot.sentence(name))
                .collect(
                        Collectors.joining(
                                "\n",
                                "Compared with all training texts of this run; what the backbone"
                                        + " was trained on before is not known.\n",
                                ""));
    }

    private static String quoted(String prefix) {
        return prefix.isEmpty() ? "none" : "`" + prefix + "`";
    }
}
