package org.isogloss.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.Batches;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.Study;
import org.isogloss.experiment.TrainingSet;

/** A study of seconds: capitals of numbered lands in three languages, a model from scratch. */
public final class TinyStudy {
    private TinyStudy() {}

    /** Writes the data into a folder and returns a study of one hybrid run over them. */
    public static Study in(Path folder, int steps) throws IOException {
        return in(folder, steps, List.of(new StrategyChoice("hybrid", Map.of("alpha", 0.5))));
    }

    /** As {@link #in(Path, int)}, for some strategies. */
    public static Study in(Path folder, int steps, List<StrategyChoice> strategies)
            throws IOException {
        write(folder.resolve("train.jsonl"), 0, 40);
        write(folder.resolve("validation.jsonl"), 40, 60);
        write(folder.resolve("held-out.jsonl"), 60, 80);
        return new Study(
                "tiny",
                "Tiny",
                strategies,
                List.of(new Backbone("pico", null, new Backbone.Scratch(200, 16, 1, 2, 32, 32))),
                List.of(1L),
                new Recipe(
                        List.of(TrainingSet.of(folder.resolve("train.jsonl").toString())),
                        List.of(DataSource.of(folder.resolve("validation.jsonl").toString())),
                        List.of(DataSource.of(folder.resolve("held-out.jsonl").toString())),
                        new Batches(8, 1, false),
                        Map.of(
                                "steps", (double) steps,
                                "learningRate", 0.01,
                                "dropout", 0.1,
                                "maxTokens", 24.0,
                                "checkpointEvery", 10.0,
                                "validateEvery", 20.0,
                                "patience", 0.0),
                        null));
    }

    private static void write(Path file, int from, int to) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = from; i < to; i++) {
            lines.add(
                    ("{\"id\":\"land-%d\",\"texts\":{"
                                    + "\"en\":{\"question\":\"capital of land %d\","
                                    + "\"passage\":\"land %d has the capital city %d\"},"
                                    + "\"de\":{\"question\":\"Hauptstadt von Land %d\","
                                    + "\"passage\":\"Land %d hat die Hauptstadt %d\"},"
                                    + "\"th\":{\"question\":\"เมืองหลวงของดินแดน %d\","
                                    + "\"passage\":\"ดินแดน %d มีเมืองหลวงชื่อ %d\"}}}")
                            .formatted(i, i, i, 7 * i, i, i, 7 * i, i, i, 7 * i));
        }
        Files.write(file, lines);
    }
}
