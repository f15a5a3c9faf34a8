package org.isogloss.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.isogloss.figure.Figure;
import org.isogloss.run.KeptScores;

/**
 * Every figure of a study that its finished runs give, heatmaps of a measure on one scale for all
 * collections and backbones. No two figures have the same id.
 *
 * @param collections each backbone's test collections, in the study's order
 * @param sizes what the size of the model does on each collection, where there are several
 * @param sizeProblems why there are no trends by size though there are models enough
 * @param learning what runs told while they trained
 */
public record StudyFigures(
        List<CollectionFigures> collections,
        List<SizeFigures> sizes,
        List<String> sizeProblems,
        List<Figure> learning) {
    public StudyFigures {
        collections = List.copyOf(collections);
        sizes = List.copyOf(sizes);
        sizeProblems = List.copyOf(sizeProblems);
        learning = List.copyOf(learning);
    }

    /**
     * Reads all results and makes all tests, which takes seconds for each collection.
     *
     * @param measures what there are heatmaps of, at least one
     * @throws org.isogloss.base.BadInputException if runs have no scores of a measure
     */
    public static StudyFigures of(StudySnapshot study, List<CellMeasure> measures) {
        List<List<StrategyScores>> all = new ArrayList<>();
        for (String backbone : study.backbones()) {
            for (String collection : study.collections()) {
                all.add(study.scores(collection, backbone));
            }
        }
        all.removeIf(List::isEmpty);
        String baseline = all.isEmpty() ? "" : all.get(0).get(0).name();
        KeptScores kept = new KeptScores();
        Map<CellMeasure, Heatmaps> heatmaps = new LinkedHashMap<>();
        for (CellMeasure measure : measures) {
            CellScores cells = CellScores.of(study, all, measure, kept);
            heatmaps.put(
                    measure,
                    Heatmaps.of(
                            study,
                            all,
                            cells,
                            baseline,
                            LanguageOrder.DATA,
                            TrainingExposure.UNKNOWN));
        }
        List<CollectionFigures> collections = new ArrayList<>();
        Anchors names = new Anchors();
        for (List<StrategyScores> scores : all) {
            CollectionFigures one = CollectionFigures.of(study, scores, heatmaps, kept);
            String model = study.backbones().size() > 1 ? "-" + one.backbone() : "";
            collections.add(one.named(names.of(one.collection() + model, "collection")));
        }
        Anchors sized = new Anchors();
        Set<String> problems = new LinkedHashSet<>();
        List<SizeFigures> sizes =
                SizeFigures.of(study, kept, problems).stream()
                        .map(one -> one.named("-" + sized.of(one.collection(), "collection")))
                        .toList();
        return new StudyFigures(
                collections, sizes, List.copyOf(problems), new LearningCurves(study).figures());
    }

    /** All figures in the order of a paper. */
    public List<Figure> all() {
        return Stream.of(
                        collections.stream().flatMap(CollectionFigures::all),
                        sizes.stream().flatMap(one -> one.all().stream()),
                        learning.stream())
                .flatMap(figures -> figures)
                .toList();
    }
}
