package org.isogloss.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of {@code src/site/extending} that shows an example, and the class that is the example.
 */
public final class ExamplePage {
    private static final Path PAGES = Path.of("src/site/extending");
    private static final Path SOURCES = Path.of("src/test/java");

    private ExamplePage() {}

    /** Fails unless a page shows the very text that was compiled. */
    public static void shows(String page, Class<?> example) throws IOException {
        String source =
                Files.readString(SOURCES.resolve(example.getName().replace('.', '/') + ".java"));
        assertThat(Files.readString(PAGES.resolve(page))).contains("```java\n" + source + "```\n");
    }
}
