package org.isogloss.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.isogloss.base.BadInputException;
import org.isogloss.batch.BatchStrategies;

/**
 * A batch strategy with its parameters, or what is compared with strategies but not trained: the
 * mean of two of their models.
 *
 * <pre>{@code
 * {"id": "hybrid", "parameters": {"alpha": 0.5}}
 * {"id": "interpolation", "parameters": {"weight": 0.5}, "of": ["hybrid-0.10", "hybrid-0.90"]}
 * }</pre>
 *
 * @param id the strategy's id: {@code hybrid}; or {@code interpolation}
 * @param parameters its parameters by id: {@code {"alpha": 0.5}}; absent ones take their standard
 *     value
 * @param of the two rows of an interpolation; empty for monolingual and cross-lingual, and for
 *     batch strategies
 */
public record StrategyChoice(
        String id,
        Map<String, Double> parameters,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> of) {
    /**
     * @throws BadInputException if the id cannot name a folder, or an interpolation is not one of
     *     two rows
     */
    public StrategyChoice {
        if (id == null || !id.matches("[a-z0-9-]+")) {
            throw new BadInputException(
                    "strategy '"
                            + id
                            + "' must be made of small letters, digits and hyphens, because it"
                            + " becomes part of a folder's name");
        }
        parameters = Complete.numbers(parameters);
        of = Complete.list(of, "rows of an interpolation");
        if (!of.isEmpty() && !id.equals(Interpolated.ID)) {
            throw new BadInputException(
                    "strategy '"
                            + id
                            + "' is \"of\" nothing; only an interpolation is of two rows");
        }
    }

    /** A batch strategy, or an interpolation of monolingual and cross-lingual models. */
    public StrategyChoice(String id, Map<String, Double> parameters) {
        this(id, parameters, List.of());
    }

    /** A strategy without parameters. */
    public static StrategyChoice of(String id) {
        return new StrategyChoice(id, Map.of());
    }

    /** What it is the mean of; empty if it is trained. */
    public Optional<Interpolated> interpolated() {
        return id.equals(Interpolated.ID) ? Optional.of(Interpolated.of(this)) : Optional.empty();
    }

    /** True if its models are trained, on batches. */
    public boolean trained() {
        return interpolated().isEmpty();
    }

    /** What its batches look like, or what it is the mean of, in a sentence. */
    public String meaning() {
        return interpolated()
                .map(Interpolated::meaning)
                .orElseGet(() -> BatchStrategies.byId(id).meaning());
    }

    /** The choice as part of a run's id: {@code hybrid-0.50}. */
    public String slug() {
        StringBuilder slug = new StringBuilder(id);
        parameters.values().forEach(v -> slug.append('-').append(number(v)));
        of.forEach(row -> slug.append('-').append(row));
        return slug.toString();
    }

    private static String number(double value) {
        String shortest = String.format(Locale.ROOT, "%.2f", value);
        return Double.parseDouble(shortest) == value ? shortest : Double.toString(value);
    }
}
