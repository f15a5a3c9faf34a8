package org.isogloss.hub;

import java.net.URI;
import java.util.Optional;

/**
 * A repository of the hub.
 *
 * @param id such as {@code intfloat/multilingual-e5-small}
 * @param dataset whether it is a data set's or a model's
 * @param endpoint where the hub is
 * @param token the user's token, if any
 */
record Repository(String id, boolean dataset, URI endpoint, Optional<String> token)
        implements Origin {
    static Repository model(ModelId id, HubSettings settings) {
        return new Repository(id.text(), false, settings.endpoint(), settings.token());
    }

    static Repository dataset(String id, HubSettings settings) {
        return new Repository(id, true, settings.endpoint(), settings.token());
    }

    /** Where the hub answers questions about it. */
    String api() {
        return (dataset ? "/api/datasets/" : "/api/models/") + id;
    }

    /** Where the hub shows it, and keeps its files. */
    String page() {
        return (dataset ? "/datasets/" : "/") + id;
    }

    @Override
    public String refusal(int status, URI address) {
        String page = endpoint + page();
        return switch (status) {
            case 401 ->
                    endpoint
                            + " shows "
                            + id
                            + (token.isPresent()
                                    ? " not to the holder of this token"
                                    : " to nobody without a token")
                            + " (401): check the spelling; if it is private or gated,"
                            + " accept its licence at "
                            + page
                            + " and set HF_TOKEN";
            case 403 ->
                    id
                            + " is gated (403): accept its licence at "
                            + page
                            + " and set HF_TOKEN to a token of that account that may read"
                            + " it";
            case 404 ->
                    address
                            + ": there is no such "
                            + (dataset ? "data set" : "model")
                            + ", revision or file (404); check the spelling of "
                            + id
                            + (dataset ? "" : " and of --revision");
            default -> address + " is refused with status " + status;
        };
    }
}
