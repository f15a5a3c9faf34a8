/**
 * Rows of Parquet files as JSON objects, one after another.
 *
 * <p>It must not know of data set formats. Place in the line: before {@link
 * org.isogloss.corpus.format}, whose readers see a Parquet file as they see JSON lines.
 *
 * <p>Apache's own parquet-java reads: monthly releases, every encoding and page version, tested
 * against all other writers. It wants Hadoop on the class path; parquet-floor replaces that by 45
 * KiB of classes, so nothing of it runs. Together with aircompressor, which unpacks Snappy,
 * Zstandard and LZ4 without native code, these are 9 jars of 10.3 MiB. parquet-jackson (2.3 MiB)
 * and jts-core (1.2 MiB) are only loaded, never used, but no footer can be read without them;
 * snappy-java and zstd-jni (8.5 MiB) are left out. Hardwood would be 0.6 MiB in one jar but needs
 * Java 21, carpet brings 31 MB of Hadoop, and DuckDB 81 MB of native code.
 */
package org.isogloss.corpus.parquet;
