package org.isogloss.base;

/** Hears how far a long piece of work has come; called on the working thread. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress NONE = (what, done, total) -> {};

    /**
     * Reports the state of the work.
     *
     * @param what the thing being done, as a user would say it: "encoding passages"
     * @param done units finished, from 0
     * @param total units in all, or 0 when not known
     */
    void at(String what, long done, long total);
}
