package org.isogloss.corpus.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.isogloss.base.BadInputException;
import org.isogloss.base.LineSource;

/**
 * What the fact table says of a country, in codes.
 *
 * @param code ISO 3166-1 alpha-2
 * @param callingCode E.164 digits without the plus sign
 * @param language an official language, ISO 639
 * @param region UN M49 code
 * @param drivingSide {@code L} or {@code R}
 * @param neighbour the code of a country across a land border, or {@code -} where there is none
 * @param utcOffset the capital's standard time as {@code +4:30}
 * @param currency ISO 4217
 */
record Country(
        String code,
        String callingCode,
        String language,
        String region,
        String drivingSide,
        String neighbour,
        String utcOffset,
        String currency) {
    private static final String HEADER =
            "country\tcalling_code\tlanguage\tregion\tdriving_side\tneighbour\tutc_offset\tcurrency";

    /** The columns' shapes, in order. */
    private static final List<String> SHAPES =
            List.of(
                    "[A-Z]{2}",
                    "[0-9]{1,4}",
                    "[a-z]{2,3}",
                    "[0-9]{3}",
                    "[LR]",
                    "[A-Z]{2}|-",
                    "[+-][0-9]{1,2}(:[0-9]{2})?",
                    "[A-Z]{3}");

    boolean hasNeighbour() {
        return !neighbour.equals("-");
    }

    /**
     * Reads the fact table.
     *
     * @throws BadInputException if a column is missing or misshapen, or a country stands twice
     */
    static List<Country> read(Path file) {
        List<Country> countries = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        try (LineSource lines = new LineSource(file)) {
            if (!HEADER.equals(lines.next())) {
                throw lines.bad("the first line must name the columns: " + HEADER);
            }
            for (String line = lines.next(); line != null; line = lines.next()) {
                Country country = parse(lines, line);
                if (!codes.add(country.code)) {
                    throw lines.bad("country " + country.code + " stands twice; keep one line");
                }
                countries.add(country);
            }
        }
        return countries;
    }

    private static Country parse(LineSource lines, String line) {
        String[] f = line.split("\t", -1);
        if (f.length != SHAPES.size()) {
            throw lines.bad("has %d columns, not %d".formatted(f.length, SHAPES.size()));
        }
        for (int i = 0; i < f.length; i++) {
            if (!f[i].matches(SHAPES.get(i))) {
                throw lines.bad(
                        "'%s' in column %d does not have the form %s"
                                .formatted(f[i], i + 1, SHAPES.get(i)));
            }
        }
        return new Country(f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7]);
    }
}
