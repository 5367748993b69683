package dev.understudy.template.faker;

import static java.util.Map.entry;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The module `color`.
final class Colors {

    static final Map<String, FakerMethod> METHODS = Map.ofEntries(
            entry("color.rgb", Colors::rgb),
            entry("color.cmyk", ask -> written(ask, "cmyk", parts(ask, 4, 1, 2))),
            entry("color.hsl", ask -> written(ask, "hsl", angled(ask))),
            entry("color.hwb", ask -> written(ask, "hwb", angled(ask))),
            entry("color.lab", ask -> written(ask, "lab", lab(ask))),
            entry("color.lch", ask -> written(ask, "lch", lch(ask))),
            entry("color.colorByCSSColorSpace", Colors::inSpace),
            entry("vehicle.color", ask -> new Text(ask.word("color.human"))));

    private Colors() {}

    private static JsValue rgb(Ask ask) {
        boolean alpha = ask.flag("includeAlpha");
        String format = ask.text("format").orElse("hex");
        int[] parts = {
            ask.chance().below(256), ask.chance().below(256), ask.chance().below(256)
        };
        double opacity = Math.floor(ask.chance().unit() * 100) / 100;
        if (format.equals("hex")) {
            String hex = Strings.hex(ask.chance(), alpha ? 8 : 6);
            boolean upper = ask.text("casing").orElse("lower").equals("upper");
            return new Text(ask.text("prefix").orElse("#") + (upper ? hex.toUpperCase(Locale.ROOT) : hex));
        }
        List<Num> numbers = new ArrayList<>();
        for (int part : parts) {
            numbers.add(new Num(part));
        }
        if (alpha) {
            numbers.add(new Num(opacity));
        }
        return written(ask, alpha ? "rgba" : "rgb", numbers);
    }

    private static List<Num> parts(Ask ask, int count, double max, int digits) {
        List<Num> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(part(ask, 0, max, digits));
        }
        return parts;
    }

    private static Num part(Ask ask, double min, double max, int digits) {
        double factor = Math.pow(10, digits);
        return new Num(Math.round(ask.chance().between(min, max) * factor) / factor);
    }

    private static List<Num> angled(Ask ask) {
        List<Num> parts = new ArrayList<>();
        parts.add(new Num(ask.chance().below(361)));
        parts.addAll(parts(ask, ask.flag("includeAlpha") ? 3 : 2, 1, 2));
        return parts;
    }

    private static List<Num> lab(Ask ask) {
        return List.of(part(ask, 0, 1, 6), part(ask, -100, 100, 4), part(ask, -100, 100, 4));
    }

    private static List<Num> lch(Ask ask) {
        return List.of(part(ask, 0, 1, 6), part(ask, 0, 230, 1), part(ask, 0, 230, 1));
    }

    private static JsValue inSpace(Ask ask) {
        List<Num> parts = parts(ask, 3, 1, 4);
        String space = ask.text("space").orElse("sRGB");
        String format = ask.text("format").orElse("decimal");
        return format.equals("css") ? new Text("color(" + space + " " + spaced(parts) + ")") : form(format, parts);
    }

    private static JsValue written(Ask ask, String function, List<Num> parts) {
        String format = ask.text("format").orElse("decimal");
        if (!format.equals("css")) {
            return form(format, parts);
        }
        boolean commas = function.startsWith("rgb");
        return new Text(function + "(" + (commas ? spaced(parts).replace(" ", ", ") : spaced(parts)) + ")");
    }

    private static JsValue form(String format, List<Num> parts) {
        if (!format.equals("binary")) {
            return JsArray.of(parts);
        }
        List<String> bits = new ArrayList<>();
        for (Num part : parts) {
            boolean whole = part.value() == Math.rint(part.value());
            String text = Long.toBinaryString(
                    whole ? (long) part.value() : Float.floatToIntBits((float) part.value()) & 0xFFFFFFFFL);
            int width = whole ? 8 : Float.SIZE;
            bits.add("0".repeat(Math.max(0, width - text.length())) + text);
        }
        return new Text(String.join(" ", bits));
    }

    private static String spaced(List<Num> parts) {
        return String.join(
                " ",
                parts.stream()
                        .map(part -> dev.understudy.js.Numbers.print(part.value()))
                        .toList());
    }
}
