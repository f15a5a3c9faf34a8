package org.isogloss.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.analysis.Macro;
import org.isogloss.figure.ColourScale;
import org.isogloss.figure.LanguagePairDifference;
import org.isogloss.figure.LanguagePairHeatmap;
import org.isogloss.figure.Limits;
import org.isogloss.figure.Numbers;
import org.isogloss.figure.Provenance;
import org.isogloss.ui.study.StrategyScores;
import org.isogloss.ui.study.StudySelection;
import org.isogloss.ui.study.StudySnapshot;

/** Turns the selected study's scores into the figures and tables of the place Results. */
public final class ResultsViewModel {
    private final StudySelection selection;
    private final BooleanProperty sideBySide = new SimpleBooleanProperty(true);
    private final StringProperty baseline = new SimpleStringProperty();
    private final ObservableList<String> strategies = FXCollections.observableArrayList();
    private final ObservableList<String> strategiesSeen =
            FXCollections.unmodifiableObservableList(strategies);
    private final ReadOnlyObjectWrapper<List<CollectionResults>> shown =
            new ReadOnlyObjectWrapper<>(List.of());

    public ResultsViewModel(StudySelection selection) {
        this.selection = selection;
        selection.snapshot().addListener((property, before, after) -> update());
        selection.collection().addListener((property, before, after) -> update());
        selection.backbone().addListener((property, before, after) -> update());
        sideBySide.addListener((property, before, after) -> update());
        baseline.addListener((property, before, after) -> update());
        update();
    }

    /** The study, backbone and collection looked at. */
    public StudySelection selection() {
        return selection;
    }

    /** Whether all collections are shown, or the selected one. */
    public BooleanProperty sideBySide() {
        return sideBySide;
    }

    /** The name of the strategy the others are compared with; null while there are no results. */
    public StringProperty baseline() {
        return baseline;
    }

    /** The names of the strategies that have results. */
    public ObservableList<String> strategies() {
        return strategiesSeen;
    }

    /** What is shown, a collection at a time; empty while nothing has been scored. */
    public ReadOnlyObjectProperty<List<CollectionResults>> shown() {
        return shown.getReadOnlyProperty();
    }

    private void update() {
        StudySnapshot study = selection.snapshot().get();
        String backbone = selection.backbone().get();
        List<List<StrategyScores>> all = new ArrayList<>();
        for (String collection : study.collections()) {
            all.add(study.scores(collection, backbone));
        }
        List<String> names =
                all.stream().flatMap(List::stream).map(StrategyScores::name).distinct().toList();
        if (!strategies.equals(names)) {
            strategies.setAll(names);
        }
        if (!names.contains(baseline.get())) {
            // setting it updates once more, then with a baseline
            baseline.set(names.isEmpty() ? null : names.get(0));
        }
        shown.set(collections(all));
    }

    private List<CollectionResults> collections(List<List<StrategyScores>> all) {
        // one scale for the whole study, so that nothing changes colour when the view changes
        List<LanguagePairTable> tables =
                all.stream().flatMap(List::stream).map(StrategyScores::map).toList();
        List<LanguagePairTable> gains =
                all.stream().flatMap(scores -> gains(scores).stream()).toList();
        Scales scales = new Scales(Limits.around(tables), Limits.symmetric(gains));
        List<CollectionResults> results = new ArrayList<>();
        for (List<StrategyScores> scores : all) {
            if (!scores.isEmpty()
                    && (sideBySide.get() || name(scores).equals(selection.collection().get()))) {
                results.add(results(scores, scales));
            }
        }
        return results;
    }

    private CollectionResults results(List<StrategyScores> scores, Scales scales) {
        List<CollectionResults.Panel> heatmaps = new ArrayList<>();
        List<CollectionResults.Panel> differences = new ArrayList<>();
        for (StrategyScores one : scores) {
            LanguagePairHeatmap heatmap =
                    new LanguagePairHeatmap(
                            one.name(),
                            provenance(one, List.of(one)),
                            one.map(),
                            scales.scores,
                            ColourScale.Palette.VIRIDIS);
            heatmaps.add(
                    new CollectionResults.Panel(one.name(), one.style(), averages(one), heatmap));
            if (one.name().equals(baseline.get())) {
                continue;
            }
            baseline(scores).map(base -> difference(one, base, scales)).ifPresent(differences::add);
        }
        return new CollectionResults(name(scores), scales.scores, heatmaps, differences, scores);
    }

    private static String averages(StrategyScores one) {
        Macro mean = one.macro().mean();
        return "mono %s · cross %s · multi %s"
                .formatted(
                        Numbers.score(mean.monolingualMap()),
                        Numbers.score(mean.crossLingualMap()),
                        Numbers.score(mean.multilingualMap()));
    }

    private static String gains(StrategyScores one, StrategyScores base) {
        Macro mean = one.macro().mean();
        Macro from = base.macro().mean();
        return "mono %s · cross %s · multi %s"
                .formatted(
                        Numbers.difference(mean.monolingualMap() - from.monolingualMap()),
                        Numbers.difference(mean.crossLingualMap() - from.crossLingualMap()),
                        Numbers.difference(mean.multilingualMap() - from.multilingualMap()));
    }

    private static CollectionResults.Panel difference(
            StrategyScores one, StrategyScores base, Scales scales) {
        return new CollectionResults.Panel(
                one.name() + " − " + base.name(),
                one.style(),
                gains(one, base),
                new LanguagePairDifference(
                        new LanguagePairDifference.Scores(one.name(), one.map()),
                        new LanguagePairDifference.Scores(base.name(), base.map()),
                        provenance(one, List.of(one, base)),
                        scales.differences,
                        Set.of()));
    }

    private List<LanguagePairTable> gains(List<StrategyScores> scores) {
        return baseline(scores).stream()
                .flatMap(base -> scores.stream().map(one -> one.map().difference(base.map())))
                .toList();
    }

    private Optional<StrategyScores> baseline(List<StrategyScores> scores) {
        return StrategyScores.comparable(scores)
                ? scores.stream().filter(one -> one.name().equals(baseline.get())).findFirst()
                : Optional.empty();
    }

    private static Provenance provenance(StrategyScores one, List<StrategyScores> compared) {
        return new Provenance(
                one.collection(),
                "one pool per answer language",
                0,
                one.questionsPerLanguage(),
                one.seedsInWords(),
                StrategyScores.zeroShot(compared));
    }

    private static String name(List<StrategyScores> scores) {
        return scores.get(0).collection();
    }

    private record Scales(Limits scores, Limits differences) {}
}
