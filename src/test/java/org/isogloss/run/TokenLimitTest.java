package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isogloss.base.BadInputException;
import org.isogloss.encoder.TextTokenizer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("native")
class TokenLimitTest {
    private static final String TOKENIZER =
            """
            {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
             "normalizer": null, "pre_tokenizer": {"type": "Whitespace"}, "decoder": null,
             "post_processor": {"type": "BertProcessing", "sep": ["[SEP]", 1], "cls": ["[CLS]", 0]},
             "model": {"type": "WordLevel", "unk_token": "[UNK]",
                       "vocab": {"[CLS]": 0, "[SEP]": 1, "[UNK]": 2, "a": 3}}}
            """;

    @TempDir private Path folder;

    @Test
    void leavesRoomBesideTheSpecialTokens() throws IOException {
        Path file = Files.writeString(folder.resolve("tokenizer.json"), TOKENIZER);
        try (TextTokenizer tokenizer = new TextTokenizer(file, 4)) {
            assertThatCode(() -> TokenLimit.check(3, 16, tokenizer)).doesNotThrowAnyException();
            assertThatThrownBy(() -> TokenLimit.check(2, 16, tokenizer))
                    .isInstanceOf(BadInputException.class)
                    .hasMessage(
                            "maxTokens is 2, but the model's special tokens alone fill that; use a"
                                    + " greater one");
        }
    }
}
