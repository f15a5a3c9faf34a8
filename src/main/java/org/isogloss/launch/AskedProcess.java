package org.isogloss.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.run.RunFolder;
import org.isogloss.run.query.Answers;
import org.isogloss.run.query.Query;
import org.isogloss.run.query.SessionLine;
import org.isogloss.run.query.SessionLine.Kind;

/**
 * A finished run's model in a process of its own, which can be asked questions; the process ends
 * when this is closed, or when the process that holds it ends.
 */
public final class AskedProcess implements AskedModel {
    private final Process process;
    private final Writer questions;
    private final BlockingQueue<SessionLine> replies = new LinkedBlockingQueue<>();
    private volatile State state = State.STARTING;
    private volatile String complaint = ""; // the last line on standard error

    private AskedProcess(Process process) {
        this.process = process;
        questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        follow("answers", process.getInputStream(), this::hear, this::ended);
        follow("complaints", process.getErrorStream(), line -> complaint = line, () -> {});
    }

    /** Starts a process that loads the model, and returns at once. */
    public static AskedProcess start(LocalProcess process, RunFolder run, String collection) {
        return new AskedProcess(process.talk(arguments(process, run, collection)));
    }

    static List<String> arguments(LocalProcess process, RunFolder run, String collection) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "query",
                                run.path().toString(),
                                "--session",
                                "--collection",
                                collection));
        arguments.addAll(process.options());
        return arguments;
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public synchronized Answers ask(Query query) {
        try {
            if (state.stage() == Stage.ENDED) {
                throw new BadInputException(state.said());
            }
            questions.write(JsonFile.line(query) + "\n");
            questions.flush();
            SessionLine reply = replies.take();
            if (reply.kind() != Kind.ANSWERS) {
                throw new BadInputException(reply.said());
            }
            return reply.answers();
        } catch (IOException ended) {
            throw new BadInputException("the model's process has ended", ended);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInputException("the question was given up", e);
        }
    }

    private interface Lines {
        void accept(String line);
    }

    private static void follow(String name, InputStream stream, Lines lines, Runnable ended) {
        Thread reader =
                new Thread(
                        () -> {
                            try (BufferedReader in =
                                    new BufferedReader(
                                            new InputStreamReader(
                                                    stream, StandardCharsets.UTF_8))) {
                                for (String l = in.readLine(); l != null; l = in.readLine()) {
                                    lines.accept(l);
                                }
                            } catch (IOException closed) {
                                // the process was ended from here; there is nothing more to read
                            } finally {
                                ended.run();
                            }
                        },
                        name);
        reader.setDaemon(true);
        reader.start();
    }

    private void hear(String line) {
        SessionLine said;
        try {
            said = JsonFile.parse(line, SessionLine.class);
        } catch (BadInputException notOurs) {
            complaint = line; // a library that speaks where it should not
            return;
        }
        switch (said.kind()) {
            case PROGRESS -> state = new State(Stage.LOADING, said.said());
            case READY -> state = new State(Stage.READY, "");
            case ANSWERS, REFUSED -> replies.add(said);
            case FAILED -> state = new State(Stage.ENDED, said.said());
        }
    }

    /** Whoever waits for an answer is told that none comes. */
    private void ended() {
        if (state.stage() != Stage.ENDED) {
            String why = complaint.isEmpty() ? "" : ": " + complaint;
            state = new State(Stage.ENDED, "the model's process has ended" + why);
        }
        replies.add(new SessionLine(Kind.FAILED, state.said(), null));
    }

    @Override
    public void close() {
        try {
            questions.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot end the questions: " + e.getMessage(), e);
        } finally {
            process.destroy();
        }
    }
}
