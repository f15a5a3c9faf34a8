package org.isogloss.hub;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isogloss.base.BadInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the hub says of a repository: which commit a revision stands for, and its files. */
final class HubTree {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;[^,]*rel=\"next\"");
    private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]*");
    private static final int MOST_PAGES = 1000;

    private final HubClient client;
    private final String api;

    HubTree(HubClient client, Repository repository) {
        this.client = client;
        this.api = repository.api();
    }

    /**
     * A revision may become the name of a file.
     *
     * @throws BadInputException if it could lie elsewhere
     */
    static void requireRevision(String revision) {
        if (!REVISION.matcher(revision).matches()
                || revision.contains("..")
                || revision.contains("//")
                || revision.endsWith("/")) {
            throw new BadInputException(
                    "'" + revision + "' is no revision; name a branch, a tag or a commit");
        }
    }

    /** The commit a branch or tag stands for now, as the hub says it. */
    String commit(String revision) throws InterruptedException {
        String encoded = URLEncoder.encode(revision, StandardCharsets.UTF_8);
        return json(client.document(client.address(api + "/revision/" + encoded)))
                .path("sha")
                .asString("");
    }

    /** All files of a commit. */
    List<HubFile> files(String commit) throws InterruptedException {
        List<HubFile> files = new ArrayList<>();
        URI page = client.address(api + "/tree/" + commit + "?recursive=true");
        for (int pages = 0; page != null; pages++) {
            if (pages == MOST_PAGES) {
                throw new BadInputException(page + ": the list of files does not end");
            }
            HttpResponse<byte[]> answer = client.document(page);
            for (JsonNode entry : json(answer)) {
                if (entry.path("type").asString("").equals("file")) {
                    files.add(file(entry));
                }
            }
            Matcher next = NEXT.matcher(String.join(",", answer.headers().allValues("Link")));
            page = next.find() ? page.resolve(next.group(1)) : null;
        }
        return files;
    }

    /** Large files are listed with their SHA-256, small ones with the id git gives them. */
    private static HubFile file(JsonNode entry) {
        JsonNode large = entry.path("lfs");
        JsonNode facts = large.isObject() ? large : entry;
        return new HubFile(
                entry.path("path").asString(""),
                facts.path("size").asLong(-1),
                facts.path("oid").asString("").replaceFirst("^sha256:", ""));
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            throw new BadInputException(
                    answer.uri() + " answers with something else than JSON; check HF_ENDPOINT", e);
        }
    }
}
