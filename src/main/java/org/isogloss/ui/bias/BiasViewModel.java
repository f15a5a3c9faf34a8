package org.isogloss.ui.bias;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.isogloss.analysis.Evaluation;
import org.isogloss.corpus.Lang;
import org.isogloss.figure.LanguageMap;
import org.isogloss.figure.Provenance;
import org.isogloss.figure.RankDistanceByLanguage;
import org.isogloss.figure.TopTenOwnership;
import org.isogloss.launch.BenchProcess;
import org.isogloss.report.StrategyScores;
import org.isogloss.run.RunFolder;
import org.isogloss.ui.study.FoundRankings;
import org.isogloss.ui.study.StudySelection;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.words.Words;

/** Turns the selected study's scores into the figures and table of the place Bias. */
public final class BiasViewModel {
    private static final Words WORDS = Words.of(BiasViewModel.class);

    private final StudySelection selection;
    private final MeasuresViewModel measures;
    private final ComparedRuns runs;
    private final MicroscopeViewModel microscope;
    private final MapViewModel map;
    private final ObjectProperty<Optional<Lang>> language =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Bias>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * What is shown.
     *
     * @param rankDistance by question language, all strategies in one
     * @param ownership whose language fills the top 10, a panel a strategy
     * @param ownLanguage how often the best candidate is in the question's language
     */
    public record Bias(
            RankDistanceByLanguage rankDistance,
            TopTenOwnership ownership,
            List<OwnLanguage> ownLanguage) {
        public Bias {
            ownLanguage = List.copyOf(ownLanguage);
        }
    }

    /** One question language: a share for each strategy, in the study's order. */
    public record OwnLanguage(Lang language, List<StrategyScores> strategies, List<Double> shares) {
        public OwnLanguage {
            strategies = List.copyOf(strategies);
            shares = List.copyOf(shares);
        }
    }

    /**
     * @param rankings what single questions are looked up in
     * @param tasks reads reports and rankings
     * @param erasing measures language erasures of runs on a collection in a process of its own
     */
    public BiasViewModel(
            StudySelection selection,
            FoundRankings rankings,
            BackgroundTasks tasks,
            BiFunction<List<RunFolder>, String, BenchProcess.Running> erasing) {
        this.selection = selection;
        measures = new MeasuresViewModel(selection, tasks);
        runs = new ComparedRuns(selection, rankings, tasks);
        microscope = new MicroscopeViewModel(runs);
        map = new MapViewModel(runs, language, tasks, erasing);
        selection.snapshot().addListener((property, before, after) -> update());
        selection.collection().addListener((property, before, after) -> update());
        selection.backbone().addListener((property, before, after) -> update());
        update();
    }

    /** The study, backbone and collection looked at. */
    public StudySelection selection() {
        return selection;
    }

    /** Every measure of every strategy. */
    MeasuresViewModel measures() {
        return measures;
    }

    /** Which two runs are compared, question by question. */
    ComparedRuns runs() {
        return runs;
    }

    /** Vectors on a map, and without what tells languages apart. */
    MapViewModel map() {
        return map;
    }

    /** The language that stands out in every figure of this place. */
    ObjectProperty<Optional<Lang>> language() {
        return language;
    }

    /**
     * Makes a language stand out, or none if it does already; of other marks it takes no notice.
     */
    void pick(String key) {
        if (key.startsWith(LanguageMap.LANGUAGE)) {
            map.pick(key);
        }
    }

    /** Single questions. */
    MicroscopeViewModel microscope() {
        return microscope;
    }

    /** What is shown; empty while nothing has been scored. */
    public ReadOnlyObjectProperty<Optional<Bias>> shown() {
        return shown.getReadOnlyProperty();
    }

    private void update() {
        String collection = selection.collection().get();
        List<StrategyScores> scores =
                collection == null
                        ? List.of()
                        : selection.snapshot().get().scores(collection, selection.backbone().get());
        shown.set(scores.isEmpty() ? Optional.empty() : Optional.of(bias(scores)));
    }

    private Bias bias(List<StrategyScores> scores) {
        Provenance provenance = provenance(scores);
        List<Lang> languages = scores.get(0).languages();
        List<RankDistanceByLanguage.Series> series = new ArrayList<>();
        List<TopTenOwnership.Panel> panels = new ArrayList<>();
        for (StrategyScores one : scores) {
            series.add(new RankDistanceByLanguage.Series(one.name(), one.style(), estimates(one)));
            panels.add(new TopTenOwnership.Panel(one.name(), one.style(), one.top10Share()));
        }
        return new Bias(
                new RankDistanceByLanguage(languages, series, provenance),
                new TopTenOwnership(panels, provenance),
                languages.stream().map(lang -> ownLanguage(lang, scores)).toList());
    }

    private static Map<Lang, RankDistanceByLanguage.Estimate> estimates(StrategyScores one) {
        Map<Lang, RankDistanceByLanguage.Estimate> estimates = new LinkedHashMap<>();
        one.byLanguage(Evaluation::rankDistance)
                .forEach(
                        (lang, spread) ->
                                estimates.put(
                                        lang,
                                        RankDistanceByLanguage.Estimate.around(
                                                spread.mean(), spread.deviation())));
        return estimates;
    }

    private static OwnLanguage ownLanguage(Lang lang, List<StrategyScores> scores) {
        return new OwnLanguage(
                lang,
                scores,
                scores.stream()
                        .map(one -> one.byLanguage(Evaluation::ownLanguageTop1).get(lang).mean())
                        .toList());
    }

    private Provenance provenance(List<StrategyScores> scores) {
        StrategyScores one = scores.get(0);
        String seeds = StrategyScores.seedsInWords(scores);
        return new Provenance(
                        one.collection(),
                        WORDS.text("biasViewModel.multilingualPool"),
                        one.candidates(),
                        one.questionsPerLanguage(),
                        one.seeds().size() == 1 ? seeds : seeds + " ±1 s.d.",
                        StrategyScores.zeroShot(scores))
                .by(selection.snapshot().get().sources(scores));
    }
}
