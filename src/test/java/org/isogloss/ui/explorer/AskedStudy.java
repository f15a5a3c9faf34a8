package org.isogloss.ui.explorer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.launch.AskedModel;
import org.isogloss.report.StudyWatch;
import org.isogloss.run.RunFolder;
import org.isogloss.run.query.Answer;
import org.isogloss.run.query.Answers;
import org.isogloss.run.query.Query;
import org.isogloss.ui.StudyFixture;
import org.isogloss.ui.study.StudySelection;
import org.isogloss.ui.task.BackgroundTasks;

/** A study of three strategies with words to its ids, and models that answer at once. */
final class AskedStudy {
    static final String COLLECTION = "unseen-pairs";

    final StudySelection selection;
    final List<Model> models = new ArrayList<>();

    AskedStudy(Path folder, BackgroundTasks tasks) throws IOException {
        Path data = folder.resolve("unseen-pairs.jsonl");
        Files.write(
                data,
                List.of(
                        item("q0", "Where is Lima?", "أين ليما؟"),
                        item("q1", "Where is Quito?", "أين كيتو؟"),
                        item("q2", "Is Quito large?", "هل كيتو كبيرة؟")));
        Path other = folder.resolve("unseen-countries.jsonl");
        Files.write(other, List.of(item("q7", "Where is Oslo?", "أين أوسلو؟")));
        StudyFixture fixture =
                new StudyFixture(
                        folder.resolve("runs"),
                        List.of(1L),
                        List.of(data.toString(), other.toString()));
        fixture.finish(3);
        selection = new StudySelection(new StudyWatch(fixture.shelf(), problem -> {}), tasks);
    }

    private static String item(String id, String english, String arabic) {
        return """
                {"id":"%s","texts":{"en":{"question":"%s","passage":"A %s."},"ar":{"question":"%s","passage":"ب %s."}}}"""
                .formatted(id, english, id, arabic, id);
    }

    AskedModel asked(RunFolder run, String collection) {
        Model model = new Model(run.id(), collection);
        models.add(model);
        return model;
    }

    /** Answers every question with the same four candidates, in an order of its run's. */
    static final class Model implements AskedModel {
        final String run;
        final String collection;
        final List<Query> queries = new ArrayList<>();
        State state = new State(Stage.READY, "");
        boolean closed;

        Model(String run, String collection) {
            this.run = run;
            this.collection = collection;
        }

        @Override
        public State state() {
            return state;
        }

        @Override
        public Answers ask(Query query) {
            if ("forbidden".equals(query.text())) {
                throw new BadInputException("this cannot be asked");
            }
            queries.add(query);
            boolean picked = query.question() != null;
            boolean hybrid = run.startsWith("hybrid");
            List<Answer> order =
                    List.of(
                            answer("en", 1, .9f, picked),
                            new Answer("wrong", new Lang("en"), "no", 2, .8f, false),
                            answer("ar", hybrid ? 3 : 60, .5f, picked));
            return new Answers(
                    query.text() == null ? query.question() : query.text(),
                    null,
                    100,
                    picked && query.follow() == null
                            ? null
                            : query.follow() == null ? "right-en" : query.follow(),
                    order.subList(0, hybrid ? 3 : 2),
                    List.of(order.get(0), order.get(2)),
                    1);
        }

        private static Answer answer(String lang, int rank, float score, boolean right) {
            return new Answer(
                    "right-" + lang,
                    new Lang(lang),
                    lang.equals("ar") ? "نعم، هنا" : "yes, here",
                    rank,
                    score,
                    right);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
