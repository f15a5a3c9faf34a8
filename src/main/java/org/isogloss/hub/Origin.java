package org.isogloss.hub;

import java.net.URI;
import java.util.Optional;

/** Where files come from: who is told the token, and what a refusal means there. */
interface Origin {
    /** The server that was asked for, without a slash at the end. */
    URI endpoint();

    /** The user's token, for this server only. */
    Optional<String> token();

    /** What a status that will not pass means, and what to do about it. */
    String refusal(int status, URI address);
}
