package org.isogloss.hub;

import java.net.URI;
import java.util.Optional;

/**
 * A server that gives files to everybody.
 *
 * @param endpoint the server
 * @param homepage where its files are described
 */
record FixedPlace(URI endpoint, String homepage) implements Origin {
    /** The server of an address. */
    static FixedPlace of(URI address, String homepage) {
        return new FixedPlace(
                URI.create(address.getScheme() + "://" + address.getRawAuthority()), homepage);
    }

    @Override
    public Optional<String> token() {
        return Optional.empty();
    }

    @Override
    public String refusal(int status, URI address) {
        return address
                + " is refused with status "
                + status
                + "; look at "
                + homepage
                + " for where it is now";
    }
}
