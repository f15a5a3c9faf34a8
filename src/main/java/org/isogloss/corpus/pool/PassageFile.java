package org.isogloss.corpus.pool;

import java.nio.file.Path;
import org.isogloss.corpus.Lang;

/**
 * A file with one passage a line, all in one language.
 *
 * @param path the file, also {@code .gz} or inside an archive
 * @param lang the passages' language
 * @param shape how a line becomes a passage
 */
public record PassageFile(Path path, Lang lang, PassageShape shape) {}
