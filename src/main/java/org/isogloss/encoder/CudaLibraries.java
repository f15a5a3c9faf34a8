package org.isogloss.encoder;

import java.util.Optional;
import org.isogloss.base.BadInputException;

/** Whether the engine's libraries of this program could compute on a graphics card. */
public final class CudaLibraries {
    private static final String LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";
    private static final String PROCESSOR_ONLY = "cpu";

    private CudaLibraries() {}

    /**
     * What keeps them from it, in a sentence, or empty. Nothing native is loaded to find out: an
     * installed PyTorch tells its version in a file, and without natives on the class path those
     * for CUDA are fetched.
     */
    public static Optional<String> problem() {
        String named = System.getenv(LIBRARY_PATH);
        if (named == null) {
            boolean bundled =
                    CudaLibraries.class.getResource("/native/lib/pytorch.properties") != null;
            return bundled
                    ? Optional.of(
                            "This build computes on the processor only; for graphics cards set "
                                    + LIBRARY_PATH
                                    + " to the lib folder of a PyTorch "
                                    + PyTorch.VERSION
                                    + "+cu128.")
                    : Optional.empty();
        }
        try {
            return InstalledPyTorch.find(named).flavor().equals(PROCESSOR_ONLY)
                    ? Optional.of(
                            LIBRARY_PATH
                                    + " names a PyTorch for processors only; name a "
                                    + PyTorch.VERSION
                                    + "+cu128 there.")
                    : Optional.empty();
        } catch (BadInputException e) {
            return Optional.of(e.getMessage() + ".");
        }
    }
}
