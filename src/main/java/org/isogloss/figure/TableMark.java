package org.isogloss.figure;

/**
 * What a table says of one of its cells beside the value.
 *
 * @param row counted from 0
 * @param column counted from 0
 * @param ties letters that it shares with those it is tied with; empty where nothing was ranked
 * @param interval such as {@code ±.012} or {@code [.69, .72]}; empty for none
 * @param best true for the best of those it is compared with: printed bold
 * @param significant true if its difference from the baseline passed a test: printed with a dagger
 */
public record TableMark(
        int row, int column, String ties, String interval, boolean best, boolean significant) {
    /** A mark on what was not ranked. */
    public TableMark(int row, int column, String interval, boolean best, boolean significant) {
        this(row, column, "", interval, best, significant);
    }
}
