package org.isogloss.ui.explorer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.isogloss.launch.AskedModel;
import org.isogloss.report.StudyRun;
import org.isogloss.run.RunFolder;
import org.isogloss.run.query.Answer;
import org.isogloss.run.query.Answers;
import org.isogloss.run.query.Query;
import org.isogloss.ui.command.CommandLine;
import org.isogloss.ui.study.CollectionTexts;
import org.isogloss.ui.study.FoundRankings;
import org.isogloss.ui.study.QuestionFocus;
import org.isogloss.ui.study.StudySelection;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.task.LatestTask;

/**
 * A question, picked from the collection or typed, asked of the models of two runs.
 *
 * <p>Models are loaded while the place is in view, and put away a while after it is left.
 */
public final class ExplorerViewModel {
    private static final int HITS = 10;
    private static final Duration REST = Duration.ofMillis(200);
    private static final int RESTS_KEPT = 300; // a minute
    private static final String HYBRID = "hybrid";

    private final StudySelection selection;
    private final FoundRankings found;
    private final BackgroundTasks tasks;
    private final BiFunction<RunFolder, String, AskedModel> asking;
    private final LatestTask<Reply> questions;
    private final ExplorerSide left = new ExplorerSide();
    private final ExplorerSide right = new ExplorerSide();
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Question>> picked =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Query>> asked =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<String>> passage =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private QuestionFinder finder = new QuestionFinder(CollectionTexts.NONE);
    private Optional<Connection> wantedTexts = Optional.empty();
    private final Map<ExplorerSide, Connection> wanted = new LinkedHashMap<>();
    private Optional<BackgroundTasks.Repetition> looking = Optional.empty();
    private boolean inView;
    private int restsAway;

    /** Which run is asked about which collection. */
    private record Connection(RunFolder run, String collection) {}

    private record Reply(Query query, Map<ExplorerSide, Answers> answers, String problem) {}

    /**
     * @param found what the words of collections are read by
     * @param asking loads the model of a run to be asked about a collection, at once
     */
    public ExplorerViewModel(
            StudySelection selection,
            FoundRankings found,
            BackgroundTasks tasks,
            BiFunction<RunFolder, String, AskedModel> asking) {
        this.selection = selection;
        this.found = found;
        this.tasks = tasks;
        this.asking = asking;
        questions = new LatestTask<>(tasks, this::show);
        selection.snapshot().addListener((property, before, after) -> offer());
        selection.collection().addListener((property, before, after) -> offer());
        selection.backbone().addListener((property, before, after) -> offer());
        selection.question().addListener((property, before, after) -> follow(after));
        sides().forEach(side -> side.name().addListener((property, b, a) -> connect(side)));
        offer();
    }

    /** The study, backbone and collection looked at. */
    StudySelection selection() {
        return selection;
    }

    ExplorerSide left() {
        return left;
    }

    ExplorerSide right() {
        return right;
    }

    /** What stands in the field for the question. */
    StringProperty typed() {
        return typed;
    }

    /** The question of the collection that is asked; empty for words of one's own. */
    ReadOnlyObjectProperty<Optional<Question>> picked() {
        return picked.getReadOnlyProperty();
    }

    /** What is asked. */
    ReadOnlyObjectProperty<Optional<Query>> asked() {
        return asked.getReadOnlyProperty();
    }

    /** The candidate looked at, in both rankings. */
    ObjectProperty<Optional<String>> passage() {
        return passage;
    }

    /** Why a question was not answered; empty otherwise. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether there is a run to ask. */
    boolean anything() {
        return !left.names().isEmpty();
    }

    /** The place has come into view. */
    void shown() {
        inView = true;
        restsAway = 0;
        selection.start();
        if (looking.isEmpty()) {
            looking = Optional.of(tasks.repeat(REST, () -> REST, rest -> look()));
        }
        sides().forEach(this::connect);
    }

    /** The place has gone out of view. */
    void hidden() {
        inView = false;
        selection.stop();
    }

