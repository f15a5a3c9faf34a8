package org.isogloss.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time such as {@code 45s}, {@code 90m}, {@code 6h} or {@code 2d}. */
final class TimeSpan implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("0*([1-9][0-9]{0,5})([smhd])");

    @Override
    public Duration convert(String value) {
        Matcher found = FORM.matcher(value);
        if (!found.matches()) {
            throw new TypeConversionException(
                    "'" + value + "' is not a time such as 45s, 90m, 6h or 2d");
        }
        long number = Long.parseLong(found.group(1));
        return switch (found.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
