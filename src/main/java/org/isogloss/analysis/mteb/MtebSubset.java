package org.isogloss.analysis.mteb;

import java.util.List;
import org.isogloss.corpus.Lang;

/**
 * A part of a task that MTEB scores by itself.
 *
 * @param name its {@code hf_subset}, such as {@code ara-deu}
 * @param question the questions' language
 * @param passage the passages' language
 * @param languages the languages as MTEB writes them ({@code ara-Arab}), in the order of the name
 */
public record MtebSubset(String name, Lang question, Lang passage, List<String> languages) {
    public MtebSubset {
        languages = List.copyOf(languages);
    }
}