    /** Questions of the collection that hold some words, those that begin with them first. */
    List<Question> suggestions(String words) {
        return finder.holding(words);
    }

    /** The languages the question picked is asked in, in the order of the data set. */
    List<Lang> languages() {
        return picked.get().map(finder::languages).orElse(List.of());
    }

    /** Picks a question, here and in every other place. */
    void pick(Question question) {
        selection
                .question()
                .set(
                        Optional.of(
                                new QuestionFocus(
                                        selection.collection().get(),
                                        question.parallelId(),
                                        question.lang())));
        if (!Optional.of(question).equals(picked.get())) {
            show(question); // the others looked at it already
        }
    }

    /** Asks the question picked in another language. */
    void speak(Lang lang) {
        picked.get()
                .flatMap(question -> finder.translation(question.parallelId(), lang))
                .ifPresent(this::pick);
    }

    /** Picks the next question in the same language; after the last the first. */
    void next() {
        finder.after(picked.get()).ifPresent(this::pick);
    }

    /** Asks what was typed; a question of the collection is asked as such. */
    void ask() {
        String words = typed.get().strip();
        if (words.isEmpty()) {
            return;
        }
        Optional<Question> known =
                picked.get()
                        .filter(question -> question.text().equals(words))
                        .or(() -> finder.of(words));
        if (known.isPresent()) {
            pick(known.get());
        } else {
            picked.set(Optional.empty());
            ask(Query.typed(words, HITS));
        }
    }

    /** Follows the parallel answers of a candidate down both rankings. */
    void follow(String candidate) {
        asked.get().ifPresent(query -> ask(query.following(candidate)));
    }

    /** Follows again what answers the question. */
    void followRight() {
        asked.get().ifPresent(query -> ask(query.following(null)));
    }

    /** A candidate as a side ranks it, as far as that side shows it. */
    static Optional<Answer> answer(ExplorerSide side, String candidate) {
        return side.answers().get().stream()
                .flatMap(all -> Stream.concat(all.best().stream(), all.parallel().stream()))
                .filter(one -> one.passage().equals(candidate))
                .findFirst();
    }

    /** The same in a terminal; empty while nothing is asked. */
    String command() {
        if (left.run().isEmpty() || asked.get().isEmpty()) {
            return "";
        }
        Query query = asked.get().get();
        List<String> words = new ArrayList<>(List.of("isogloss", "query"));
        words.add(left.run().get().folder().path().toString());
        right.run()
                .filter(run -> !run.equals(left.run().get()))
                .ifPresent(
                        run -> words.addAll(List.of("--compare", run.folder().path().toString())));
        words.addAll(List.of("--collection", selection.collection().get()));
        if (query.question() != null) {
            words.addAll(List.of("--id", query.question()));
        } else {
            words.add(query.text());
        }
        return CommandLine.of(words);
    }

    private List<ExplorerSide> sides() {
        return List.of(left, right);
    }

    private void offer() {
        String collection = selection.collection().get();
        String backbone = selection.backbone().get();
        List<StudyRun> runs =
                selection.snapshot().get().runs().stream()
                        .filter(run -> run.spec().backbone().name().equals(backbone))
                        .filter(
                                run ->
                                        run.evaluations().stream()
                                                .anyMatch(e -> e.collection().equals(collection)))
                        .toList();
        Optional<StudyRun> first =
                runs.stream()
                        .filter(run -> run.spec().strategy().id().equals(HYBRID))
                        .findFirst()
                        .or(() -> runs.stream().findFirst());
        left.offer(runs, first);
        right.offer(
                runs,
                runs.stream()
                        .filter(run -> !Optional.of(run).equals(left.run()))
                        .findFirst()
                        .or(() -> first));
        sides().forEach(this::connect);
    }

    /** Loads what a side is to ask, unless it is loaded or the place is out of view. */
    private void connect(ExplorerSide side) {
        Optional<Connection> next =
                side.run().map(run -> new Connection(run.folder(), selection.collection().get()));
        if (side.settling() || !inView || Objects.equals(wanted.get(side), next.orElse(null))) {
            return;
        }
        side.leave();
        wanted.remove(side);
        next.ifPresent(
                connection -> {
                    wanted.put(side, connection);
                    load(side, connection);
                    if (side == left) {
                        read(side.run().orElseThrow(), connection);
                    }
                });
    }

