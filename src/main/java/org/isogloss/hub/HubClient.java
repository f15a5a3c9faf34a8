package org.isogloss.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;

/**
 * Asks a server over HTTP: patient with a server that is busy or breaks off, and silent about the
 * token towards any other host that it is sent to.
 */
final class HubClient {
    /** The answer to a request for bytes beyond the end of a file. */
    static final int NO_SUCH_RANGE = 416;

    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PASSING = Set.of(408, 429, NO_SUCH_RANGE, 500, 502, 503, 504);
    private static final int MOST_REDIRECTS = 10;
    private static final int MOST_RETRIES = 4;
    private static final long LOOK_EVERY_MS = 100;
    private static final long LONGEST_WAIT_MS = 60_000;
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final Origin origin;
    private final Duration firstWait;
    private final Cancellation stop;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(SILENCE)
                    .build();

    /**
     * @param origin who is asked
     * @param firstWait before the first retry; each later wait is twice as long
     * @param stop asked while waiting
     */
    HubClient(Origin origin, Duration firstWait, Cancellation stop) {
        this.origin = origin;
        this.firstWait = firstWait;
        this.stop = stop;
    }

    /** An address below the endpoint. */
    URI address(String path) {
        return URI.create(origin.endpoint() + path);
    }

    /**
     * Asks for a small document.
     *
     * @throws BadInputException if the hub refuses it
     * @throws UncheckedIOException if the hub cannot be reached
     */
    HttpResponse<byte[]> document(URI address) throws InterruptedException {
        return ask(address, () -> 0, BodyHandlers.ofByteArray(), answer -> true, length -> {});
    }

    /**
     * Fetches what is missing of a file.
     *
     * @param progress hears the bytes so far
     * @throws BadInputException if the hub refuses it
     * @throws UncheckedIOException if the hub cannot be reached
     */
    void download(URI address, PartialFile file, long size, LongConsumer progress)
            throws InterruptedException {
        if (file.length() < size) {
            ask(
                    address,
                    file::length,
                    file.handler(),
                    answer -> answer.statusCode() == OK || file.length() == size,
                    progress);
        }
    }

    /** Says whether an answer that came through is of use. */
    @FunctionalInterface
    private interface Enough<T> {
        boolean of(HttpResponse<T> answer);
    }

    private <T> HttpResponse<T> ask(
            URI address,
            LongSupplier have,
            BodyHandler<T> handler,
            Enough<T> enough,
            LongConsumer progress)
            throws InterruptedException {
        long before = have.getAsLong();
        for (int failures = 0; ; failures++) {
            IOException problem;
            long wait = firstWait.toMillis() << failures;
            try {
                HttpResponse<T> answer = follow(address, have, handler, progress);
                int status = answer.statusCode();
                if ((status == OK || status == PARTIAL) && enough.of(answer)) {
                    return answer;
                }
                // What another host refuses is an address of the hub's that is too old.
                boolean ours = sameHost(answer.uri());
                if (ours && status >= 400 && !PASSING.contains(status)) {
                    throw new BadInputException(origin.refusal(status, address));
                }
                problem = new IOException(answer.uri().getHost() + " answers " + status);
                wait = Math.max(wait, asked(answer));
            } catch (IOException e) {
                problem = e;
            }
            if (have.getAsLong() > before) {
                before = have.getAsLong();
                failures = 0;
            }
            if (failures >= MOST_RETRIES) {
                throw unreachable(address, problem);
            }
            pause(Math.min(wait, LONGEST_WAIT_MS));
        }
    }

    private <T> HttpResponse<T> follow(
            URI address, LongSupplier have, BodyHandler<T> handler, LongConsumer progress)
            throws IOException, InterruptedException {
        URI at = address;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            HttpResponse<T> answer = send(request(at, have.getAsLong()), have, handler, progress);
            if (!REDIRECTS.contains(answer.statusCode())) {
                return answer;
            }
            at = target(at, answer);
        }
        throw new IOException("more than " + MOST_REDIRECTS + " redirects");
    }

    private static URI target(URI from, HttpResponse<?> answer) throws IOException {
        String location = answer.headers().firstValue("Location").orElse("");
        try {
            URI to = from.resolve(location);
            boolean weaker = from.getScheme().equals("https") && !"https".equals(to.getScheme());
            if (!location.isEmpty() && to.getHost() != null && !weaker) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(from + " redirects to '" + location + "', no address", e);
        }
        throw new IOException(from + " redirects to '" + location + "', which is not followed");
    }

    private HttpRequest request(URI address, long from) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .header("User-Agent", "isogloss")
                        .header("Accept-Encoding", "identity");
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        if (sameHost(address)) {
            origin.token().ifPresent(value -> request.header("Authorization", "Bearer " + value));
        }
        return request.build();
    }

    private boolean sameHost(URI address) {
        URI endpoint = origin.endpoint();
        return endpoint.getScheme().equals(address.getScheme())
                && endpoint.getHost().equalsIgnoreCase(address.getHost())
                && endpoint.getPort() == address.getPort();
    }

    /** Waits for an answer to its end, unless asked to stop or nothing comes for long. */
    private <T> HttpResponse<T> send(
            HttpRequest request, LongSupplier have, BodyHandler<T> handler, LongConsumer progress)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<T>> answer = http.sendAsync(request, handler);
        long seen = have.getAsLong();
        long since = System.nanoTime();
        try {
            while (true) {
                stop.check();
                try {
                    return answer.get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    long now = have.getAsLong();
                    progress.accept(now);
                    since = now == seen ? since : System.nanoTime();
                    seen = now;
                    if (System.nanoTime() - since > SILENCE.toNanos()) {
                        throw new HttpTimeoutException(
                                "nothing came for " + SILENCE.toSeconds() + " seconds");
                    }
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException dropped) {
                throw dropped;
            }
            if (e.getCause() instanceof UncheckedIOException ours) {
                throw ours;
            }
            throw new IllegalStateException("cannot ask " + request.uri(), e);
        } finally {
            answer.cancel(true);
        }
    }

    private static long asked(HttpResponse<?> answer) {
        String seconds = answer.headers().firstValue("Retry-After").orElse("");
        return seconds.matches("[0-9]{1,6}") ? Long.parseLong(seconds) * 1000 : 0;
    }

    private void pause(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = millis; left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            stop.check();
            Thread.sleep(Math.min(left, LOOK_EVERY_MS));
        }
    }

    private UncheckedIOException unreachable(URI address, IOException e) {
        String reason =
                e instanceof ConnectException
                        ? "no connection to " + origin.endpoint()
                        : Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
        return new UncheckedIOException(
                "cannot get " + address + ": " + reason + "; try again later, what came is kept",
                e);
    }
}
