package org.isogloss.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskFaultTest {
    @ParameterizedTest
    @CsvSource({
        "No space left on device, FULL, free some space",
        "Disk quota exceeded, FULL, free some space",
        "Read-only file system, READ_ONLY, make it writable",
        "Operation not permitted, FORBIDDEN, have its owner permit it"
    })
    void namesThePlaceAndWhatToDo(String reason, DiskFault fault, String remedy) {
        UncheckedIOException thrown = wrapped(new FileSystemException("/d/x", null, reason));

        assertThat(DiskFault.behind(thrown)).contains(fault);
        assertThat(fault.sentence(thrown)).contains("/d/x: " + reason).contains("; " + remedy);
    }

    @Test
    void knowsDeniedAccessThoughItHasNoReason() {
        assertThat(DiskFault.behind(wrapped(new AccessDeniedException("/d/x"))))
                .contains(DiskFault.FORBIDDEN);
    }

    @Test
    void takesNothingElseForAFaultOfTheDisk() {
        assertThat(DiskFault.behind(wrapped(new NoSuchFileException("/d/x")))).isEmpty();
        assertThat(DiskFault.behind(new IllegalStateException("No space left on device")))
                .isEmpty();
    }

    private static UncheckedIOException wrapped(IOException cause) {
        return new UncheckedIOException("cannot write: " + cause.getMessage(), cause);
    }
}
