package org.isogloss.hub;

import java.net.URI;
import org.isogloss.base.BadInputException;

/**
 * A file of a data set that can be fetched.
 *
 * @param address where its content is, for ever the same
 * @param file what it is called in the data set's folder, and what its content must be
 */
public record RemoteFile(URI address, HubFile file) {
    /**
     * A file at a fixed address.
     *
     * @throws BadInputException if the address is none, or the file would lie outside its folder
     */
    public static RemoteFile at(String address, String path, long size, String hash) {
        try {
            return new RemoteFile(URI.create(address), new HubFile(path, size, hash));
        } catch (IllegalArgumentException e) {
            throw new BadInputException("'" + address + "' is no address", e);
        }
    }
}
