package org.isogloss.figure;

import java.util.List;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import tools.jackson.core.JacksonException;

/**
 * A figure as it stands in a file: all it is made of, so that it is drawn the same again even where
 * its runs are gone.
 *
 * @param kind what it is: the simple name of its class
 * @param name the id it stands under if that is not its own; empty otherwise
 * @param content its parts
 */
public record KeptFigure(String kind, String name, Object content) {
    private static final List<Class<? extends Figure>> KINDS =
            List.of(
                    AlphaCurve.class,
                    DistanceShift.class,
                    ErasureCurve.class,
                    LanguageMap.class,
                    LanguagePairDifference.class,
                    LanguagePairHeatmap.class,
                    MeasureByLanguage.class,
                    MeasureBySize.class,
                    ParallelCoverage.class,
                    ParetoFront.class,
                    PoolHeatmap.class,
                    ProbeCurves.class,
                    RankDistanceByLanguage.class,
                    RankLanes.class,
                    RunCurves.class,
                    SamplingHeatmap.class,
                    ScoreByLanguage.class,
                    TextLengths.class,
                    TopTenOwnership.class);

    /** A figure to be written. */
    public static KeptFigure of(Figure figure) {
        return figure instanceof NamedFigure named
                ? new KeptFigure(kind(named.figure()), named.id(), named.figure())
                : new KeptFigure(kind(figure), "", figure);
    }

    private static String kind(Figure figure) {
        return figure.getClass().getSimpleName();
    }

    /**
     * The figure that was written.
     *
     * @throws BadInputException if this version of the program does not know it
     */
    public Figure figure() {
        Class<? extends Figure> type =
                KINDS.stream()
                        .filter(known -> known.getSimpleName().equals(kind))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new BadInputException(
                                                "no figure is called ’%s’; keep it again in this version"
                                                        .formatted(kind)));
        try {
            Figure figure = JsonFile.convert(content, type);
            return name.isEmpty() ? figure : new NamedFigure(name, figure);
        } catch (JacksonException e) {
            throw new BadInputException(
                    "a figure ’%s’ does not fit this version of the program; keep it again"
                            .formatted(kind),
                    e);
        }
    }
}
