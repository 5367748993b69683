package dev.understudy.format.openapi;

import dev.understudy.js.JsValue;
import dev.understudy.js.Numbers;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/// What the words of YAML 1.2 mean by its core schema: a word without quotes can be a number, a boolean or null.
final class YamlScalar {

    private static final String TAG = "tag:yaml.org,2002:";
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
    private static final Set<String> TYPED = Set.of(TAG + "null", TAG + "bool", TAG + "int", TAG + "float");
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern INFINITE = Pattern.compile("[-+]?\\.(?:inf|Inf|INF)");
    private static final Pattern NOT_A_NUMBER = Pattern.compile("\\.(?:nan|NaN|NAN)");

    /// Of more digits nothing but "very large" can be told.
    private static final int MAX_DIGITS = 1_000;

    private YamlScalar() {}

    static JsValue value(ScalarEvent scalar) {
        Optional<String> tag = scalar.getTag();
        boolean typed = tag.isPresent() ? TYPED.contains(tag.get()) : scalar.isPlain();
        return typed ? plain(scalar.getValue()) : new JsValue.Text(scalar.getValue());
    }

    private static JsValue plain(String word) {
        if (NULLS.contains(word)) {
            return JsValue.Null.NULL;
        }
        if (TRUE.contains(word) || FALSE.contains(word)) {
            return JsValue.Bool.of(TRUE.contains(word));
        }
        return word.length() > MAX_DIGITS || !startsLikeANumber(word) ? new JsValue.Text(word) : number(word);
    }

    private static boolean startsLikeANumber(String word) {
        char first = word.charAt(0);
        return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
    }

    private static JsValue number(String word) {
        if (DECIMAL.matcher(word).matches()) {
            return Numbers.decimal(word);
        }
        if (OCTAL.matcher(word).matches()) {
            return Numbers.decimal(new BigInteger(word.substring(2), 8).toString());
        }
        if (HEXADECIMAL.matcher(word).matches()) {
            return Numbers.decimal(new BigInteger(word.substring(2), 16).toString());
        }
        if (INFINITE.matcher(word).matches()) {
            return new JsValue.Num(word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        return NOT_A_NUMBER.matcher(word).matches() ? new JsValue.Num(Double.NaN) : new JsValue.Text(word);
    }
}
