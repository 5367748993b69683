package dev.understudy.template.faker;

import static java.util.Map.entry;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Big;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.scope.RefusalException;
import dev.understudy.template.scope.TemplateException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/// The modules `number` and `datatype`.
final class NumberModule {

    /// The greatest whole number after which there are gaps.
    static final double MAX_SAFE = 9_007_199_254_740_991d;

    private static final double DEFAULT_SPREAD = 999_999_999_999_999d;
    private static final int[] ROMAN = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] NUMERALS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};

    /// What a number costs grows faster than its length, so longer ones are none.
    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,1000}");

    static final Map<String, FakerMethod> METHODS = Map.ofEntries(
            entry("number.int", ask -> new Num(whole(ask, 0, MAX_SAFE))),
            entry("number.float", NumberModule::decimal),
            entry("number.bigInt", NumberModule::big),
            entry("number.binary", ask -> inBase(ask, 2)),
            entry("number.octal", ask -> inBase(ask, 8)),
            entry("number.hex", ask -> inBase(ask, 16)),
            entry("number.romanNumeral", NumberModule::roman),
            entry("datatype.boolean", NumberModule::bool));

    private NumberModule() {}

    static double whole(Ask ask, double min, double max) throws TemplateException {
        double low = ask.number("min", min);
        double high = ask.argument(0) instanceof Num(double given, var _) ? given : ask.number("max", max);
        double step = ask.number("multipleOf", 1);
        if (!(step > 0) || step != Math.rint(step)) {
            throw new RefusalException("multipleOf should be a positive integer.");
        }
        double first = Math.ceil(low / step);
        double last = Math.floor(high / step);
        if (!(first <= last)) {
            if (high >= low) {
                throw new RefusalException(
                        "No suitable integer value between " + print(low) + " and " + print(high) + " found.");
            }
            throw notGreater(low, high);
        }
        return (first + Math.floor(ask.chance().unit() * (last + 1 - first))) * step;
    }

    private static JsValue decimal(Ask ask) throws TemplateException {
        double low = ask.number("min", 0);
        double high = ask.argument(0) instanceof Num(double given, var _) ? given : ask.number("max", 1);
        if (low == high) {
            return new Num(low);
        }
        if (!(low < high)) {
            throw notGreater(low, high);
        }
        double step = ask.number("multipleOf", 0);
        if (ask.has("fractionDigits")) {
            double digits = ask.number("fractionDigits", 0);
            if (ask.has("multipleOf") || !(digits >= 0) || digits > 100) {
                throw new RefusalException("fractionDigits should be a non-negative integer.");
            }
            step = Math.pow(10, -digits);
        } else if (ask.has("multipleOf") && !(step > 0)) {
            throw new RefusalException("multipleOf should be greater than 0.");
        }
        return new Num(step == 0 ? ask.chance().between(low, high) : stepped(ask, low, high, step));
    }

    private static double stepped(Ask ask, double low, double high, double step) {
        double factor = 1 / step;
        double first = Math.ceil(low * factor);
        double last = Math.max(first, Math.floor(high * factor));
        double steps = first + Math.floor(ask.chance().unit() * (last + 1 - first));
        return factor == Math.rint(factor) ? steps / factor : steps * step;
    }

    private static JsValue big(Ask ask) throws TemplateException {
        BigInteger min = big(ask.option("min"), BigInteger.ZERO);
        JsValue most = ask.argument(0) instanceof Num number ? number : ask.option("max");
        BigInteger max = big(most, min.add(BigInteger.valueOf((long) DEFAULT_SPREAD)));
        BigInteger step = big(ask.option("multipleOf"), BigInteger.ONE);
        if (max.compareTo(min) < 0 || step.signum() <= 0) {
            throw new RefusalException("Max " + max + " should be larger than min " + min + ".");
        }
        BigInteger spread = max.subtract(min).divide(step).add(BigInteger.ONE);
        BigInteger random = new BigInteger(spread.bitLength() + Long.SIZE, toRandom(ask)).mod(spread);
        return new Big(min.add(random.multiply(step)));
    }

    private static Random toRandom(Ask ask) {
        return Random.from(ask.chance().random());
    }

    private static BigInteger big(JsValue given, BigInteger otherwise) throws TemplateException {
        return switch (given) {
            case Undefined _ -> otherwise;
            case Big(BigInteger value) -> value;
            case Num(double number, var _)
            when number == Math.rint(number) && Double.isFinite(number) -> new BigDecimal(number).toBigInteger();
            case Text(String text) when DIGITS.matcher(text).matches() -> new BigInteger(text);
            default -> throw new RefusalException("This can't be converted to a BigInt");
        };
    }

    private static JsValue inBase(Ask ask, int base) throws TemplateException {
        return new Text(Long.toString((long) whole(ask, 0, base - 1.0), base));
    }

    private static JsValue roman(Ask ask) throws TemplateException {
        double low = ask.number("min", 1);
        double high = ask.argument(0) instanceof Num(double given, var _) ? given : ask.number("max", 3999);
        if (low < 1 || high > 3999) {
            throw new RefusalException("Only 1 to 3999 can be written");
        }
        int number = (int) whole(ask, 1, 3999);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < ROMAN.length; i++) {
            while (number >= ROMAN[i]) {
                out.append(NUMERALS[i]);
                number -= ROMAN[i];
            }
        }
        return new Text(out.toString());
    }

    private static JsValue bool(Ask ask) {
        double probability =
                ask.argument(0) instanceof Num(double given, var _) ? given : ask.number("probability", 0.5);
        return Bool.of(ask.chance().happens(probability));
    }

    private static RefusalException notGreater(double low, double high) {
        return new RefusalException("Max " + print(high) + " should be greater than min " + print(low) + ".");
    }

    private static String print(double number) {
        return dev.understudy.js.Numbers.print(number);
    }
}
