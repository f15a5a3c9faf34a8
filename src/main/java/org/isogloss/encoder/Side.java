package org.isogloss.encoder;

/** Which tower's text it is; both share one model, and differ in what is put before the text. */
public enum Side {
    QUESTION,
    PASSAGE
}
