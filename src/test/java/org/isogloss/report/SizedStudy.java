package org.isogloss.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Lang;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Study;
import org.isogloss.retrieval.Score;
import org.isogloss.retrieval.ScoreFile;
import org.isogloss.run.EventLog;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunShelf;
import org.isogloss.ui.StudyFixture;

/**
 * A finished study of bags of several widths, in which cross-lingual batches lead by a tenth at the
 * smallest size and by nothing at a hundred times its parameters.
 */
public final class SizedStudy {
    public static final String COLLECTION = "unseen-pairs";
    private static final int VOCABULARY = 4000;
    private static final int TABLE_ROWS = VOCABULARY + 160 + 1;
    private static final Path MODEL = Path.of("sample-data", "world-facts", "warm-start");

    private final RunShelf shelf;
    private final Study study;

    /** Writes its runs. */
    public SizedStudy(Path runs, List<Integer> widths) {
        shelf = new RunShelf(runs);
        Study base = new StudyFixture(runs, List.of(1L, 2L)).study();
        study =
                new Study(
                        "sizes",
                        "Sizes",
                        base.strategies().subList(0, 2),
                        widths.stream().map(SizedStudy::backbone).toList(),
                        base.seeds(),
                        base.recipe());
        JsonFile.write(shelf.studyFile(study.name()), study);
        study.plan().forEach(this::finish);
    }

    private static Backbone backbone(int width) {
        return new Backbone(
                "d" + width, null, new Backbone.Scratch(VOCABULARY, width, 0, 1, 1, 160));
    }

    /** Where it stands. */
    public RunShelf shelf() {
        return shelf;
    }

    /** How it stands. */
    public StudySnapshot look() {
        return new StudyWatch(
                        shelf,
                        problem -> {
                            throw new AssertionError(problem);
                        })
                .look(study.name());
    }

    /** The weights of a bag: its tables and a normalisation. */
    public static long parameters(int width) {
        return (TABLE_ROWS + 2L) * width;
    }

    private void finish(ExperimentSpec spec) {
        RunFolder run = RunFolder.create(shelf.path(), spec, Map.of());
        int width = spec.backbone().scratch().hiddenSize();
        try {
            writeSize(run.model(), width);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonFile.write(
                run.results(COLLECTION).summary(), StudyFixture.evaluation(spec, COLLECTION));
        boolean crossLingual = spec.strategy().id().equals("cross-lingual");
        double tenfolds = Math.log10(width / 8.0);
        double map = .5 + .1 * tenfolds + (crossLingual ? .1 - .05 * tenfolds : 0);
        ScoreFile.write(run.results(COLLECTION).scores(), scores(map));
        try (EventLog log = run.openLog(Clock.systemUTC())) {
            log.append(new RunEvent.Started(0, 600, parameters(width)));
            log.append(new RunEvent.Finished(600, 7));
        }
    }

    private static void writeSize(Path model, int width) throws IOException {
        Files.createDirectories(model);
        Files.writeString(
                model.resolve("config.json"),
                Files.readString(MODEL.resolve("config.json"))
                        .replace("\"hidden_size\" : 128", "\"hidden_size\" : " + width));
    }

    private static Stream<Score> scores(double map) {
        List<Score> scores = new ArrayList<>();
        for (int q = 0; q < 6; q++) {
            for (String question : List.of("de", "en")) {
                Lang lang = new Lang(question);
                String id = "q" + q;
                String name = id + "-" + question;
                for (String answer : List.of("de", "en", Score.ALL)) {
                    scores.add(new Score(name, id, lang, answer, "map", map));
                }
                scores.add(
                        new Score(name, id, lang, Score.ALL, Score.RANK_DISTANCE, 100 - 50 * map));
                scores.add(new Score(name, id, lang, Score.ALL, Score.OWN_LANGUAGE_1, .5));
            }
        }
        return scores.stream();
    }
}
