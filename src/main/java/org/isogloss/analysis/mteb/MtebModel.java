package org.isogloss.analysis.mteb;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.isogloss.base.BadInputException;

/**
 * A model as MTEB names it and keeps its results: {@code model_meta.json}, with the keys it cannot
 * do without. What only the model's maker knows is null.
 */
public record MtebModel(
        @JsonProperty("loader") String loader,
        @JsonProperty("name") String name,
        @JsonProperty("revision") String revision,
        @JsonProperty("release_date") String released,
        @JsonProperty("languages") List<String> languages,
        @JsonProperty("n_parameters") Long parameters,
        @JsonProperty("memory_usage_mb") Double memory,
        @JsonProperty("max_tokens") Double maxTokens,
        @JsonProperty("embed_dim") Integer dimension,
        @JsonProperty("license") String licence,
        @JsonProperty("open_weights") Boolean openWeights,
        @JsonProperty("public_training_code") String trainingCode,
        @JsonProperty("public_training_data") String trainingData,
        @JsonProperty("framework") List<String> framework,
        @JsonProperty("similarity_fn_name") String similarity,
        @JsonProperty("use_instructions") Boolean instructions,
        @JsonProperty("training_datasets") Set<String> trainingDatasets) {
    /** The revision of a model that has none, in MTEB's words. */
    public static final String NO_REVISION = "no_revision_available";

    private static final Pattern NAME = Pattern.compile("[\\w.-]+/[\\w.-]+");
    private static final Pattern REVISION = Pattern.compile("[\\w-][\\w.-]*");

    /**
     * Names a model.
     *
     * @throws BadInputException if the name is not {@code organisation/model}, or the revision
     *     cannot be a folder's name
     */
    public static MtebModel named(String name, String revision) {
        if (!NAME.matcher(name).matches()) {
            throw new BadInputException(
                    "'"
                            + name
                            + "' is no model's name as the Hugging Face hub has it; write"
                            + " organisation/model");
        }
        if (!REVISION.matcher(revision).matches()) {
            throw new BadInputException(
                    "'" + revision + "' cannot be a revision; name a commit such as 1a2b3c4");
        }
        return new MtebModel(
                null, name, revision, null, null, null, null, null, null, null, null, null, null,
                List.of(), null, null, null);
    }

    /** Where a task's results lie under {@code results}: {@code <org>__<model>/<revision>}. */
    public Path folder() {
        return Path.of(name.replace("/", "__"), revision);
    }
}
