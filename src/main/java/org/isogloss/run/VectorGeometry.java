package org.isogloss.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isogloss.analysis.Macro;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.isogloss.retrieval.geometry.PrincipalAxes;
import org.isogloss.retrieval.geometry.PrincipalMap;
import org.isogloss.retrieval.geometry.VectorMap;

/**
 * Collects what is told of a collection's vectors: how much of them their language explains, and
 * where a sample of them lies on their principal axes, as they are and after erasures.
 *
 * <p>The sample holds at most 200 questions, evenly spread over the collection, each with all its
 * translations and what answers them.
 */
final class VectorGeometry {
    private static final int SAMPLE = 200;

    private final CollectionVectors vectors;
    private final PrincipalAxes axes;
    private final List<Sampled> sample;
    private final List<List<PrincipalMap.Point>> places = new ArrayList<>(); // by text and level
    private final List<GeometryReport.Level> levels = new ArrayList<>();

    /** A row of the questions' or of the passages' vectors. */
    private record Sampled(boolean question, int row, String parallel) {}

    /**
     * Takes vectors as they are.
     *
     * @param macro what the search scored with them
     */
    VectorGeometry(CollectionVectors vectors, Macro macro) {
        this.vectors = vectors;
        axes = PrincipalAxes.of(List.of(vectors.questions(), vectors.passages()));
        sample = sample(vectors);
        sample.forEach(text -> places.add(new ArrayList<>()));
        add(GeometryReport.NONE, 0, vectors, macro);
    }

    /** Adds what an erasure left. */
    void add(String erasure, int directions, CollectionVectors left, Macro macro) {
        levels.add(
                new GeometryReport.Level(
                        erasure,
                        directions,
                        left.questionLanguages().explainedByLanguage(),
                        left.passageLanguages().explainedByLanguage(),
                        macro));
        for (int i = 0; i < sample.size(); i++) {
            Sampled text = sample.get(i);
            places.get(i)
                    .add(axes.place(text.question ? left.questions() : left.passages(), text.row));
        }
    }

    /** What was measured. */
    GeometryReport report() {
        return new GeometryReport(
                GeometryReport.FORMAT,
                GeometryReport.VERSION,
                vectors.search().collection().name(),
                axes.explained(),
                levels);
    }

    /** Where the sample lies. */
    VectorMap map() {
        List<Question> questions = vectors.search().questions();
        List<Passage> passages = vectors.search().passages();
        List<VectorMap.Text> texts = new ArrayList<>();
        for (int i = 0; i < sample.size(); i++) {
            Sampled text = sample.get(i);
            boolean asked = text.question;
            texts.add(
                    new VectorMap.Text(
                            asked,
                            asked ? questions.get(text.row).id() : passages.get(text.row).id(),
                            text.parallel,
                            asked ? questions.get(text.row).lang() : passages.get(text.row).lang(),
                            places.get(i)));
        }
        return new VectorMap(levels.stream().map(GeometryReport.Level::name).toList(), texts);
    }

    /** Writes both files. */
    void write(ResultFolder folder) {
        map().write(folder.map());
        JsonFile.write(folder.geometry(), report());
    }

    private static List<Sampled> sample(CollectionVectors vectors) {
        Map<String, List<Integer>> rows = new LinkedHashMap<>(); // of questions, by parallel id
        List<Question> questions = vectors.search().questions();
        Judgments judgments = vectors.search().collection().judgments();
        for (int q = 0; q < questions.size(); q++) {
            if (!judgments.of(questions.get(q).id()).isEmpty()) {
                rows.computeIfAbsent(questions.get(q).parallelId(), id -> new ArrayList<>()).add(q);
            }
        }
        Map<String, Integer> columns = new HashMap<>();
        List<Passage> passages = vectors.search().passages();
        for (int c = 0; c < passages.size(); c++) {
            columns.put(passages.get(c).id(), c);
        }
        List<String> ids = List.copyOf(rows.keySet());
        int count = Math.min(SAMPLE, ids.size());
        List<Sampled> sample = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = ids.get((int) ((long) i * ids.size() / count));
            Set<Integer> answers = new LinkedHashSet<>();
            for (int row : rows.get(id)) {
                sample.add(new Sampled(true, row, id));
                judgments
                        .of(questions.get(row).id())
                        .forEach(passage -> answers.add(columns.get(passage)));
            }
            answers.forEach(row -> sample.add(new Sampled(false, row, id)));
        }
        return sample;
    }
}
