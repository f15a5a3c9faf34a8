package org.isogloss.base;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is wrong with a disk or a folder, not with what is in it; told by the words of the operating
 * system.
 */
public enum DiskFault {
    /** There is no space left, or none for this user. */
    FULL(
            "the disk is full",
            "free some space",
            "no space left on device|disk quota exceeded|not enough space"),

    /** It was mounted for reading only, or a fault of the disk made the system do so. */
    READ_ONLY(
            "the disk is read-only",
            "make it writable, or choose a folder on another",
            "read-only file system|write protected"),

    /** The user may not. */
    FORBIDDEN(
            "access is denied",
            "have its owner permit it, or choose another folder",
            "permission denied|operation not permitted");

    private final String what;
    private final String remedy;
    private final Pattern words;

    DiskFault(String what, String remedy, String words) {
        this.what = what;
        this.remedy = remedy;
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /** The fault behind an exception, if it is one of these. */
    public static Optional<DiskFault> behind(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .filter(IOException.class::isInstance)
                .flatMap(cause -> Arrays.stream(values()).filter(fault -> fault.saidBy(cause)))
                .findFirst();
    }

    private boolean saidBy(Throwable cause) {
        if (cause instanceof AccessDeniedException) {
            return this == FORBIDDEN; // its reason is not filled in
        }
        String reason =
                cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
        return words.matcher(Objects.toString(reason, "")).find();
    }

    /** What happened, where, and what to do, without a full stop. */
    public String sentence(Throwable thrown) {
        return what + ": " + thrown.getMessage() + "; " + remedy;
    }
}
