package org.isogloss.ui.bias;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.isogloss.analysis.Macro;
import org.isogloss.analysis.bias.BiasOptions;
import org.isogloss.analysis.bias.BiasReport;
import org.isogloss.analysis.bias.RankTable;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.report.StudyWatch;
import org.isogloss.retrieval.Hit;
import org.isogloss.retrieval.HitLanguages;
import org.isogloss.retrieval.RankFile;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.Rankings;
import org.isogloss.retrieval.RelevantRank;
import org.isogloss.retrieval.TrecRun;
import org.isogloss.retrieval.geometry.PrincipalMap;
import org.isogloss.retrieval.geometry.VectorMap;
import org.isogloss.run.GeometryReport;
import org.isogloss.run.ResultFolder;
import org.isogloss.run.RunFolder;
import org.isogloss.ui.StudyFixture;
import org.isogloss.ui.study.StudySelection;
import org.isogloss.ui.task.InlineTasks;

/** A study of three strategies whose runs have rankings, as a training leaves them. */
public final class RankedStudy {
    static final String COLLECTION = "unseen-pairs";
    private static final int QUESTIONS = 12;

    private final StudyFixture fixture;
    private final StudySelection selection;

    /** The answers of each strategy stand so many ranks apart: 30, 20 and 10. */
    public RankedStudy(Path runs, boolean written) {
        this(runs, written, List.of(1L));
    }

    /** Of further seeds 2 more, then 10 more. */
    RankedStudy(Path runs, boolean written, List<Long> seeds) {
        this(new StudyFixture(runs, seeds), written, seeds);
    }

    /** A study with rankings of questions that the sample data have the words of. */
    public static RankedStudy withWords(Path folder) {
        List<Long> seeds = List.of(1L);
        String words = words(folder.resolve(COLLECTION + ".jsonl")).toString();
        return new RankedStudy(
                new StudyFixture(
                        folder.resolve("runs"), seeds, List.of(words, "unseen-countries.jsonl")),
                true,
                seeds);
    }

    private RankedStudy(StudyFixture fixture, boolean written, List<Long> seeds) {
        this.fixture = fixture;
        fixture.finish(3 * seeds.size());
        List<ExperimentSpec> plan = fixture.study().plan();
        for (int i = 0; i < plan.size() && written; i++) {
            RunFolder run = RunFolder.create(fixture.shelf().path(), plan.get(i), Map.of());
            int strategy = fixture.study().strategies().indexOf(plan.get(i).strategy());
            int more = List.of(0, 2, 10).get(seeds.indexOf(plan.get(i).seed()));
            write(run.results(COLLECTION), rankings(30 - 10 * strategy + more));
        }
        selection =
                new StudySelection(
                        new StudyWatch(fixture.shelf(), problem -> {}), new InlineTasks());
    }

    /** Gives every run a map and erasures that take its rank distance down a rank a direction. */
    public void map() {
        List<ExperimentSpec> plan = fixture.study().plan();
        for (int i = 0; i < plan.size(); i++) {
            RunFolder run = RunFolder.create(fixture.shelf().path(), plan.get(i), Map.of());
            List<GeometryReport.Level> levels =
                    List.of(
                            level("none", 0, 30 - 10 * i),
                            level("centring", 0, 29 - 10 * i),
                            level("shared-directions", 1, 29 - 10 * i),
                            level("shared-directions", 2, 28 - 10 * i));
            List<VectorMap.Text> texts = new ArrayList<>();
            for (int q = 0; q < QUESTIONS; q++) {
                for (Lang lang : StudyFixture.LANGUAGES) {
                    texts.add(text(true, question(q, lang), q, lang));
                    texts.add(text(false, answer(q, lang), q, lang));
                }
            }
            ResultFolder results = run.results(COLLECTION);
            new VectorMap(levels.stream().map(GeometryReport.Level::name).toList(), texts)
                    .write(results.map());
            JsonFile.write(
                    results.geometry(),
                    new GeometryReport(
                            GeometryReport.FORMAT,
                            GeometryReport.VERSION,
                            COLLECTION,
                            List.of(.2, .1),
                            levels));
        }
    }

    private static GeometryReport.Level level(String erasure, int directions, double distance) {
        return new GeometryReport.Level(
                erasure, directions, .3, .2, new Macro(.9, .8, .7, .9, .8, .7, distance, .5));
    }

    /** As a data set of translations names its questions. */
    private static String question(int q, Lang lang) {
        return "q" + q + "_" + lang;
    }

    private static String answer(int q, Lang lang) {
        return lang + "_q" + q;
    }

    /** A language is a spoke, a question a distance; every erasure draws them nearer. */
    private static VectorMap.Text text(boolean question, String id, int q, Lang lang) {
        double turn = 2 * Math.PI * StudyFixture.LANGUAGES.indexOf(lang) / 11;
        double far = .2 + .05 * q + (question ? .02 : 0);
        List<PrincipalMap.Point> places = new ArrayList<>();
        for (double near : List.of(1.0, .8, .8, .6)) {
            places.add(
                    new PrincipalMap.Point(
                            near * far * Math.cos(turn), near * far * Math.sin(turn)));
        }
        return new VectorMap.Text(question, id, "q" + q, lang, places);
    }

    /** The study and where its runs stand. */
    public StudyFixture fixture() {
        return fixture;
    }

    StudySelection selection() {
        return selection;
    }

    /** As many of the sample data's questions, under the ids that are ranked here. */
    private static Path words(Path file) {
        try (Stream<String> sample =
                Files.lines(Path.of("sample-data", "world-facts", COLLECTION + ".jsonl"))) {
            List<String> lines = sample.limit(QUESTIONS).toList();
            List<String> renamed = new ArrayList<>();
            for (int q = 0; q < QUESTIONS; q++) {
                renamed.add(
                        lines.get(q).replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"q" + q + "\""));
            }
            return Files.write(file, renamed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(ResultFolder results, Rankings rankings) {
        TrecRun.write(results.ranking(), rankings.questions(), "isogloss");
        HitLanguages.write(results.languages(), rankings);
        RankFile.write(results.ranks(), rankings);
        JsonFile.write(
                results.bias(),
                BiasReport.of(COLLECTION, new RankTable(rankings), BiasOptions.STANDARD));
    }

    private static Rankings rankings(int apart) {
        List<Ranking> rankings = new ArrayList<>();
        Map<Lang, Integer> candidates = new TreeMap<>();
        for (Lang lang : StudyFixture.LANGUAGES) {
            candidates.put(lang, 20);
            for (int q = 0; q < QUESTIONS; q++) {
                rankings.add(ranking(q, lang, apart));
            }
        }
        return new Rankings(candidates, rankings);
    }

    /** A wrong candidate first, then the answer in the own language, then the others. */
    private static Ranking ranking(int q, Lang lang, int apart) {
        List<RelevantRank> right = new ArrayList<>();
        int next = 3;
        for (Lang answer : StudyFixture.LANGUAGES) {
            boolean own = answer.equals(lang);
            int rank = own ? 2 : next++;
            boolean last = right.size() == StudyFixture.LANGUAGES.size() - 1;
            right.add(
                    new RelevantRank(
                            answer(q, answer),
                            answer,
                            1,
                            own ? 2 : 1,
                            last && !own ? 2 + apart : rank,
                            1.0 / rank));
        }
        List<Hit> hits =
                List.of(
                        new Hit(answer((q + 1) % QUESTIONS, lang), lang, 1, 2),
                        new Hit(answer(q, lang), lang, 2, .5));
        return new Ranking(new Question(question(q, lang), "q" + q, lang, ""), right, hits, 2);
    }
}
