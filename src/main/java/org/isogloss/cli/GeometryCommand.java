package org.isogloss.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.base.Progress;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.format.Dataset;
import org.isogloss.corpus.format.DatasetFormats;
import org.isogloss.corpus.overlap.OverlapVerdict;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.LanguageMap;
import org.isogloss.figure.Provenance;
import org.isogloss.figure.export.FigureFormats;
import org.isogloss.figure.export.FigureSize;
import org.isogloss.retrieval.geometry.LanguageErasure;
import org.isogloss.retrieval.geometry.LanguageErasures;
import org.isogloss.run.CollectionVectors;
import org.isogloss.run.LanguageGeometry;
import org.isogloss.run.ModelEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores a model again after its vectors have lost what tells their language. */
@Command(
        name = "geometry",
        description = {
            "How much language bias goes away without training: take out of the vectors of a data"
                    + " set what tells their language, and score them again at once.",
            "What is taken out is learnt from these vectors; questions and passages each by"
                    + " themselves."
        },
        mixinStandardHelpOptions = true)
final class GeometryCommand implements Callable<Integer> {
    @Spec CommandSpec command;
    private final Cancellation stop;
    @Mixin ScoringOptions scored;

    @Option(
            names = "--erase",
            paramLabel = "NAME[:K]",
            split = ",",
            description =
                    "centring, shared-directions:K or own-components:K, where K directions are taken"
                            + " out (default: each, with 1, 2 and 4 directions).")
    List<String> erasures = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where to keep the vectors, for NumPy and for the next call, and geometry.json.")
    Path out;

    @Option(
            names = "--map",
            paramLabel = "FILE",
            description =
                    "Draw questions and passages by their two principal components, as an .svg, .png"
                            + " or .csv: as they are or, with one --erase, what is left of them.")
    Path map;

    GeometryCommand(Cancellation stop) {
        this.stop = stop;
    }

    /** An erasure and how many directions it is to take out. */
    private record Erased(LanguageErasure erasure, int directions) {
        String name() {
            return directions == 0 ? erasure.id() : erasure.id() + ":" + directions;
        }

        static Erased of(String text) {
            int colon = text.indexOf(':');
            LanguageErasure erasure =
                    LanguageErasures.byId(colon < 0 ? text : text.substring(0, colon));
            if (erasure.countsDirections() != colon >= 0) {
                throw new BadInputException(
                        "--erase "
                                + text
                                + (colon < 0
                                        ? ": say how many directions, such as " + text + ":2"
                                        : ": it takes out no number of directions; leave out the"
                                                + " colon"));
            }
            String number = text.substring(colon + 1);
            if (colon >= 0 && !number.matches("[1-9][0-9]{0,5}")) {
                throw new BadInputException(
                        "--erase " + text + ": '" + number + "' is no number of directions");
            }
            return new Erased(erasure, colon < 0 ? 0 : Integer.parseInt(number));
        }
    }

    @Override
    public Integer call() {
        if (out != null) {
            OutputPlace.requireFolder(out);
        }
        if (map != null) {
            OutputPlace.requireFile(map);
            FigureFormats.byId(ending(map));
        }
        List<Erased> asked = erasures.stream().map(Erased::of).toList();
        TestCollection collection =
                DatasetFormats.read(scored.data, scored.reading.options()).collectionToScoreOn();
        Progress progress = ConsoleProgress.of(command);
        try (ModelEvaluation evaluation = scored.evaluation()) {
            CollectionVectors vectors =
                    evaluation.vectors(collection, Optional.ofNullable(out), progress, stop);
            LanguageGeometry geometry =
                    new LanguageGeometry(
                            collection, vectors, OverlapVerdict.NOT_CHECKED, evaluation.device());
            List<LanguageGeometry.Outcome> outcomes = new ArrayList<>();
            outcomes.add(geometry.untouched(progress, stop));
            for (Erased each : asked.isEmpty() ? standard(collection) : asked) {
                outcomes.add(geometry.without(each.erasure(), each.directions(), progress, stop));
            }
            if (map != null) {
                draw(asked, vectors);
            }
            if (out != null) {
                JsonFile.write(out.resolve("geometry.json"), outcomes);
            }
            PrintWriter print = command.commandLine().getOut();
            new GeometryTable(outcomes).lines().forEach(print::println);
            return ExitCode.OK;
        }
    }

    private void draw(List<Erased> asked, CollectionVectors vectors) {
        boolean one = asked.size() == 1;
        LanguageMap figure =
                LanguageMap.of(
                        one ? "after " + asked.get(0).name() : "as they are",
                        one
                                ? vectors.without(asked.get(0).erasure(), asked.get(0).directions())
                                : vectors,
                        new Provenance(
                                Dataset.nameOf(scored.data),
                                Dataset.nameOf(scored.model.directory()),
                                0,
                                0,
                                "",
                                OverlapVerdict.NOT_CHECKED));
        FigureFormats.byId(ending(map))
                .write(figure, ChartStyle.paper(), FigureSize.millimetres(160, 120, 300), map);
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Each erasure with 1, 2 and 4 directions, as far as the collection has languages for them. */
    private static List<Erased> standard(TestCollection collection) {
        int most =
                Math.min(collection.questionLanguages().size(), collection.answerLanguages().size())
                        - 1;
        List<Erased> all = new ArrayList<>();
        for (LanguageErasure erasure : LanguageErasures.all()) {
            if (!erasure.countsDirections()) {
                all.add(new Erased(erasure, 0));
            } else {
                for (int directions = 1; directions <= Math.min(4, most); directions *= 2) {
                    all.add(new Erased(erasure, directions));
                }
            }
        }
        return all;
    }
}
