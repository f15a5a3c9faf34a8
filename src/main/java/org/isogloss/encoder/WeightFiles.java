package org.isogloss.encoder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import tools.jackson.databind.JsonNode;

/**
 * The safetensors of a folder: one {@code model.safetensors}, or several files and the index that
 * says which tensor lies in which.
 */
final class WeightFiles implements AutoCloseable {
    /** The file of weights that are not split. */
    static final String SINGLE = "model.safetensors";

    private static final String INDEX = SINGLE + ".index.json";
    private static final String MAP = "weight_map";
    private static final Set<String> PICKLES =
            Set.of("pytorch_model.bin", "pytorch_model.bin.index.json");

    private final Path file;
    private final Map<Path, Safetensors> open = new LinkedHashMap<>();
    private final Map<String, Path> places = new LinkedHashMap<>();

    /**
     * Opens a folder's files.
     *
     * @param conversion the command that makes safetensors of the folder's pickle
     * @throws BadInputException if there are none, or they are not what the index says
     */
    WeightFiles(Path folder, String conversion) {
        file = find(folder, conversion);
        try {
            if (file.endsWith(INDEX)) {
                openParts();
            } else {
                open(file).names().forEach(name -> places.put(name, file));
            }
        } catch (BadInputException e) {
            close();
            throw e;
        }
    }

    private static Path find(Path folder, String conversion) {
        for (String name : new String[] {SINGLE, INDEX}) {
            if (Files.isRegularFile(folder.resolve(name))) {
                return folder.resolve(name);
            }
        }
        for (String name : PICKLES) {
            if (Files.exists(folder.resolve(name))) {
                throw BadInputException.in(
                        folder.resolve(name),
                        "is a pickle, which can run code when it is read; convert it once with "
                                + conversion);
            }
        }
        throw BadInputException.in(folder.resolve(SINGLE), "there is no such file");
    }

    private void openParts() {
        JsonNode map = JsonFile.tree(file).path(MAP);
        if (!map.isObject() || map.isEmpty()) {
            throw BadInputException.in(
                    file, "has no " + MAP + ", which says in which file each tensor lies");
        }
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            Path part = part(entry.getKey(), entry.getValue());
            if (!open(part).names().contains(entry.getKey())) {
                throw BadInputException.in(
                        file,
                        "says that tensor '"
                                + entry.getKey()
                                + "' is in "
                                + part.getFileName()
                                + ", which holds only "
                                + open(part).names()
                                + "; fetch the files again, all of one version");
            }
            places.put(entry.getKey(), part);
        }
    }

    private Path part(String tensor, JsonNode name) {
        String text = name.asString("");
        if (!text.matches("[^/\\\\]+\\.safetensors")) {
            throw BadInputException.in(
                    file,
                    "says that tensor '"
                            + tensor
                            + "' is in "
                            + name
                            + ", but it must be in a .safetensors file of this folder");
        }
        Path part = file.resolveSibling(text);
        if (!Files.isRegularFile(part)) {
            throw BadInputException.in(
                    part, "there is no such file, but " + INDEX + " names it; fetch it too");
        }
        return part;
    }

    private Safetensors open(Path part) {
        return open.computeIfAbsent(part, Safetensors::new);
    }

    /** The file, or the index of the files. */
    Path file() {
        return file;
    }

    /** True if there is a tensor of that name. */
    boolean holds(String name) {
        return places.containsKey(name);
    }

    /** The file of a tensor that is there. */
    Path fileOf(String name) {
        return places.get(name);
    }

    /** A tensor that is there. */
    NamedTensor tensor(String name) {
        return open(places.get(name)).tensor(name);
    }

    @Override
    public void close() {
        open.values().forEach(Safetensors::close);
    }
}
