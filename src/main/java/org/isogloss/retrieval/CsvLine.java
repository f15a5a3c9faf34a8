package org.isogloss.retrieval;

import java.util.ArrayList;
import java.util.List;
import org.isogloss.base.BadInputException;

/** Lines of comma-separated values, quoted as in RFC 4180; no value holds a line end. */
public final class CsvLine {
    private CsvLine() {}

    /**
     * An id as it stands in a line.
     *
     * @throws BadInputException if it holds a line end
     */
    public static String quoted(String id) {
        if (id.indexOf('\n') >= 0 || id.indexOf('\r') >= 0) {
            throw new BadInputException("the id '" + id + "' holds a line end; remove it");
        }
        if (id.indexOf(',') < 0 && id.indexOf('"') < 0) {
            return id;
        }
        return '"' + id.replace("\"", "\"\"") + '"';
    }

    /** The values of a line. */
    public static List<String> columns(String line) {
        List<String> columns = new ArrayList<>(6);
        int start = 0;
        while (start <= line.length()) {
            int end = start;
            if (start < line.length() && line.charAt(start) == '"') {
                StringBuilder id = new StringBuilder();
                for (end = start + 1; end < line.length(); end++) {
                    if (line.charAt(end) == '"' && !line.startsWith("\"\"", end)) {
                        break;
                    }
                    id.append(line.charAt(end));
                    end += line.charAt(end) == '"' ? 1 : 0;
                }
                columns.add(id.toString());
                end++;
            } else {
                end = line.indexOf(',', start);
                end = end < 0 ? line.length() : end;
                columns.add(line.substring(start, end));
            }
            start = end + 1;
        }
        return columns;
    }
}
