package org.isogloss.encoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** The element types a safetensors file may name; only the first three can be read. */
enum ElementType {
    F32(4),
    F16(2),
    BF16(2),
    F64(8),
    I64(8),
    U64(8),
    I32(4),
    U32(4),
    I16(2),
    U16(2),
    I8(1),
    U8(1),
    BOOL(1),
    F8_E4M3(1),
    F8_E5M2(1);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** The bytes of one element. */
    int bytes() {
        return bytes;
    }

    /** True if {@link #widen} can turn this type into float32 without loss. */
    boolean widens() {
        return this == F32 || this == F16 || this == BF16;
    }

    /** Reads every element left in a little-endian buffer as float32. */
    void widen(ByteBuffer from, FloatBuffer into) {
        from.order(ByteOrder.LITTLE_ENDIAN);
        switch (this) {
            case F32 -> into.put(from.asFloatBuffer());
            case F16 -> {
                while (from.hasRemaining()) {
                    into.put(half(from.getShort()));
                }
            }
            // The engine cannot hold BF16 at all: it ends the process. BF16 is float32's upper half
            case BF16 -> {
                while (from.hasRemaining()) {
                    into.put(Float.intBitsToFloat(from.getShort() << 16));
                }
            }
            default -> throw new IllegalStateException(this + " does not widen to float32");
        }
    }

    /** An IEEE 754 binary16 number; JDK 17 has no method for it. */
    static float half(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = (bits >> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        if (exponent == 0x1f) {
            return Float.intBitsToFloat(sign | 0x7f800000 | (fraction << 13));
        }
        if (exponent == 0) {
            float magnitude = fraction * 0x1p-24f;
            return sign == 0 ? magnitude : -magnitude;
        }
        return Float.intBitsToFloat(sign | ((exponent + 112) << 23) | (fraction << 13));
    }
}
