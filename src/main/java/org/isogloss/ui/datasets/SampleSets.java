package org.isogloss.ui.datasets;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.isogloss.corpus.catalogue.Role;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.Study;

/**
 * The data sets a study names, with what it uses them for.
 *
 * @param roles by data set, in the study's order
 */
record SampleSets(Map<DataSource, Set<Role>> roles) {
    /** Reads a study's file. */
    static SampleSets of(Path study) {
        Recipe recipe = Study.read(study).recipe();
        Map<DataSource, Set<Role>> roles = new LinkedHashMap<>();
        recipe.training().forEach(set -> add(roles, set.source(), Role.TRAINING));
        recipe.validation().forEach(set -> add(roles, set, Role.VALIDATION));
        recipe.evaluation().forEach(set -> add(roles, set, Role.EVALUATION));
        return new SampleSets(roles);
    }

    private static void add(Map<DataSource, Set<Role>> roles, DataSource set, Role role) {
        roles.computeIfAbsent(set, key -> EnumSet.noneOf(Role.class)).add(role);
    }
}
