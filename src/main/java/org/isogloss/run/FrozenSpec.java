package org.isogloss.run;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.isogloss.experiment.ExperimentSpec;

/**
 * A run's spec as it was when the run was made, with what it needs to be repeated: {@code
 * spec.json}.
 *
 * @param version the Isogloss version that made it
 * @param spec the spec, its paths absolute
 * @param sha256 the SHA-256 of every data set and weight it names, by path
 */
public record FrozenSpec(String version, ExperimentSpec spec, Map<String, String> sha256) {
    public FrozenSpec {
        sha256 = Collections.unmodifiableMap(new TreeMap<>(sha256));
    }
}
