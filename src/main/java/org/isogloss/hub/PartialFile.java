package org.isogloss.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.isogloss.base.AtomicFile;

/**
 * What has come of a file so far: it grows over several attempts, is checked when complete, and
 * only then moved to its place.
 */
final class PartialFile implements AutoCloseable {
    private static final int OK = 200;
    private static final int PARTIAL = 206;

    private final Path path;
    private final HubFile expected;
    private final FileChannel channel;
    private long length;
    private Body current;

    /** Opens what an earlier attempt left, or an empty file. */
    PartialFile(Path path, HubFile expected) throws IOException {
        this.path = path;
        this.expected = expected;
        Files.createDirectories(path.getParent());
        channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        length = channel.size();
        if (length > expected.size()) {
            restart();
        }
    }

    /** Bytes so far; may be asked from any thread. */
    synchronized long length() {
        return length;
    }

    private synchronized void restart() throws IOException {
        length = 0;
        channel.truncate(0);
    }

    /** Takes an answer: the rest of the file, all of it where the server knows no ranges. */
    BodyHandler<Void> handler() {
        return this::receive;
    }

    private synchronized BodySubscriber<Void> receive(ResponseInfo answer) {
        int status = answer.statusCode();
        boolean rest =
                status == PARTIAL
                        && answer.headers()
                                .firstValue("Content-Range")
                                .orElse("")
                                .startsWith("bytes " + length + "-");
        try {
            if (!rest && (status == OK || status == PARTIAL || status == HubClient.NO_SUCH_RANGE)) {
                restart();
            }
        } catch (IOException e) {
            return failed(e);
        }
        if (status != OK && !rest) {
            return BodySubscribers.replacing(null);
        }
        current = new Body();
        return current;
    }

    private BodySubscriber<Void> failed(IOException e) {
        Body body = new Body();
        body.end.completeExceptionally(unwritable(e));
        return body;
    }

    private UncheckedIOException unwritable(IOException e) {
        return new UncheckedIOException("cannot write " + path + ": " + e.getMessage(), e);
    }

    /** Appends the pieces of one answer, unless a later answer has taken over. */
    private final class Body implements BodySubscriber<Void> {
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private Flow.Subscription subscription;

        @Override
        public CompletionStage<Void> getBody() {
            return end;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(1);
        }

        @Override
        public void onNext(List<ByteBuffer> pieces) {
            try {
                if (append(this, pieces)) {
                    subscription.request(1);
                } else {
                    subscription.cancel();
                }
            } catch (IOException e) {
                subscription.cancel();
                end.completeExceptionally(unwritable(e));
            }
        }

        @Override
        public void onError(Throwable problem) {
            end.completeExceptionally(problem);
        }

        @Override
        public void onComplete() {
            end.complete(null);
        }
    }

    private synchronized boolean append(Body from, List<ByteBuffer> pieces) throws IOException {
        if (from != current) {
            return false;
        }
        for (ByteBuffer piece : pieces) {
            if (length + piece.remaining() > expected.size()) {
                restart();
                throw new IOException(
                        "more than the " + expected.size() + " bytes came that are listed");
            }
            while (piece.hasRemaining()) {
                length += channel.write(piece, length);
            }
        }
        return true;
    }

    /**
     * Moves the file to its place if it is as listed; deletes it if not.
     *
     * @throws IOException naming file, expected and found size or checksum
     */
    void moveTo(Path place) throws IOException {
        channel.force(true);
        close();
        String problem = problem(path, expected);
        if (!problem.isEmpty()) {
            Files.delete(path);
            throw new IOException(
                    expected.path() + " came with " + problem + "; it was deleted, try again");
        }
        AtomicFile.move(path, place);
    }

    /** What is wrong with a file, in words that follow a verb; nothing if it is as listed. */
    static String problem(Path path, HubFile expected) throws IOException {
        long size = Files.size(path);
        if (size != expected.size()) {
            return size + " bytes, but listed are " + expected.size();
        }
        String hash = hash(path, expected);
        return hash.equals(expected.hash())
                ? ""
                : "the wrong checksum " + hash + ", but listed is " + expected.hash();
    }

    /** Small files carry the name git gives their content: a SHA-1 over length and bytes. */
    private static String hash(Path path, HubFile expected) throws IOException {
        MessageDigest digest = digest(expected.sha256() ? "SHA-256" : "SHA-1");
        if (!expected.sha256()) {
            digest.update(("blob " + expected.size() + "\0").getBytes(StandardCharsets.UTF_8));
        }
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(path)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        current = null;
        channel.close();
    }
}
