package org.isogloss.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.isogloss.corpus.Lang;
import org.isogloss.experiment.Study;
import org.isogloss.launch.Installation;
import org.isogloss.launch.Launcher;
import org.isogloss.launch.StudyProcess;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunShelf;
import org.isogloss.ui.preference.PreferenceFile;
import org.isogloss.ui.study.StudyLanguages;

/**
 * What the window works on.
 *
 * @param shelf where studies and runs stand
 * @param launcher starts a single run again
 * @param start makes a study's runs and starts to work through them
 * @param languages reads which languages a study is about
 * @param samples the study that came with the program; none if its file is gone
 * @param preferences what the window remembers
 */
public record Program(
        RunShelf shelf,
        Launcher launcher,
        Function<Study, List<RunFolder>> start,
        Function<Study, List<Lang>> languages,
        List<Path> samples,
        PreferenceFile preferences) {
    public Program {
        samples = List.copyOf(samples);
    }

    /** The program as installed. */
    static Program installed(
            RunShelf shelf,
            StudyProcess studies,
            Optional<Installation> installation,
            Path preferences) {
        return new Program(
                shelf,
                studies.process(),
                studies::start,
                StudyLanguages::of,
                installation.map(Installation::sampleStudy).stream().toList(),
                new PreferenceFile(preferences));
    }
}
