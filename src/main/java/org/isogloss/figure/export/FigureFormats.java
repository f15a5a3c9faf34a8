package org.isogloss.figure.export;

import java.util.List;
import org.isogloss.base.BadInputException;

/** The formats that figures are exported in. */
public final class FigureFormats {
    private FigureFormats() {}

    /** All formats, the one for papers first. */
    public static List<FigureFormat> all() {
        return List.of(new Svg(), new Png(), new Csv());
    }

    /**
     * A format by its id.
     *
     * @throws BadInputException if there is none, listing those there are
     */
    public static FigureFormat byId(String id) {
        return all().stream()
                .filter(format -> format.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInputException(
                                        "no figure format is called '"
                                                + id
                                                + "'; known are "
                                                + all().stream().map(FigureFormat::id).toList()));
    }
}
