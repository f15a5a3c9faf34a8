package org.isogloss.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.isogloss.base.BadInputException;
import org.isogloss.launch.Installation;
import org.isogloss.run.UserFolder;
import org.isogloss.ui.dialog.DropTarget;
import org.isogloss.ui.dialog.FileAsker;
import org.isogloss.ui.dialog.NativeFileAsker;
import org.isogloss.ui.learn.LearnView;
import org.isogloss.ui.preference.Computing;
import org.isogloss.ui.preference.Preferences;
import org.isogloss.ui.preference.SystemTheme;
import org.isogloss.ui.preference.Theme;
import org.isogloss.ui.preference.ThemeChoice;
import org.isogloss.ui.preference.WindowBounds;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.task.ThreadTasks;
import org.isogloss.ui.tour.TourBar;
import org.isogloss.ui.tour.TourStep;
import org.isogloss.ui.words.Words;

/** The window: rail, panes, messages, status strip; remembers its theme and place. */
public final class Workbench implements Navigator, Messages {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double ROOM_FOR_HELP = 1600;
    private static final List<String> ICONS = List.of("icon-48.png", "icon-256.png");
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private static final Words WORDS = Words.of(Workbench.class);
    private static final String TITLE = "Isogloss";

    private final Stage stage;
    private final Program program;
    private final ThreadTasks tasks = new ThreadTasks(Platform::runLater, this::report);
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.LIGHT);
    private final Map<Place, Supplier<Pane>> makers;
    private final Map<Place, Pane> panes = new EnumMap<>(Place.class);
    private final MessageStrip messages = new MessageStrip();
    private final NoticeStrip notices = new NoticeStrip(this);
    private final StatusStrip status;
    private final NavigationRail rail;
    private final StackPane middle = new StackPane();
    private final StackPane content = new StackPane(middle);
    private final BorderPane root = new BorderPane();
    private final VBox bottom = new VBox();
    private final TourBar tour =
            new TourBar(step -> open(place(step)), () -> bottom.getChildren().remove(0));
    private final BackgroundTasks.Repetition watching;
    private volatile Preferences preferences;
    private Preferences lastSaved;
    private Optional<Pane> current = Optional.empty();
    private Optional<LearnView> help = Optional.empty();
    private boolean helping;
    private Optional<Node> beforeHelp = Optional.empty();

    /**
     * Starts the toolkit, opens the window, and returns when it has been closed.
     *
     * @param home where the user's runs and preferences stand
     * @param study the file of a study to begin with, instead of the sample study
     */
    public static void open(
            UserFolder home, Optional<Installation> installation, Optional<Path> study)
            throws InterruptedException {
        // The toolkit warns of being started from the class path, where it works as well.
        Logger toolkit = Logger.getLogger("javafx");
        toolkit.setLevel(Level.SEVERE);
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        try {
            CountDownLatch closed = new CountDownLatch(1);
            Program program = Program.installed(home, installation, study);
            Platform.startup(
                    () -> {
                        Stage stage = new Stage();
                        stage.setOnHidden(e -> closed.countDown());
                        Workbench window =
                                new Workbench(stage, program, new NativeFileAsker(stage));
                        Thread.setDefaultUncaughtExceptionHandler(
                                new UncaughtErrors(
                                        error -> Platform.runLater(() -> window.report(error)),
                                        System.err,
                                        System::nanoTime));
                        window.show();
                    });
            closed.await();
            Platform.exit();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
            Reference.reachabilityFence(toolkit);
        }
    }

    /** A window in a stage; on the window's thread. */
    Workbench(Stage stage, Program program, FileAsker files) {
        this.stage = stage;
        this.program = program;
        preferences = program.preferences().load(messages::warn);
        lastSaved = preferences;
        theme.set(preferences.theme().theme(Optional.empty()));
        makers = new Panes(program, this, files, tasks).all();
        StatusViewModel model = new StatusViewModel(program.shelf(), tasks, this::notice);
        status = new StatusStrip(model);
        watching = model.watch();
        rail = new NavigationRail(List.copyOf(makers.keySet()), this, this::choose, this::help);
        middle.getStyleClass().add("middle");
        root.getStyleClass().add("workbench");
        root.setLeft(rail);
        root.setCenter(content);
        root.widthProperty().addListener((property, before, now) -> placeHelp());
        bottom.getChildren().addAll(messages, notices, status);
        root.setBottom(bottom);
        DropTarget.on(root, this::take);
    }

    /** Shows the window where it last stood. */
    void show() {
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        scene.getStylesheets()
                .add(
                        Objects.requireNonNull(
                                        Workbench.class.getResource("/org/isogloss/ui/app.css"))
                                .toExternalForm());
        addKeys(scene);
        applyTheme();
        open(Place.START);
        stage.setTitle(TITLE);
        stage.getIcons().setAll(ICONS.stream().map(Workbench::icon).toList());
        stage.setScene(scene);
        stage.setMinWidth(WindowBounds.LEAST_WIDTH);
        stage.setMinHeight(WindowBounds.LEAST_HEIGHT);
        place(
                Optional.ofNullable(preferences.window())
                        .map(WindowBounds::usable)
                        .orElseGet(
                                () ->
                                        WindowBounds.within(
                                                Screen.getPrimary().getVisualBounds(),
                                                WIDTH,
                                                HEIGHT)));
        stage.setOnHiding(e -> closing());
        stage.focusedProperty()
                .addListener(
                        (property, before, now) -> {
                            stage.setTitle(TITLE);
                            followDesktop();
                        });
        followDesktop();
        stage.show();
    }

    private static Image icon(String name) {
        return new Image(
                Objects.requireNonNull(
                                Workbench.class.getResource("/org/isogloss/ui/shell/" + name))
                        .toExternalForm());
    }

    @Override
    public void open(Place place) {
        notices.opened(place);
        Pane pane = panes.computeIfAbsent(place, made -> makers.get(made).get());
        if (current.isPresent() && current.get() == pane) {
            return;
        }
        current.ifPresent(Pane::hidden);
        current = Optional.of(pane);
        middle.getChildren().setAll(pane.view());
        rail.select(place);
        pane.shown();
    }

    /** Each kind of what was dropped goes to the place it belongs in. */
    private void take(List<Path> dropped) {
        tasks.run(
                () -> new Drops(program.shelf()).sorted(dropped),
                sorted ->
                        sorted.forEach(
                                (place, taken) -> {
                                    open(place);
                                    panes.get(place).take(taken);
                                    if (place == Place.DESIGN) {
                                        keep(taken);
                                    }
                                }));
    }

    /** Studies stand among those opened last, for Design shows one of several. */
    private void keep(List<Path> studies) {
        panes.get(Place.START).take(studies);
        if (studies.size() > 1) {
            say(WORDS.text("drops.otherStudies", studies.size() - 1));
        }
    }

    @Override
    public void say(String sentence) {
        status.say(sentence);
    }

    @Override
    public void report(Throwable error) {
        messages.report(error);
    }

    /** Tells what became of runs; in the title too, for somebody who works in another window. */
    private void notice(RunNotices.Notice notice) {
        notices.show(notice);
        if (!stage.isFocused()) {
            stage.setTitle(TITLE + " – " + notice.sentence());
        }
    }

    /** Says something that should not be overlooked, though nothing failed. */
    void warn(String sentence) {
        messages.warn(sentence);
    }

    /** The theme chosen. */
    ReadOnlyObjectProperty<Theme> theme() {
        return theme.getReadOnlyProperty();
    }

    /** What is remembered. */
    Preferences preferences() {
        return preferences;
    }

    /** Remembers a study file that was opened. */
    void remember(Path studyFile) {
        preferences = preferences.withRecentStudy(studyFile.toString());
        save();
    }

    /** Remembers what runs are to compute on. */
    void remember(Computing computing) {
        preferences = preferences.withComputing(computing);
        save();
    }

    /** Begins the tour of the sample study, at its first step if it is under way. */
    void tour() {
        if (!bottom.getChildren().contains(tour)) {
            bottom.getChildren().add(0, tour);
        }
        tour.begin();
    }

    private static Place place(TourStep step) {
        return switch (step) {
            case QUESTION, TRAIN -> Place.START;
            case LEARN -> Place.RUNS;
            case COMPARE -> Place.RESULTS;
            case BIAS -> Place.BIAS;
            case DESIGN -> Place.DESIGN;
            case PAPER -> Place.FIGURES;
        };
    }

    /** Opens the words and the paper's numbers beside the content. */
    private void help() {
        openHelp().ask();
    }

    /** Opens the help at the tables of the paper. */
    void browsePaper() {
        openHelp().browsePaper();
    }

    private LearnView openHelp() {
        LearnView shown = help.orElseGet(() -> new LearnView(this::closeHelp));
        help = Optional.of(shown);
        if (!helping) {
            helping = true;
            beforeHelp = Optional.ofNullable(root.getScene().getFocusOwner());
            placeHelp();
        }
        return shown;
    }

    /** Beside the content where both have room, else over its right side. */
    private void placeHelp() {
        if (!helping) {
            return;
        }
        Node view = help.orElseThrow().view();
        boolean beside = root.getWidth() >= ROOM_FOR_HELP;
        if (beside && root.getRight() == null) {
            content.getChildren().remove(view);
            root.setRight(view);
        } else if (!beside && !content.getChildren().contains(view)) {
            root.setRight(null);
            StackPane.setAlignment(view, Pos.CENTER_RIGHT);
            content.getChildren().add(view);
        }
    }

    /** Gives the focus back to where it was. */
    private void closeHelp() {
        helping = false;
        root.setRight(null);
        content.getChildren().setAll(middle);
        beforeHelp.ifPresent(Node::requestFocus);
    }

    private void choose(ThemeChoice choice) {
        preferences = preferences.withTheme(choice);
        save();
        if (choice == ThemeChoice.SYSTEM) {
            followDesktop();
        } else {
            show(choice.theme(Optional.empty()));
        }
    }

    /** Asked again whenever the window is come back to: the desktop may have changed meanwhile. */
    private void followDesktop() {
        if (preferences.theme() == ThemeChoice.SYSTEM) {
            tasks.run(SystemTheme.here()::look, found -> show(preferences.theme().theme(found)));
        }
    }

    private void show(Theme next) {
        if (theme.get() != next) {
            theme.set(next);
            applyTheme();
        }
    }

    /**
     * Saves what is then the latest, so that two savings may overtake each other; what another
     * window has saved meanwhile stays unless it was changed here too.
     */
    private void save() {
        tasks.run(
                () -> {
                    saveLatest();
                    return preferences;
                },
                saved -> {});
    }

    private void saveLatest() {
        synchronized (program) {
            Preferences mine = preferences;
            program.preferences()
                    .save(mine, lastSaved, said -> Platform.runLater(() -> messages.warn(said)));
            lastSaved = mine;
        }
    }

    private void applyTheme() {
        boolean dark = theme.get() == Theme.DARK;
        Application.setUserAgentStylesheet(
                (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        root.pseudoClassStateChanged(DARK, dark);
        rail.show(preferences.theme(), theme.get());
    }

    private void addKeys(Scene scene) {
        List<KeyCode> digits =
                List.of(
                        KeyCode.DIGIT1,
                        KeyCode.DIGIT2,
                        KeyCode.DIGIT3,
                        KeyCode.DIGIT4,
                        KeyCode.DIGIT5,
                        KeyCode.DIGIT6,
                        KeyCode.DIGIT7,
                        KeyCode.DIGIT8);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F1), this::help);
        int next = 0;
        for (Place place : makers.keySet()) {
            scene.getAccelerators()
                    .put(
                            new KeyCodeCombination(
                                    digits.get(next++), KeyCombination.SHORTCUT_DOWN),
                            () -> open(place));
        }
    }

    private void place(WindowBounds wanted) {
        Rectangle2D handle = wanted.handle();
        Optional<Rectangle2D> screen =
                Screen.getScreensForRectangle(
                                handle.getMinX(),
                                handle.getMinY(),
                                handle.getWidth(),
                                handle.getHeight())
                        .stream()
                        .findFirst()
                        .map(Screen::getVisualBounds);
        WindowBounds bounds = screen.map(wanted::on).orElse(wanted);
        stage.setWidth(bounds.width());
        stage.setHeight(bounds.height());
        if (screen.isPresent()) {
            stage.setX(bounds.x());
            stage.setY(bounds.y());
        } else {
            stage.centerOnScreen();
        }
        stage.setMaximized(bounds.maximized());
    }

    private void closing() {
        try {
            current.ifPresent(Pane::hidden);
            watching.stop();
            remember();
        } finally {
            tasks.close();
        }
    }

    /** Remembers the window's place; that it cannot be written must not keep it from closing. */
    private void remember() {
        preferences =
                preferences.withWindow(
                        new WindowBounds(
                                stage.getX(),
                                stage.getY(),
                                stage.getWidth(),
                                stage.getHeight(),
                                stage.isMaximized()));
        try {
            saveLatest();
        } catch (BadInputException | UncheckedIOException e) {
            System.err.println("isogloss: the preferences were not saved: " + e.getMessage());
        }
    }
}
