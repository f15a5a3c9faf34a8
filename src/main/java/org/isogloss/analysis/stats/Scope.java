package org.isogloss.analysis.stats;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Over which cells a macro mean is taken. */
public enum Scope {
    /** Every language among its own candidates. */
    MONOLINGUAL,
    /** Every ordered pair of two languages. */
    CROSS_LINGUAL,
    /** Every question language among the candidates of all languages together. */
    MULTILINGUAL;

    /** The name in files and for people: {@code cross-lingual}. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
