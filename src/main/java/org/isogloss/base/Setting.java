package org.isogloss.base;

import java.util.Optional;

/**
 * One number a part lets the user choose: forms, help texts and spec checks are made from it.
 *
 * @param id its key in JSON files
 * @param name its name in the window
 * @param unit its unit, or empty
 * @param minimum the least allowed value
 * @param maximum the greatest allowed value
 * @param standard the value used when none is given
 * @param help what it does and where its standard value comes from, in a sentence or two
 */
public record Setting(
        String id,
        String name,
        String unit,
        double minimum,
        double maximum,
        double standard,
        String help) {

    /** What is wrong with a value, or empty if it may be used. */
    public Optional<String> problem(double value) {
        if (value >= minimum && value <= maximum) {
            return Optional.empty();
        }
        return Optional.of(
                id + " is " + value + " but must lie between " + minimum + " and " + maximum);
    }
}
