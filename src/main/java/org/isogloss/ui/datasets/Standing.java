package org.isogloss.ui.datasets;

/** How a data set of the list stands. */
enum Standing {
    /** It is being read, or waits for it. */
    READING,
    /** It is remembered and not looked at again yet. */
    REMEMBERED,
    /** Its files are those that were read. */
    UNCHANGED,
    /** Its files are others than those that were read. */
    CHANGED,
    /** Its files are not where they were. */
    MISSING,
    /** It cannot be read. */
    REFUSED,
    /** The user stopped the reading. */
    STOPPED
}
