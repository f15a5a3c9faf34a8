/**
 * Rows of Parquet files as JSON objects, one after another.
 *
 * <p>It must not know of data set formats. Place in the line: before {@link
 * org.isogloss.corpus.format}, whose readers see a Parquet file as they see JSON lines.
 *
 * <p>Apache's own parquet-java reads: the reference, with every encoding and page version, under
 * steady release (1.18.1 of September 2026). It wants Hadoop on the class path; parquet-floor,
 * which follows its releases, puts 45 KB of stand-ins there. With aircompressor, which unpacks
 * Snappy, Zstandard and LZ4 without native code, these are 9 jars of 10.7 MB. Of them
 * parquet-jackson (2.4 MB) and jts-core (1.2 MB) only serve to load the footer's classes;
 * snappy-java and zstd-jni (8.9 MB of native code) are left out. Hardwood would be one jar of 0.7
 * MB but needs Java 21; carpet brings 31 MB with parts of Hadoop, DuckDB 81 MB of native code.
 */
package org.isogloss.corpus.parquet;