    private void load(ExplorerSide side, Connection connection) {
        tasks.run(
                () -> asking.apply(connection.run, connection.collection),
                model -> {
                    if (connection.equals(wanted.get(side))) {
                        side.take(model);
                        look();
                    } else {
                        model.close(); // meanwhile another was chosen
                    }
                });
    }

    /** Loads again what has ended. */
    void reload(ExplorerSide side) {
        wanted.remove(side);
        connect(side);
    }

    /** Reads the words of the collection, unless they are read. */
    private void read(StudyRun run, Connection connection) {
        if (wantedTexts
                .filter(known -> known.collection.equals(connection.collection))
                .filter(
                        known ->
                                known.run
                                        .path()
                                        .getParent()
                                        .equals(run.folder().path().getParent()))
                .isPresent()) {
            return;
        }
        wantedTexts = Optional.of(connection);
        picked.set(Optional.empty());
        if (asked.get().filter(query -> query.text() == null).isPresent()) {
            asked.set(Optional.empty()); // another collection has no such question
        }
        tasks.run(
                () -> found.texts(run, connection.collection),
                read -> {
                    if (wantedTexts.equals(Optional.of(connection))) {
                        finder = new QuestionFinder(read);
                        follow(selection.question().get());
                    }
                });
    }

    /** Goes to the question that all places look at, or to the first there is. */
    private void follow(Optional<QuestionFocus> focus) {
        Optional<Question> question =
                focus.filter(one -> one.collection().equals(selection.collection().get()))
                        .flatMap(one -> finder.translation(one.id(), one.lang()));
        if (question.isPresent()) {
            show(question.get());
        } else if (asked.get().isEmpty() && inView) {
            finder.first().ifPresent(this::show);
        }
    }

    private void show(Question question) {
        picked.set(Optional.of(question));
        typed.set(question.text());
        ask(Query.picked(question.id(), HITS));
    }

    private void ask(Query query) {
        asked.set(Optional.of(query));
        problem.set("");
        Map<ExplorerSide, AskedModel> models = new LinkedHashMap<>();
        sides().forEach(side -> side.ready().ifPresent(model -> models.put(side, model)));
        if (!models.isEmpty()) {
            questions.ask(() -> answers(query, models));
        }
    }

    /** Both follow the same answers: where the first chose which, the other is told. */
    private static Reply answers(Query query, Map<ExplorerSide, AskedModel> models) {
        Map<ExplorerSide, Answers> answers = new LinkedHashMap<>();
        Query next = query;
        try {
            for (Map.Entry<ExplorerSide, AskedModel> one : models.entrySet()) {
                Answers found = one.getValue().ask(next);
                answers.put(one.getKey(), found);
                next = next.following(found.followed());
            }
            return new Reply(query, answers, "");
        } catch (BadInputException refused) {
            return new Reply(query, answers, refused.getMessage());
        }
    }

    private void show(Reply reply) {
        if (asked.get().equals(Optional.of(reply.query))) {
            problem.set(reply.problem);
            reply.answers.forEach(
                    (side, answers) -> {
                        if (side.ready().isPresent()) {
                            side.show(answers);
                        }
                    });
        }
    }

    /** Hears how the models stand; a minute after the place was left, puts them away. */
    private void look() {
        restsAway = inView ? 0 : restsAway + 1;
        if (restsAway > RESTS_KEPT) {
            looking.ifPresent(BackgroundTasks.Repetition::stop);
            looking = Optional.empty();
            wanted.clear();
            sides().forEach(ExplorerSide::leave);
            return;
        }
        boolean became = false;
        for (ExplorerSide side : sides()) {
            became |= side.look();
        }
        if (became) {
            asked.get().ifPresent(this::ask);
        }
    }
}
