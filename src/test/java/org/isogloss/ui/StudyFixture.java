package org.isogloss.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.analysis.Macro;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Lang;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.Batches;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.Study;
import org.isogloss.experiment.TrainingSet;
import org.isogloss.run.EventLog;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunShelf;

/** Writes run folders of a study with numbers like those of the sample study's prototype. */
public final class StudyFixture {
    public static final List<Lang> LANGUAGES =
            Stream.of("ar", "de", "el", "en", "es", "hi", "ru", "th", "tr", "vi", "zh")
                    .map(Lang::new)
                    .toList();
    public static final List<String> COLLECTIONS = List.of("unseen-countries", "unseen-pairs");
    private static final int QUESTIONS = 192;

    private final RunShelf shelf;
    private final Study study;

    public StudyFixture(Path runs, List<Long> seeds) {
        this(runs, seeds, List.of("unseen-pairs.jsonl", "unseen-countries.jsonl"));
    }

    public StudyFixture(Path runs, List<Long> seeds, List<String> evaluation) {
        shelf = new RunShelf(runs);
        study =
                new Study(
                        "world-facts",
                        "World facts in 11 languages",
                        List.of(
                                StrategyChoice.of("monolingual"),
                                StrategyChoice.of("cross-lingual"),
                                new StrategyChoice("hybrid", Map.of("alpha", .5))),
                        List.of(
                                new Backbone(
                                        "nano",
                                        null,
                                        new Backbone.Scratch(4000, 128, 0, 1, 1, 64))),
                        seeds,
                        new Recipe(
                                List.of(TrainingSet.of("train.jsonl")),
                                List.of(),
                                evaluation.stream().map(DataSource::of).toList(),
                                new Batches(64, 1, false),
                                Map.of("steps", 600.0),
                                null));
    }

    public RunShelf shelf() {
        return shelf;
    }

    public Study study() {
        return study;
    }

    /** Writes the study's file where a user might keep it. */
    public Path studyFile(Path folder) {
        Path file = folder.resolve("study.json");
        JsonFile.write(file, study);
        return file;
    }

    /** Makes all run folders; the first few get results. */
    public StudyFixture finish(int count) {
        JsonFile.write(shelf.studyFile(study.name()), study);
        study.plan().forEach(spec -> RunFolder.create(shelf.path(), spec, Map.of()));
        return finish(count, 0);
    }

    /** Gives results to the runs of the plan up to a place, passing over the first. */
    public StudyFixture finish(int count, int passedOver) {
        study.plan().subList(passedOver, count).forEach(this::finish);
        return this;
    }

    /** Makes a run with results. */
    public void finish(ExperimentSpec spec) {
        finish(RunFolder.create(shelf.path(), spec, Map.of()), spec);
    }

    private static void finish(RunFolder run, ExperimentSpec spec) {
        for (String collection : COLLECTIONS) {
            JsonFile.write(run.results(collection).summary(), evaluation(spec, collection));
        }
        try (EventLog log = run.openLog(Clock.systemUTC())) {
            log.append(new RunEvent.Started(0, 600, 530_000));
            for (int step = 1; step <= 600; step += 3) {
                double loss = 4.2 * Math.exp(-step / 150.0) + .3;
                String kind = step % 2 == 0 ? "monolingual" : "cross-lingual";
                log.append(new RunEvent.Step(step, kind, loss, .004, 1, 90_000));
            }
            log.append(new RunEvent.Finished(600, 7));
        }
    }

    /** Made-up but plausible scores, the same for the same spec and collection. */
    public static Evaluation evaluation(ExperimentSpec spec, String collection) {
        SplittableRandom random =
                new SplittableRandom(spec.id().hashCode() * 31L + collection.hashCode());
        double[] levels = levels(spec.strategy().id());
        double drop = collection.equals("unseen-pairs") ? 0 : .11;
        List<List<Double>> map = new ArrayList<>();
        List<List<Double>> shares = new ArrayList<>();
        Map<Lang, Double> multilingual = new LinkedHashMap<>();
        Map<Lang, Double> distance = new LinkedHashMap<>();
        Map<Lang, Double> own = new LinkedHashMap<>();
        for (int q = 0; q < LANGUAGES.size(); q++) {
            double ease = ease(q);
            List<Double> row = new ArrayList<>();
            List<Double> share = new ArrayList<>();
            double ownShare = .09 + .5 * levels[4] * levels[4];
            for (int a = 0; a < LANGUAGES.size(); a++) {
                double level = a == q ? levels[0] : levels[1] + .6 * (ease + ease(a));
                double noise = (random.nextDouble() - .5) * (a == q ? .02 : .05);
                row.add(Math.max(.02, Math.min(.995, level + noise - drop)));
                share.add(a == q ? ownShare : (1 - ownShare) / (LANGUAGES.size() - 1));
            }
            map.add(row);
            shares.add(share);
            multilingual.put(LANGUAGES.get(q), levels[2] + ease - drop);
            distance.put(
                    LANGUAGES.get(q), levels[3] * (1 - 2 * ease) * (.9 + .2 * random.nextDouble()));
            own.put(LANGUAGES.get(q), Math.min(.99, levels[4] - ease / 2));
        }
        LanguagePairTable table = new LanguagePairTable("map", LANGUAGES, LANGUAGES, map);
        Macro macro =
                new Macro(
                        table.diagonalMean(),
                        table.offDiagonalMean(),
                        mean(multilingual),
                        table.diagonalMean() - .04,
                        table.offDiagonalMean() - .09,
                        mean(multilingual) - .06,
                        mean(distance),
                        mean(own));
        return new Evaluation(
                collection,
                QUESTIONS * LANGUAGES.size(),
                2112,
                macro,
                Map.of(),
                table,
                multilingual,
                distance,
                own,
                new LanguagePairTable("share_10", LANGUAGES, LANGUAGES, shares),
                "zero-shot: no overlap with the training data found",
                Map.of());
    }

    private static double mean(Map<Lang, Double> numbers) {
        return numbers.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** Monolingual, cross-lingual and multilingual mAP, rank distance, own language first. */
    private static double[] levels(String strategy) {
        return switch (strategy) {
            case "monolingual" -> new double[] {.954, .632, .382, 198, .948};
            case "cross-lingual" -> new double[] {.929, .874, .756, 39, .645};
            default -> new double[] {.947, .844, .699, 50, .752};
        };
    }

    private static double ease(int language) {
        double[] ease = {-.04, .06, -.03, .08, .07, -.08, .02, -.12, .01, .03, -.06};
        return ease[language];
    }
}
