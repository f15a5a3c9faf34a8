package org.isogloss.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.isogloss.base.Setting;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Makes an option of each setting of a part: {@code peerCutoff} becomes {@code --peer-cutoff}. */
final class SettingOptions {
    private final List<Setting> settings;
    private CommandSpec command;

    SettingOptions(List<Setting> settings) {
        this.settings = List.copyOf(settings);
    }

    /** Adds the options to a command. */
    void addTo(CommandSpec spec) {
        command = spec;
        settings.forEach(setting -> spec.addOption(option(setting)));
    }

    /** What was chosen on the command line, by the settings' ids. */
    Map<String, Double> chosen() {
        Map<String, Double> chosen = new HashMap<>();
        for (Setting setting : settings) {
            Double value = command.findOption(name(setting)).getValue();
            if (value != null) {
                chosen.put(setting.id(), value);
            }
        }
        return chosen;
    }

    private static OptionSpec option(Setting setting) {
        String standard = number(setting.standard());
        return OptionSpec.builder(name(setting))
                .paramLabel(
                        setting.unit().isEmpty() ? "N" : setting.unit().toUpperCase(Locale.ROOT))
                .type(Double.class)
                .converters(text -> value(setting, text))
                .description(setting.help().replace("%", "%%") + " (default: " + standard + ")")
                .build();
    }

    private static Double value(Setting setting, String text) {
        try {
            double value = Double.parseDouble(text);
            setting.problem(value)
                    .ifPresent(
                            problem -> {
                                throw new TypeConversionException(problem);
                            });
            return value;
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is no number");
        }
    }

    private static String name(Setting setting) {
        return "--" + setting.id().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Without a fraction where there is none. */
    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
