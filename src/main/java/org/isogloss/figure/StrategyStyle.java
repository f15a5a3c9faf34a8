package org.isogloss.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.util.List;
import org.isogloss.base.BadInputException;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.util.StdConverter;

/**
 * The colour, line and mark of a batch strategy, or of models that are means of two strategies';
 * the same in every figure and view.
 *
 * <p>Colours are those of Okabe and Ito (2008), and for means of models a violet that lies far from
 * all of them in protanopic and deuteranopic sight too (CIELAB distance above 35) and shows on
 * white and on black; line and mark tell strategies apart in grey.
 *
 * @param id the strategy's id
 * @param name for legends
 * @param dash lengths of dashes and gaps in line widths; empty for a solid line
 */
public record StrategyStyle(
        String id,
        String name,
        @JsonSerialize(converter = Written.class) @JsonDeserialize(converter = Read.class)
                Color colour,
        List<Float> dash,
        Mark mark) {
    private static final double MARK_SIZE = 7.5;
    private static final String HYBRID = "hybrid";
    private static final String INTERPOLATION = "interpolation";
    private static final List<StrategyStyle> ALL =
            List.of(
                    style("monolingual", "monolingual", 0xD55E00, List.of(), Mark.CIRCLE),
                    style(
                            "cross-lingual",
                            "cross-lingual",
                            0x0072B2,
                            List.of(5f, 2.5f),
                            Mark.SQUARE),
                    style(HYBRID, "hybrid", 0x009E73, List.of(7f, 2f, 1f, 2f), Mark.TRIANGLE),
                    style("mixed", "mixed", 0xCC79A7, List.of(1f, 1.8f), Mark.DIAMOND),
                    style("english-only", "English only", 0x999999, List.of(10f, 3f), Mark.BAR),
                    style(
                            INTERPOLATION,
                            INTERPOLATION,
                            0x6D39E6,
                            List.of(4f, 2f, 1f, 2f, 1f, 2f),
                            Mark.CROSS));

    public StrategyStyle {
        dash = List.copyOf(dash);
    }

    /** The styles of all strategies that have one. */
    public static List<StrategyStyle> all() {
        return ALL;
    }

    /**
     * The style of a strategy.
     *
     * @throws BadInputException if no strategy has the id
     */
    public static StrategyStyle of(String strategy) {
        return ALL.stream()
                .filter(style -> style.id.equals(strategy))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInputException(
                                        "no strategy is called '"
                                                + strategy
                                                + "'; known are "
                                                + ALL.stream().map(StrategyStyle::id).toList()));
    }

    /**
     * The style of hybrid batches with a share of monolingual ones: the strategy's colour at .5,
     * lighter with shorter dashes below, darker with longer dashes above.
     *
     * @param alpha the share, 0 to 1
     */
    public static StrategyStyle hybrid(double alpha) {
        List<Float> dash = List.of((float) (3 + 8 * alpha), 2f, 1f, 2f);
        return of(HYBRID).shaded(alpha, "hybrid α ", dash);
    }

    /**
     * The style of the mean of two models, shaded as hybrids are.
     *
     * @param weight the share of the first, 0 to 1
     */
    public static StrategyStyle interpolation(double weight) {
        List<Float> dash = List.of((float) (2 + 4 * weight), 2f, 1f, 2f, 1f, 2f);
        return of(INTERPOLATION).shaded(weight, "interpolation ", dash);
    }

    private StrategyStyle shaded(double share, String before, List<Float> lengths) {
        double way = Math.max(-1, Math.min(1, 2 * share - 1));
        Color end = way < 0 ? Color.WHITE : Color.BLACK;
        Color shade = ColourScale.mix(colour, end, Math.abs(way) * (way < 0 ? .75 : .5));
        return new StrategyStyle(id, before + Numbers.decimals(share, 2), shade, lengths, mark);
    }

    /** The style under another name. */
    public StrategyStyle named(String other) {
        return new StrategyStyle(id, other, colour, dash, mark);
    }

    Stroke stroke(float width) {
        return stroke(width, dash);
    }

    static Stroke stroke(float width, List<Float> dash) {
        if (dash.isEmpty()) {
            return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        }
        float[] lengths = new float[dash.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = dash.get(i) * width;
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, lengths, 0);
    }

    Shape shape() {
        return mark.sized(MARK_SIZE);
    }

    /** A colour in a file: {@code #009e73}. */
    static final class Written extends StdConverter<Color, String> {
        @Override
        public String convert(Color colour) {
            return "#%06x".formatted(colour.getRGB() & 0xFFFFFF);
        }
    }

    /** A colour from a file. */
    static final class Read extends StdConverter<String, Color> {
        @Override
        public Color convert(String code) {
            return Color.decode(code);
        }
    }

    private static StrategyStyle style(
            String id, String name, int rgb, List<Float> dash, Mark mark) {
        return new StrategyStyle(id, name, new Color(rgb), dash, mark);
    }
}
