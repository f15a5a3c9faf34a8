package org.isogloss.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.isogloss.corpus.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageCodesTest {

    @ParameterizedTest
    @CsvSource({
        "th,th",
        "deu,de",
        "deu_Latn,de",
        "zho_Hans,zh",
        "zho_Hant,zh-Hant",
        "arb_Arab,ar",
        "arb_Latn,ar-Latn",
        "fas,fa",
        "pes_Arab,fa",
        "eng,en",
        "ceb,ceb",
        "pt-BR,pt-BR",
        "en-us,",
        "en-de,",
        "klingon,",
        "xx,",
        "qqq,",
        "'ar:',",
        "'',",
    })
    void readCodesIntoTheShortestTag(String code, String tag) {
        assertThat(LanguageCodes.ofCode(code).map(Lang::tag).orElse(null)).isEqualTo(tag);
    }

    /** All 122 of Belebele (Bandarkar et al. 2023, table 4) stay apart. */
    @Test
    void keepBelebelesLanguagesApart() {
        List<String> codes =
                Arrays.asList(
                        """
                        acm_Arab afr_Latn als_Latn amh_Ethi apc_Arab arb_Arab arb_Latn ars_Arab
                        ary_Arab arz_Arab asm_Beng azj_Latn bam_Latn ben_Beng ben_Latn bod_Tibt
                        bul_Cyrl cat_Latn ceb_Latn ces_Latn ckb_Arab dan_Latn deu_Latn ell_Grek
                        eng_Latn est_Latn eus_Latn fin_Latn fra_Latn fuv_Latn gaz_Latn grn_Latn
                        guj_Gujr hat_Latn hau_Latn heb_Hebr hin_Deva hin_Latn hrv_Latn hun_Latn
                        hye_Armn ibo_Latn ilo_Latn ind_Latn isl_Latn ita_Latn jav_Latn jpn_Jpan
                        kac_Latn kan_Knda kat_Geor kaz_Cyrl kea_Latn khk_Cyrl khm_Khmr kin_Latn
                        kir_Cyrl kor_Hang lao_Laoo lin_Latn lit_Latn lug_Latn luo_Latn lvs_Latn
                        mal_Mlym mar_Deva mkd_Cyrl mlt_Latn mri_Latn mya_Mymr nld_Latn nob_Latn
                        npi_Deva npi_Latn nso_Latn nya_Latn ory_Orya pan_Guru pbt_Arab pes_Arab
                        plt_Latn pol_Latn por_Latn ron_Latn rus_Cyrl shn_Mymr sin_Latn sin_Sinh
                        slk_Latn slv_Latn sna_Latn snd_Arab som_Latn sot_Latn spa_Latn srp_Cyrl
                        ssw_Latn sun_Latn swe_Latn swh_Latn tam_Taml tel_Telu tgk_Cyrl tgl_Latn
                        tha_Thai tir_Ethi tsn_Latn tso_Latn tur_Latn ukr_Cyrl urd_Arab urd_Latn
                        uzn_Latn vie_Latn war_Latn wol_Latn xho_Latn yor_Latn zho_Hans zho_Hant
                        zsm_Latn zul_Latn
                        """
                                .strip()
                                .split("\\s+", -1));
        assertThat(codes.stream().map(LanguageCodes::ofCode).map(Optional::orElseThrow))
                .hasSize(122)
                .doesNotHaveDuplicates();
    }

    /** mMARCO's fourteen and what Mr. TyDi adds to them. */
    @Test
    void knowTheNamesThatFoldersHave() {
        assertThat(
                        Stream.of(
                                        "arabic",
                                        "chinese",
                                        "dutch",
                                        "english",
                                        "french",
                                        "german",
                                        "hindi",
                                        "indonesian",
                                        "italian",
                                        "japanese",
                                        "portuguese",
                                        "russian",
                                        "spanish",
                                        "vietnamese",
                                        "bengali",
                                        "finnish",
                                        "korean",
                                        "swahili",
                                        "telugu",
                                        "thai")
                                .map(LanguageCodes::ofName)
                                .map(Optional::orElseThrow)
                                .map(Lang::tag))
                .containsExactly(
                        "ar", "zh", "nl", "en", "fr", "de", "hi", "id", "it", "ja", "pt", "ru",
                        "es", "vi", "bn", "fi", "ko", "sw", "te", "th");
    }

    @ParameterizedTest
    @CsvSource({"arabic,ar", "Chinese,zh", "swahili,sw", "nowhere,"})
    void readEnglishNames(String name, String tag) {
        assertThat(LanguageCodes.ofName(name).map(Lang::tag).orElse(null)).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({
        "data/th.jsonl,th",
        "data/train-th.jsonl.gz,th",
        "data/xquad.zh.json,zh",
        "data/deu_Latn.jsonl,de",
        "th/train.jsonl,th",
        "data/train-en-th.jsonl,",
        "data/en-th.jsonl,",
        "data/ms-marco.jsonl,",
        "data/my-Data.jsonl,",
        "new/train.jsonl,",
    })
    void takeALanguageFromAFilesNameOnlyWhereItIsOne(Path file, String tag) {
        assertThat(LanguageCodes.ofFile(file).map(Lang::tag).orElse(null)).isEqualTo(tag);
    }
}
