package org.isogloss.ui.bias;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isogloss.corpus.Lang;
import org.isogloss.figure.ErasureCurve;
import org.isogloss.figure.LanguageMap;
import org.isogloss.figure.Numbers;
import org.isogloss.figure.Provenance;
import org.isogloss.report.StrategyScores;
import org.isogloss.report.StudyRun;
import org.isogloss.retrieval.geometry.PrincipalMap;
import org.isogloss.retrieval.geometry.VectorMap;
import org.isogloss.run.GeometryReport;
import org.isogloss.run.ResultFolder;
import org.isogloss.ui.study.QuestionFocus;
import org.isogloss.ui.words.Words;

/** One run's vectors on a map, and what erasures leave of them. */
record MapSide(StrategyScores strategy, StudyRun run, GeometryReport report, VectorMap map) {
    private static final Words WORDS = Words.of(MapSide.class);

    /** So many questions with all their translations and answers can be told apart. */
    private static final int SHOWN = 40;

    private static final double MARGIN = 1.05;

    /** Reads what a run's evaluation wrote; empty where it was scored before there was geometry. */
    static Optional<MapSide> read(StrategyScores strategy, StudyRun run) {
        ResultFolder results = run.folder().results(strategy.collection());
        Optional<GeometryReport> report = results.geometryReport();
        return report.isEmpty() || !Files.exists(results.map())
                ? Optional.empty()
                : Optional.of(
                        new MapSide(strategy, run, report.get(), VectorMap.read(results.map())));
    }

    /** The greatest coordinate at some levels, with a margin. */
    double reach(List<String> levels) {
        double greatest = 0;
        List<VectorMap.Text> texts = shown(Optional.empty());
        for (String level : levels) {
            int place = map.levels().indexOf(level);
            for (VectorMap.Text text : texts) {
                PrincipalMap.Point point = text.places().get(place);
                greatest = Math.max(greatest, Math.max(Math.abs(point.x()), Math.abs(point.y())));
            }
        }
        return MARGIN * greatest;
    }

    /** The map at a level. */
    LanguageMap figure(
            String level, double reach, Optional<Lang> chosen, Optional<QuestionFocus> focus) {
        int place = map.levels().indexOf(level);
        List<LanguageMap.Dot> dots = shown(focus).stream().map(text -> dot(text, place)).toList();
        List<LanguageMap.Dot> joined = new ArrayList<>();
        focus.ifPresent(
                one -> {
                    asked(one).map(text -> dot(text, place)).ifPresent(joined::add);
                    if (!joined.isEmpty()) {
                        map.texts().stream()
                                .filter(text -> !text.question())
                                .filter(text -> text.parallel().equals(one.id()))
                                .map(text -> dot(text, place))
                                .forEach(joined::add);
                    }
                });
        return new LanguageMap(
                subject(level(level)),
                languages(),
                dots,
                report.axes(),
                new LanguageMap.Look(reach, chosen, joined),
                provenance(dots.size()));
    }

    private String subject(GeometryReport.Level level) {
        return switch (level.erasure()) {
            case GeometryReport.NONE -> strategy.name();
            case "centring" -> WORDS.text("map.withoutMeans", strategy.name());
            case "shared-directions" ->
                    WORDS.text("map.withoutShared", strategy.name(), level.directions());
            case "own-components" ->
                    WORDS.text("map.withoutOwn", strategy.name(), level.directions());
            default -> strategy.name() + ", " + level.name();
        };
    }

    private static LanguageMap.Dot dot(VectorMap.Text text, int place) {
        PrincipalMap.Point point = text.places().get(place);
        return new LanguageMap.Dot(text.id(), text.lang(), text.question(), point.x(), point.y());
    }

    private Provenance provenance(int dots) {
        return new Provenance(
                        strategy.collection(),
                        WORDS.text("map.protocol", dots),
                        0,
                        0,
                        WORDS.text("microscope.seed", run.spec().seed()),
                        StrategyScores.zeroShot(List.of(strategy)))
                .by(List.of(run.source()));
    }

    /** Answer languages in the order of the tables, so that their colours are those of others. */
    private List<Lang> languages() {
        Set<Lang> languages = new LinkedHashSet<>(strategy.map().answerLanguages());
        map.texts().forEach(text -> languages.add(text.lang()));
        return List.copyOf(languages);
    }

    /**
     * Questions evenly spread over the sample, and that looked at, with all that goes with them.
     */
    private List<VectorMap.Text> shown(Optional<QuestionFocus> focus) {
        List<String> ids = map.texts().stream().map(VectorMap.Text::parallel).distinct().toList();
        int count = Math.min(SHOWN, ids.size());
        Set<String> chosen = new HashSet<>();
        for (int i = 0; i < count; i++) {
            chosen.add(ids.get((int) ((long) i * ids.size() / count)));
        }
        focus.ifPresent(one -> chosen.add(one.id()));
        return map.texts().stream().filter(text -> chosen.contains(text.parallel())).toList();
    }

    /** True if a question is in the sample. */
    boolean has(QuestionFocus focus) {
        return asked(focus).isPresent();
    }

    private Optional<VectorMap.Text> asked(QuestionFocus focus) {
        return map.texts().stream()
                .filter(VectorMap.Text::question)
                .filter(text -> text.parallel().equals(focus.id()))
                .filter(text -> text.lang().equals(focus.lang()))
                .findFirst();
    }

    /** The question a mark stands for; of a passage, the one it answers, in its language. */
    Optional<QuestionFocus> question(String key) {
        boolean question = key.startsWith(LanguageMap.QUESTION);
        String start = question ? LanguageMap.QUESTION : LanguageMap.PASSAGE;
        return map.texts().stream()
                .filter(text -> text.question() == question)
                .filter(text -> key.equals(start + text.id()))
                .map(text -> new QuestionFocus(strategy.collection(), text.parallel(), text.lang()))
                .findFirst();
    }

    /** The scores at some levels. */
    ErasureCurve.Run curve(List<String> levels) {
        return new ErasureCurve.Run(
                strategy.name(),
                strategy.style(),
                levels.stream()
                        .map(this::level)
                        .map(
                                level ->
                                        new ErasureCurve.Step(
                                                taken(level),
                                                level.macro().multilingualMap(),
                                                level.macro().monolingualMap(),
                                                level.macro().rankDistance()))
                        .toList());
    }

    /** How much a level takes out: its directions, or one for an erasure that counts none. */
    static double taken(GeometryReport.Level level) {
        return level.erasure().equals(GeometryReport.NONE) ? 0 : Math.max(1, level.directions());
    }

    private GeometryReport.Level level(String name) {
        return report.levels().stream()
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What a level does to the scores. */
    String sentence(String name) {
        GeometryReport.Level before = report.levels().get(0);
        GeometryReport.Level now = level(name);
        return now.equals(before)
                ? WORDS.text(
                        "map.asItIs",
                        strategy.name(),
                        Numbers.score(now.macro().multilingualMap()),
                        Numbers.count(now.macro().rankDistance()),
                        Numbers.score(now.passagesExplained()))
                : WORDS.text(
                        "map.changed",
                        strategy.name(),
                        Numbers.score(before.macro().multilingualMap()),
                        Numbers.score(now.macro().multilingualMap()),
                        Numbers.count(before.macro().rankDistance()),
                        Numbers.count(now.macro().rankDistance()),
                        Numbers.score(now.passagesExplained()));
    }
}
