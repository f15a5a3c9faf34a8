package org.isogloss.experiment;

import java.util.Locale;
import java.util.Map;
import org.isogloss.base.BadInputException;

/**
 * A batch strategy with its parameters.
 *
 * @param id the strategy's id: {@code hybrid}
 * @param parameters its parameters by id: {@code {"alpha": 0.5}}; absent ones take their standard
 *     value
 */
public record StrategyChoice(String id, Map<String, Double> parameters) {
    public StrategyChoice {
        if (id == null || !id.matches("[a-z0-9-]+")) {
            throw new BadInputException(
                    "strategy '"
                            + id
                            + "' must be made of small letters, digits and hyphens, because it"
                            + " becomes part of a folder's name");
        }
        parameters = Complete.numbers(parameters);
    }

    /** A strategy without parameters. */
    public static StrategyChoice of(String id) {
        return new StrategyChoice(id, Map.of());
    }

    /** The choice as part of a run's id: {@code hybrid-0.50}. */
    public String slug() {
        StringBuilder slug = new StringBuilder(id);
        parameters.values().forEach(v -> slug.append('-').append(number(v)));
        return slug.toString();
    }

    private static String number(double value) {
        String shortest = String.format(Locale.ROOT, "%.2f", value);
        return Double.parseDouble(shortest) == value ? shortest : Double.toString(value);
    }
}
