package org.isogloss.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.experiment.Study;
import org.isogloss.launch.BenchProcess;
import org.isogloss.launch.Installation;
import org.isogloss.launch.Launcher;
import org.isogloss.launch.LocalProcess;
import org.isogloss.launch.StudyProcess;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunShelf;
import org.isogloss.run.UserFolder;
import org.isogloss.run.bench.Measurements;
import org.isogloss.ui.preference.PreferenceFile;
import org.isogloss.ui.study.StudyLanguages;

/**
 * What the window works on.
 *
 * @param shelf where studies and runs stand
 * @param launcher starts a single run again, on what was chosen to compute on
 * @param start makes a study's runs and starts to work through them
 * @param bench measures this machine
 * @param languages reads which languages a study is about
 * @param catalogue where data sets are remembered
 * @param samples the study that came with the program; none if its file is gone
 * @param opened the study file it was started with
 * @param preferences what the window remembers
 */
public record Program(
        RunShelf shelf,
        Function<LocalProcess, Launcher> launcher,
        BiFunction<Study, LocalProcess, List<RunFolder>> start,
        BenchProcess bench,
        Function<Study, List<Lang>> languages,
        Catalogue catalogue,
        List<Path> samples,
        Optional<Path> opened,
        PreferenceFile preferences) {
    public Program {
        samples = List.copyOf(samples);
    }

    /** The program as installed. */
    static Program installed(
            UserFolder home, Optional<Installation> installation, Optional<Path> opened) {
        RunShelf shelf = new RunShelf(home.runs());
        return new Program(
                shelf,
                process -> process,
                (study, process) -> new StudyProcess(shelf, process).start(study),
                new BenchProcess(new Measurements(home.measurements())),
                StudyLanguages::of,
                new Catalogue(home.datasets(), home.pools()),
                installation.map(Installation::sampleStudy).stream().toList(),
                opened.map(Path::toAbsolutePath),
                new PreferenceFile(home.preferences()));
    }
}
