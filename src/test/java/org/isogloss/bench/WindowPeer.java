package org.isogloss.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.isogloss.base.JsonFile;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.run.EventLog;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunLock;
import org.isogloss.run.UserFolder;
import org.isogloss.ui.StudyFixture;
import org.isogloss.ui.shell.Workbench;

/**
 * How long the window takes to be usable and how evenly it draws while a run streams, beside a
 * window with one label; {@code fitness.py} calls it.
 *
 * <p>Not a test. {@code bare SECONDS} opens the label, {@code isogloss SECONDS} the workbench on a
 * made-up study of three runs, two of them finished, goes to the runs and lets the third write 100
 * steps a second. Prints the time from the process's start to the second frame of the whole window,
 * and the gaps between frames for the seconds given.
 */
final class WindowPeer {
    private static final long TIMEOUT = 120;
    private static final long BETWEEN_STEPS = 10;
    private static final double MILLION = 1e6;

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private WindowPeer() {}

    public static void main(String[] args) throws Exception {
        System.setProperty("java.awt.headless", "true");
        boolean bare = args[0].equals("bare");
        long seconds = Long.parseLong(args[1]);
        Path home = Files.createTempDirectory("isogloss-window");
        StudyFixture fixture = new StudyFixture(home.resolve("runs"), List.of(1L)).finish(2);
        AtomicBoolean stop = new AtomicBoolean();
        Thread watch =
                new Thread(
                        () -> {
                            try {
                                watch(bare, seconds, fixture, stop);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            } finally {
                                Runtime.getRuntime().halt(0); // nothing here is worth closing
                            }
                        });
        watch.start();
        if (bare) {
            Platform.startup(WindowPeer::label);
        } else {
            Workbench.open(new UserFolder(home), Optional.empty(), Optional.empty());
        }
        watch.join();
    }

    private static void label() {
        Stage stage = new Stage();
        stage.setScene(new Scene(new Label("A window"), 1280, 800));
        stage.show();
    }

    private static void watch(boolean bare, long seconds, StudyFixture fixture, AtomicBoolean stop)
            throws InterruptedException {
        await(WindowPeer::whole);
        frames(2);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("opened", (System.currentTimeMillis() - started()) / 1e3);
        line.put("cpu", SYSTEM.getProcessCpuTime() / 1e9);
        if (!bare) {
            Thread writer = new Thread(() -> write(fixture, stop));
            writer.start();
            onWindow(() -> press("#go-runs"));
            await(stage -> stage.getScene().lookup(".runs") != null);
            Thread.sleep(3000); // classes load and curves get their first points
        }
        double[] gaps = gaps(seconds);
        stop.set(true);
        line.put("frames", gaps.length);
        line.put("median", gaps[gaps.length / 2]);
        line.put("p99", gaps[gaps.length * 99 / 100]);
        line.put("longest", gaps[gaps.length - 1]);
        System.out.println(JsonFile.line(line));
        System.out.flush();
    }

    private static long started() {
        return ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    /** True once the window shows, and has its rail if it is the workbench. */
    private static boolean whole(Stage stage) {
        Node root = stage.getScene().getRoot();
        return root instanceof Label || root.lookup("#go-runs") != null;
    }

    private static void press(String selector) {
        Node node = Window.getWindows().get(0).getScene().lookup(selector);
        if (node instanceof ButtonBase button) {
            button.fire();
        } else {
            node.fireEvent(new ActionEvent());
        }
    }

    private static void await(Predicate<Stage> there) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT);
        AtomicBoolean found = new AtomicBoolean();
        while (!found.get()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no window after " + TIMEOUT + " s");
            }
            Thread.sleep(5);
            try {
                onWindow(
                        () ->
                                found.set(
                                        Window.getWindows().stream()
                                                .filter(Stage.class::isInstance)
                                                .map(Stage.class::cast)
                                                .anyMatch(
                                                        stage ->
                                                                stage.isShowing()
                                                                        && there.test(stage))));
            } catch (IllegalStateException e) {
                found.set(false); // the toolkit does not run yet
            }
        }
    }

    private static void onWindow(Runnable work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(
                () -> {
                    work.run();
                    done.countDown();
                });
        done.await();
    }

    private static void frames(int count) throws InterruptedException {
        CountDownLatch drawn = new CountDownLatch(count + 1);
        AnimationTimer timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        drawn.countDown();
                    }
                };
        onWindow(timer::start);
        drawn.await();
        onWindow(timer::stop);
    }

    /** Milliseconds between frames, ascending. */
    private static double[] gaps(long seconds) throws InterruptedException {
        List<Long> times = new ArrayList<>();
        AnimationTimer timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        times.add(System.nanoTime());
                    }
                };
        onWindow(timer::start);
        Thread.sleep(seconds * 1000);
        onWindow(timer::stop);
        double[] gaps = new double[times.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = (times.get(i + 1) - times.get(i)) / MILLION;
        }
        Arrays.sort(gaps);
        return gaps;
    }

    /** The third run of the study, as its process would write it. */
    private static void write(StudyFixture fixture, AtomicBoolean stop) {
        ExperimentSpec spec = fixture.study().plan().get(2);
        RunFolder run = RunFolder.create(fixture.shelf().path(), spec, Map.of());
        try (RunLock lock = run.lock().orElseThrow();
                EventLog log = run.openLog(Clock.systemUTC())) {
            log.append(new RunEvent.Started(0, 100_000, 530_000));
            for (int step = 1; !stop.get(); step++) {
                String kind = step % 2 == 0 ? "monolingual" : "cross-lingual";
                double loss = 4.2 * Math.exp(-step / 600.0) + .3 + .1 * Math.sin(step);
                log.append(new RunEvent.Step(step, kind, loss, .004, 1, 90_000));
                Thread.sleep(BETWEEN_STEPS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
