package org.isogloss.experiment.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.isogloss.analysis.reference.UnstatedChoice;
import org.isogloss.base.Setting;
import org.isogloss.training.TrainingSettings;
import org.junit.jupiter.api.Test;

class SettingGroupTest {
    private static final List<Setting> ALL =
            SettingGroup.all().stream().flatMap(group -> group.settings().stream()).toList();

    @Test
    void everySettingStandsInOneGroup() {
        assertThat(ALL)
                .doesNotHaveDuplicates()
                .containsAll(TrainingSettings.settings())
                .hasSize(TrainingSettings.settings().size() + 2);
        assertThat(SettingGroup.all())
                .allSatisfy(group -> assertThat(group.settings()).isNotEmpty());
    }

    @Test
    void whatIsSaidToBeStatedIsWhatTheHelpCitesThePaperFor() {
        for (Setting setting : ALL) {
            boolean cited =
                    setting.help().contains("arXiv 2408.10536")
                            && !setting.help().contains("Not stated");
            assertThat(SettingGroup.stated(setting)).as(setting.id()).isEqualTo(cited);
        }
    }

    @Test
    void nothingIsBothStatedAndLeftOpenByThePaper() {
        Set<String> open =
                UnstatedChoice.all().stream()
                        .flatMap(choice -> List.of(choice.setting().split(", ", -1)).stream())
                        .map(place -> place.replaceFirst(".*\\.", ""))
                        .collect(Collectors.toSet());
        assertThat(ALL)
                .filteredOn(SettingGroup::stated)
                .extracting(Setting::id)
                .doesNotContainAnyElementsOf(open);
    }
}
