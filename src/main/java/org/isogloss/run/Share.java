package org.isogloss.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isogloss.base.BadInputException;

/**
 * The part of a piece of work that one of several processes does: every {@code of}-th shard. Each
 * shard is one process's, and all have nearly as many, whatever lies in them.
 *
 * @param number of the process, from 1
 * @param of processes
 */
public record Share(int number, int of) {
    /** All of it. */
    public static final Share WHOLE = new Share(1, 1);

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,6})/([0-9]{1,6})");

    public Share {
        if (number < 1 || number > of) {
            throw new BadInputException(
                    "share " + number + "/" + of + " is none; shares of N go from 1/N to N/N");
        }
    }

    /** Reads a share as {@link #toString} writes it: {@code 3/64}. */
    public static Share parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new BadInputException("share '" + text + "' is not of the form 3/64");
        }
        return new Share(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /** True if a shard belongs to this process. */
    boolean has(int shard) {
        return shard % of == number - 1;
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
