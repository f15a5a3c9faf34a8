package org.isogloss.corpus.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.CharConversionException;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lists as older writers stored them: the examples under "Backward-compatibility rules" in
 * LogicalTypes.md of apache/parquet-format.
 */
class RowJsonTest {
    private static Group row(String column) {
        return new SimpleGroup(
                MessageTypeParser.parseMessageType("message row { %s }".formatted(column)));
    }

    private static String json(Group row) throws CharConversionException {
        return RowJson.object(row).toString();
    }

    @Test
    void takesARepeatedValueForTheElements() throws CharConversionException {
        Group row = row("optional group my_list (LIST) { repeated int32 element; }");
        row.addGroup(0).append("element", 1).append("element", 2);
        assertThat(json(row)).isEqualTo("{\"my_list\":[1,2]}");
    }

    @Test
    void takesARepeatedGroupOfSeveralFieldsForTheElements() throws CharConversionException {
        Group row =
                row(
                        "optional group my_list (LIST) { repeated group element {"
                                + " required binary str (UTF8); required int32 num; } }");
        row.addGroup(0).addGroup(0).append("str", "a").append("num", 1);
        assertThat(json(row)).isEqualTo("{\"my_list\":[{\"str\":\"a\",\"num\":1}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"array", "my_list_tuple"})
    void takesAGroupOfOneFieldForTheElementsWhereItsNameSaysSo(String name)
            throws CharConversionException {
        Group row =
                row(
                        "optional group my_list (LIST) { repeated group %s {".formatted(name)
                                + " required binary str (UTF8); } }");
        row.addGroup(0).addGroup(0).append("str", "a");
        assertThat(json(row)).isEqualTo("{\"my_list\":[{\"str\":\"a\"}]}");
    }

    @Test
    void takesAnyOtherGroupOfOneFieldForItsWrapping() throws CharConversionException {
        Group row =
                row(
                        "optional group my_list (LIST) { repeated group bag {"
                                + " optional binary array_element (UTF8); } }");
        Group list = row.addGroup(0);
        list.addGroup(0).append("array_element", "a");
        list.addGroup(0);
        assertThat(json(row)).isEqualTo("{\"my_list\":[\"a\",null]}");
    }

    @Test
    void takesARepeatedFieldOutsideAListForOne() throws CharConversionException {
        Group row = row("repeated int32 num; required boolean yes;");
        assertThat(json(row.append("yes", true))).isEqualTo("{\"num\":[],\"yes\":true}");
    }

    @Test
    void readsUnsignedNumbersAsSuch() throws CharConversionException {
        Group row = row("required int32 a (UINT_32); required int64 b (UINT_64);");
        row.append("a", -1).append("b", -1L);
        assertThat(json(row)).isEqualTo("{\"a\":4294967295,\"b\":18446744073709551615}");
    }
}
