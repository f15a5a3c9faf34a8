package org.isogloss.encoder;

/** In what layers compute their products and attention; all else is float32 in any case. */
public enum Precision {
    /** 32 bits, of which 24 are digits. */
    FLOAT32,
    /** 16 bits, of which 8 are digits: on a graphics card only. */
    BFLOAT16
}
