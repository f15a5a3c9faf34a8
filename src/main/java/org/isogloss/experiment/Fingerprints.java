package org.isogloss.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Fingerprint;

/**
 * The SHA-256 of everything a spec reads; a file named by several specs is read once.
 *
 * <p>Not thread-safe.
 */
public final class Fingerprints {
    private final Map<String, String> known = new HashMap<>();

    /**
     * The fingerprints of a spec's data sets and weights, by path.
     *
     * @throws BadInputException if one of them does not exist
     */
    public Map<String, String> of(ExperimentSpec spec) {
        Map<String, String> prints = new LinkedHashMap<>();
        for (String path : paths(spec)) {
            if (!Files.exists(Path.of(path))) {
                throw BadInputException.in(
                        Path.of(path),
                        "does not exist, but the spec of " + spec.id() + " names it");
            }
            prints.put(
                    path, known.computeIfAbsent(path, unread -> Fingerprint.of(Path.of(unread))));
        }
        return prints;
    }

    private static List<String> paths(ExperimentSpec spec) {
        Recipe recipe = spec.recipe();
        List<String> paths = new ArrayList<>();
        recipe.training().stream().map(TrainingSet::path).forEach(paths::add);
        recipe.validation().stream().map(DataSource::path).forEach(paths::add);
        recipe.evaluation().stream().map(DataSource::path).forEach(paths::add);
        spec.backbone().directory().map(Path::toString).ifPresent(paths::add);
        return paths;
    }
}
