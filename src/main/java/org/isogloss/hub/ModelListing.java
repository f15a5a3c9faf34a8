package org.isogloss.hub;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.isogloss.base.BadInputException;

/**
 * The files of one version of a model that are worth fetching: configs, tokenizer, safetensors and
 * the card. Everything else stays where it is; a pickle or Python file could run code.
 *
 * @param id the model
 * @param commit the version, as 40 hexadecimal digits
 * @param files weights last
 */
public record ModelListing(String id, String commit, List<HubFile> files) {
    private static final String WEIGHTS = "model.safetensors";
    private static final String INDEX = WEIGHTS + ".index.json";
    private static final String TOKENIZER = "tokenizer.json";
    private static final String CONFIG = "config.json";
    private static final String MODULES = "modules.json";

    /** The model's own folder, or that of a step of sentence-transformers: {@code 1_Pooling}. */
    private static final Pattern FOLDER = Pattern.compile("|[0-9]+_[A-Za-z0-9_-]+");

    private static final Pattern SHARD = Pattern.compile("model-[0-9]+-of-[0-9]+\\.safetensors");
    private static final Pattern PICKLE =
            Pattern.compile("pytorch_model(-[0-9]+-of-[0-9]+)?\\.bin(\\.index\\.json)?");
    private static final Set<String> NAMES =
            Set.of(
                    CONFIG,
                    TOKENIZER,
                    "tokenizer_config.json",
                    "special_tokens_map.json",
                    MODULES,
                    "sentence_bert_config.json",
                    "config_sentence_transformers.json",
                    WEIGHTS,
                    INDEX,
                    "README.md");

    /**
     * @throws BadInputException if the version is not one
     */
    public ModelListing {
        new ModelId(id);
        if (!isCommit(commit)) {
            throw new BadInputException(
                    "the hub gives " + id + " the version '" + commit + "', which is no commit");
        }
        files = List.copyOf(files);
    }

    static boolean isCommit(String revision) {
        return revision.matches("[0-9a-f]{40}");
    }

    /**
     * Chooses from all files of a model.
     *
     * @throws BadInputException if what is there cannot make a model directory
     */
    static ModelListing choose(ModelId id, String commit, List<HubFile> all) {
        Set<String> paths = new TreeSet<>();
        all.forEach(file -> paths.add(file.path()));
        List<HubFile> chosen =
                all.stream()
                        .filter(file -> wanted(file, paths))
                        .sorted(
                                Comparator.comparing(ModelListing::isWeights)
                                        .thenComparing(HubFile::path))
                        .toList();
        requireSafetensors(id, all, chosen);
        require(id, chosen, CONFIG, "choose a model of transformers or sentence-transformers");
        require(id, chosen, TOKENIZER, "write one with " + saving(id, paths.contains(MODULES)));
        return new ModelListing(id.text(), commit, chosen);
    }

    private static boolean wanted(HubFile file, Set<String> paths) {
        if (!FOLDER.matcher(file.folder()).matches()) {
            return false;
        }
        String beside = file.path().substring(0, file.path().length() - file.name().length());
        boolean split = SHARD.matcher(file.name()).matches() || file.name().equals(INDEX);
        // The reader takes the single file where there are both.
        return split ? !paths.contains(beside + WEIGHTS) : NAMES.contains(file.name());
    }

    private static boolean isWeights(HubFile file) {
        return file.name().endsWith(".safetensors");
    }

    private static void requireSafetensors(ModelId id, List<HubFile> all, List<HubFile> chosen) {
        Set<String> folders = new HashSet<>();
        chosen.stream().filter(ModelListing::isWeights).forEach(f -> folders.add(f.folder()));
        boolean modules = chosen.stream().anyMatch(file -> file.path().equals(MODULES));
        for (HubFile file : all) {
            if (PICKLE.matcher(file.name()).matches()
                    && FOLDER.matcher(file.folder()).matches()
                    && !folders.contains(file.folder())) {
                throw new BadInputException(
                        id
                                + " has "
                                + file.path()
                                + " but no safetensors beside it; a pickle can run code when it is"
                                + " read, so nothing was fetched; convert it once with "
                                + saving(id, modules)
                                + " and use that folder");
            }
        }
        if (folders.isEmpty()) {
            throw new BadInputException(
                    id + " has no " + WEIGHTS + " and no " + INDEX + "; choose a model that has");
        }
    }

    /** The first step's folder is the transformer's, where it is not the model's own. */
    private static void require(ModelId id, List<HubFile> chosen, String name, String remedy) {
        if (chosen.stream().noneMatch(file -> file.path().matches("(0_[^/]+/)?" + name))) {
            throw new BadInputException(
                    id + " has no " + name + ", so nothing was fetched; " + remedy);
        }
    }

    /** The command that writes a folder with safetensors and a tokenizer.json. */
    private static String saving(ModelId id, boolean modules) {
        String code =
                modules
                        ? "from sentence_transformers import SentenceTransformer;"
                                + " SentenceTransformer('%1$s').save('%2$s')"
                        : "from transformers import AutoModel, AutoTokenizer;"
                                + " AutoModel.from_pretrained('%1$s').save_pretrained('%2$s');"
                                + " AutoTokenizer.from_pretrained('%1$s').save_pretrained('%2$s')";
        return "python -c \"" + String.format(Locale.ROOT, code, id, id.name()) + "\"";
    }

    /** Bytes of all files. */
    public long size() {
        return files.stream().mapToLong(HubFile::size).sum();
    }
}
