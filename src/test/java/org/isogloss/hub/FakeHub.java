package org.isogloss.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.isogloss.base.JsonFile;

/**
 * A hub of one model, or one data set, {@code org/tiny}, on this machine: lists files three to a
 * page, and sends weights from another host name, as the hub does.
 */
public final class FakeHub implements AutoCloseable {
    public static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final int PAGE = 3;

    final Map<String, byte[]> files = new TreeMap<>();

    /** What the list says of a file, where that is not true. */
    final Map<String, HubFile> listed = new HashMap<>();

    /** Each request as its path and its range, if any. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    /** Each Authorization header with the host name that saw it. */
    final List<String> tokens = new CopyOnWriteArrayList<>();

    /** Statuses of the next answers, instead of what they would be. */
    final Deque<Integer> statuses = new ConcurrentLinkedDeque<>();

    /** Bytes after which the next weights break off. */
    final Deque<Integer> breaks = new ConcurrentLinkedDeque<>();

    volatile boolean knowsRanges = true;

    private final HttpServer server;

    public FakeHub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Offers all files of a folder. */
    public FakeHub with(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                files.put(name, Files.readAllBytes(file));
            }
        }
        return this;
    }

    FakeHub with(String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = exchange.getRequestURI().toString();
            String range = exchange.getRequestHeaders().getFirst("Range");
            requests.add(range == null ? asked : asked + " " + range);
            String path = asked.replaceFirst("^(/api)?/datasets/", "$1/models/");
            path = path.replaceFirst("^/models/", "/").replace("%20", " ");
            String token = exchange.getRequestHeaders().getFirst("Authorization");
            String host = exchange.getRequestHeaders().getFirst("Host").replaceAll(":.*", "");
            if (token != null) {
                tokens.add(host + " " + token);
            }
            Integer status = statuses.poll();
            String resolve = "/org/tiny/resolve/" + COMMIT + "/";
            if (status != null) {
                exchange.sendResponseHeaders(status, -1);
            } else if (path.matches("(/api/models)?/tiny/.*")) {
                exchange.getResponseHeaders().add("Location", path.replace("/tiny/", "/org/tiny/"));
                exchange.sendResponseHeaders(307, -1);
            } else if (path.equals("/api/models/org/tiny/revision/main")) {
                send(exchange, Map.of("id", "org/tiny", "sha", COMMIT));
            } else if (path.startsWith("/api/models/org/tiny/tree/" + COMMIT + "?recursive=true")) {
                page(exchange, path);
            } else if (path.startsWith(resolve) && path.endsWith(".safetensors")) {
                String to = endpoint().replace("127.0.0.1", "localhost");
                exchange.getResponseHeaders()
                        .add("Location", to + "/store/" + path.substring(resolve.length()));
                exchange.sendResponseHeaders(302, -1);
            } else if (path.startsWith(resolve)) {
                send(exchange, files.get(path.substring(resolve.length())), range);
            } else if (path.startsWith("/store/")
                    && files.containsKey(path.substring("/store/".length()))) {
                send(exchange, files.get(path.substring("/store/".length())), range);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private void page(HttpExchange exchange, String path) throws IOException {
        int from = path.contains("cursor=") ? Integer.parseInt(path.replaceAll(".*=", "")) : 0;
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(Map.of("type", "directory", "path", "1_Pooling", "size", 0, "oid", "0"));
        files.forEach((name, content) -> all.add(entry(name, content)));
        if (from + PAGE < all.size()) {
            String next = path.replaceAll("&cursor.*", "") + "&cursor=" + (from + PAGE);
            exchange.getResponseHeaders().add("Link", "<" + endpoint() + next + ">; rel=\"next\"");
        }
        send(exchange, all.subList(from, Math.min(all.size(), from + PAGE)));
    }

    private Map<String, Object> entry(String name, byte[] content) {
        boolean large = name.endsWith(".safetensors");
        HubFile file =
                listed.getOrDefault(
                        name, large ? null : new HubFile("x", content.length, git(content)));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("type", "file");
        entry.put("path", name);
        entry.put("oid", file == null ? "f".repeat(40) : file.hash());
        entry.put("size", file == null ? content.length : file.size());
        if (large) {
            String hash = file == null ? hash("SHA-256", content) : file.hash();
            entry.put("lfs", Map.of("oid", hash, "size", entry.get("size"), "pointerSize", 134));
        }
        return entry;
    }

    public static String git(byte[] content) {
        byte[] head = ("blob " + content.length + "\0").getBytes(StandardCharsets.UTF_8);
        return hash("SHA-1", head, content);
    }

    static String hash(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(HttpExchange exchange, Object json) throws IOException {
        byte[] body = JsonFile.line(json).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private void send(HttpExchange exchange, byte[] content, String range) throws IOException {
        int from = 0;
        if (range != null && knowsRanges) {
            from = Integer.parseInt(range.replaceAll("[^0-9]", ""));
            String rest = "bytes " + from + "-" + (content.length - 1) + "/" + content.length;
            exchange.getResponseHeaders().add("Content-Range", rest);
        }
        int length = content.length - from;
        exchange.sendResponseHeaders(range != null && knowsRanges ? 206 : 200, length);
        boolean weights = exchange.getRequestURI().getPath().startsWith("/store/");
        Integer end = weights ? breaks.poll() : null;
        try {
            exchange.getResponseBody().write(content, from, end == null ? length : end);
            exchange.getResponseBody().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
