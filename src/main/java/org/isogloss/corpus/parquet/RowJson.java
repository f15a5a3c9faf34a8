package org.isogloss.corpus.parquet;

import java.io.CharConversionException;
import java.math.BigInteger;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UnknownLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Parquet's values as JSON: texts, numbers, booleans, lists and objects of them; what is not there
 * is null. Lists are told from the objects they are stored in as Parquet's LogicalTypes.md has it,
 * its rules for older writers included.
 */
final class RowJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RowJson() {}

    /** True if all a column can hold has a place in JSON; dates, decimals and bytes have none. */
    static boolean fits(Type column) {
        LogicalTypeAnnotation meaning = column.getLogicalTypeAnnotation();
        if (!column.isPrimitive()) {
            GroupType group = column.asGroupType();
            return (meaning == null || isList(group))
                    && group.getFields().stream().allMatch(RowJson::fits);
        }
        if (meaning instanceof UnknownLogicalTypeAnnotation) {
            return true; // all of it is null
        }
        return switch (column.asPrimitiveType().getPrimitiveTypeName()) {
            case BINARY ->
                    meaning instanceof StringLogicalTypeAnnotation
                            || meaning instanceof EnumLogicalTypeAnnotation
                            || meaning instanceof JsonLogicalTypeAnnotation;
            case INT32, INT64 -> meaning == null || meaning instanceof IntLogicalTypeAnnotation;
            case FLOAT, DOUBLE, BOOLEAN -> meaning == null;
            default -> false;
        };
    }

    /**
     * A row, or an object in one.
     *
     * @throws CharConversionException if a text in it is not UTF-8
     */
    static ObjectNode object(Group group) throws CharConversionException {
        ObjectNode object = JSON.objectNode();
        for (int i = 0; i < group.getType().getFieldCount(); i++) {
            object.set(group.getType().getFieldName(i), field(group, i));
        }
        return object;
    }

    private static JsonNode field(Group group, int field) throws CharConversionException {
        int count = group.getFieldRepetitionCount(field);
        if (!group.getType().getType(field).isRepetition(Repetition.REPEATED)) {
            return count == 0 ? JSON.nullNode() : value(group, field, 0);
        }
        ArrayNode values = JSON.arrayNode();
        for (int i = 0; i < count; i++) {
            values.add(value(group, field, i));
        }
        return values;
    }

    private static JsonNode value(Group group, int field, int index)
            throws CharConversionException {
        Type type = group.getType().getType(field);
        if (type.isPrimitive()) {
            return primitive(group, type.asPrimitiveType(), field, index);
        }
        Group inner = group.getGroup(field, index);
        return isList(inner.getType()) ? list(inner) : object(inner);
    }

    private static ArrayNode list(Group list) throws CharConversionException {
        boolean wrapped = wrapped(list.getType());
        ArrayNode values = JSON.arrayNode();
        for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
            values.add(wrapped ? field(list.getGroup(0, i), 0) : value(list, 0, i));
        }
        return values;
    }

    private static boolean isList(GroupType group) {
        return group.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation
                && group.getFieldCount() == 1
                && group.getType(0).isRepetition(Repetition.REPEATED);
    }

    /** True if each element stands in an object of its own, so that it can be null. */
    private static boolean wrapped(GroupType list) {
        Type repeated = list.getType(0);
        return !repeated.isPrimitive()
                && repeated.asGroupType().getFieldCount() == 1
                && !repeated.asGroupType().getType(0).isRepetition(Repetition.REPEATED)
                && !repeated.getName().equals("array")
                && !repeated.getName().equals(list.getName() + "_tuple");
    }

    private static JsonNode primitive(Group group, PrimitiveType type, int field, int index)
            throws CharConversionException {
        boolean unsigned =
                type.getLogicalTypeAnnotation() instanceof IntLogicalTypeAnnotation number
                        && !number.isSigned();
        return switch (type.getPrimitiveTypeName()) {
            case BINARY -> JSON.stringNode(text(group, type, field, index));
            case INT32 -> {
                int number = group.getInteger(field, index);
                yield unsigned
                        ? JSON.numberNode(Integer.toUnsignedLong(number))
                        : JSON.numberNode(number);
            }
            case INT64 -> {
                long number = group.getLong(field, index);
                yield unsigned
                        ? JSON.numberNode(new BigInteger(Long.toUnsignedString(number)))
                        : JSON.numberNode(number);
            }
            case FLOAT -> JSON.numberNode(group.getFloat(field, index));
            case DOUBLE -> JSON.numberNode(group.getDouble(field, index));
            case BOOLEAN -> JSON.booleanNode(group.getBoolean(field, index));
            default -> throw new IllegalStateException("no place in JSON for " + type);
        };
    }

    private static String text(Group group, PrimitiveType type, int field, int index)
            throws CharConversionException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(group.getBinary(field, index).toByteBuffer())
                    .toString();
        } catch (CharacterCodingException e) {
            CharConversionException named = new CharConversionException(type.getName());
            named.initCause(e);
            throw named;
        }
    }
}
