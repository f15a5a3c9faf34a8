package org.isogloss.run.query;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.base.Progress;
import org.isogloss.run.query.SessionLine.Kind;

/**
 * A conversation in lines of JSON with whoever asks: progress while a model is loaded, then an
 * answer to each question, until no more are to come.
 *
 * <p>It ends when its input does, also while it is loading: the process whose window was killed is
 * not left behind.
 *
 * @param in a {@link Query} a line
 * @param out a {@link SessionLine} a line
 */
public record QuerySession(BufferedReader in, PrintWriter out) {
    private static final long REST_NANOS = 100_000_000;

    /**
     * Loads and answers until the input ends.
     *
     * @param open loads what answers
     * @param stop asks to end early
     * @return true if what answers could be loaded
     */
    public boolean hold(
            BiFunction<Progress, Cancellation, CollectionSearcher> open, Cancellation stop) {
        BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(lines), "questions");
        reader.setDaemon(true); // it may wait for a line that never comes
        reader.start();
        // Whoever has asked before all is loaded waits for the answers; nobody waits for nothing.
        Cancellation left = () -> stop.requested() || Optional.<String>empty().equals(lines.peek());
        try (CollectionSearcher searcher = open.apply(progress(), left)) {
            say(SessionLine.saying(Kind.READY, null));
            Optional<String> line = lines.take();
            while (line.isPresent() && !stop.requested()) {
                say(answer(searcher, line.get()));
                line = lines.take();
            }
        } catch (CancellationException nobodyAsks) {
            return true;
        } catch (BadInputException unusable) {
            say(SessionLine.saying(Kind.FAILED, unusable.getMessage()));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private void read(BlockingQueue<Optional<String>> lines) {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(Optional.of(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the questions: " + e.getMessage(), e);
        } finally {
            lines.add(Optional.empty());
        }
    }

    private static SessionLine answer(CollectionSearcher searcher, String line) {
        try {
            return new SessionLine(
                    Kind.ANSWERS, null, searcher.answer(JsonFile.parse(line, Query.class)));
        } catch (BadInputException refused) {
            return SessionLine.saying(Kind.REFUSED, refused.getMessage());
        }
    }

    private Progress progress() {
        return new Progress() {
            private String current = "";
            private long last;

            @Override
            public void at(String what, long done, long total) {
                long now = System.nanoTime();
                if (what.equals(current) && now - last < REST_NANOS) {
                    return;
                }
                current = what;
                last = now;
                String far = total > 0 ? ": %,d of %,d" : "";
                say(
                        SessionLine.saying(
                                Kind.PROGRESS,
                                what + String.format(Locale.ROOT, far, done, total)));
            }
        };
    }

    private void say(SessionLine line) {
        out.println(JsonFile.line(line));
        out.flush();
    }
}
