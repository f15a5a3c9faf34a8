package org.isogloss.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.catalogue.KnownDataset;
import org.isogloss.corpus.catalogue.KnownDatasets;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.Study;
import org.isogloss.experiment.TrainingSet;

/**
 * Says before the first run which data of a study are not there, and how those that the field knows
 * are had. A path is taken for a known data set if its last name is that one's id.
 */
record MissingData(KnownDatasets known) {

    /**
     * @throws BadInputException naming everything that is missing, each with its remedy
     */
    void refuse(Study study) {
        Set<Path> paths = paths(study.recipe());
        study.backbones()
                .forEach(backbone -> paths.addAll(paths(study.recipe().dataFor(backbone))));
        if (study.warmStart() != null) {
            paths.addAll(paths(study.warmStart().recipe()));
        }
        List<String> problems = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                problems.add(path + " is not there" + remedy(path));
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInputException(String.join(System.lineSeparator(), problems));
        }
    }

    private static Set<Path> paths(Recipe recipe) {
        Set<Path> paths = new LinkedHashSet<>();
        Stream.of(
                        recipe.training().stream().map(TrainingSet::path),
                        recipe.validation().stream().map(DataSource::path),
                        recipe.evaluation().stream().map(DataSource::path))
                .flatMap(several -> several)
                .map(Path::of)
                .forEach(paths::add);
        return paths;
    }

    private String remedy(Path path) {
        String name = path.getFileName().toString();
        Optional<KnownDataset> dataset =
                known.all().stream().filter(one -> one.id().equals(name)).findFirst();
        if (dataset.isEmpty()) {
            return "; put it there, or correct its path in the study";
        }
        return dataset.get().fetched()
                ? "; isogloss data fetch " + name + " --to " + path + " brings it"
                : "; " + dataset.get().title() + " is not fetched: " + dataset.get().byHand();
    }
}
