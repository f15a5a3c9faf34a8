package org.isogloss.hub;

import org.isogloss.base.BadInputException;

/**
 * A file of a model or a data set, as it is listed.
 *
 * @param path its name below its model's or data set's folder, with slashes
 * @param size bytes
 * @param hash its SHA-256 as 64 hexadecimal digits, or the SHA-1 of its git blob as 40; it is also
 *     the file's name among the cache's blobs
 */
public record HubFile(String path, long size, String hash) {
    /**
     * @throws BadInputException if the file could come to lie outside its folder
     */
    public HubFile {
        if (path.isEmpty() || !path.matches("[^\\\\\\p{Cntrl}]+") || leavesFolder(path)) {
            throw new BadInputException(
                    "the hub lists a file '" + path + "', which lies outside its folder");
        }
        if (!hash.matches("[0-9a-f]{40}|[0-9a-f]{64}")) {
            throw new BadInputException(
                    "the hub lists " + path + " with '" + hash + "', which is no checksum");
        }
        if (size < 0) {
            throw new BadInputException("the hub lists " + path + " with " + size + " bytes");
        }
    }

    private static boolean leavesFolder(String path) {
        if (path.matches("[A-Za-z]:.*")) {
            return true; // on Windows a drive
        }
        for (String name : path.split("/", -1)) {
            if (name.isEmpty() || name.equals(".") || name.equals("..")) {
                return true;
            }
        }
        return false;
    }

    /** True if the checksum is a SHA-256. */
    boolean sha256() {
        return hash.length() == 64;
    }

    /** The folder below the model's, or an empty text for the model's own. */
    String folder() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** The name without folders. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
