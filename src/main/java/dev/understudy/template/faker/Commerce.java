package dev.understudy.template.faker;

import static java.util.Map.entry;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.scope.RefusalException;
import dev.understudy.template.scope.TemplateException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;

/// The modules `commerce` and `company`.
final class Commerce {

    static final Map<String, FakerMethod> METHODS = Map.ofEntries(
            entry("commerce.price", Commerce::price),
            entry("commerce.isbn", Commerce::isbn),
            entry("commerce.productName", ask -> new Text(product(ask))),
            entry("commerce.productDescription", Commerce::description),
            entry("company.name", ask -> new Text(company(ask))),
            entry(
                    "company.buzzPhrase",
                    ask -> new Text(ask.word("company.buzzVerb") + " " + ask.word("company.buzzAdjective") + " "
                            + ask.word("company.buzzNoun"))),
            entry(
                    "company.catchPhrase",
                    ask -> new Text(ask.word("company.catchPhraseAdjective") + " "
                            + ask.word("company.catchPhraseDescriptor") + " " + ask.word("company.catchPhraseNoun"))));

    private Commerce() {}

    static String company(Ask ask) {
        return ask.word("company.name");
    }

    static String product(Ask ask) {
        return ask.word("commerce.productAdjective") + " " + ask.word("commerce.productMaterial") + " "
                + ask.word("commerce.product");
    }

    private static JsValue description(Ask ask) {
        String adjective = ask.word("commerce.productAdjective");
        String product = ask.word("commerce.product");
        String material = ask.word("commerce.productMaterial");
        String quality = ask.word("word.adjective");
        String color = ask.word("color.human");
        return new Text(
                switch (ask.chance().below(4)) {
                    case 0 ->
                        adjective + " " + product + " designed with " + material + " for " + quality + " performance";
                    case 1 -> "The " + color + " " + product + " combines " + material + " with a " + quality + " look";
                    case 2 -> "New " + color + " " + product + " with " + quality + " design, made of " + material;
                    default ->
                        "Our " + quality + "-inspired " + product + " brings a taste of luxury to your "
                                + color.toLowerCase(Locale.ROOT) + " lifestyle";
                });
    }

    private static JsValue price(Ask ask) throws TemplateException {
        double min = ask.number("min", 1);
        double max = ask.number("max", 1000);
        double digits = ask.number("dec", 2);
        if (!(min <= max) || !(min >= 0) || !(digits >= 0) || digits > 20) {
            throw new RefusalException("Max " + max + " should be greater than min " + min + ".");
        }
        String symbol = ask.has("symbol") ? ask.text(ask.option("symbol")) : "";
        return ask.make(symbol + fixed(Math.min(max, Math.max(min, ask.chance().between(min, max))), (int) digits));
    }

    /// With so many digits after the point.
    static String fixed(double number, int digits) {
        return new BigDecimal(number).setScale(digits, RoundingMode.HALF_DOWN).toPlainString();
    }

    private static JsValue isbn(Ask ask) {
        JsValue variant = ask.given("variant");
        boolean ten = variant.equals(new Num(10));
        String separator = ask.text("separator").orElse("-");
        String group = ask.chance().pick("0", "1");
        int publisher = ask.chance().between(2, 6);
        String body = group + ask.signs("########");
        char check = ten ? Checks.isbn10(body) : Checks.isbn13("978" + body);
        String parts = String.join(
                separator,
                group,
                body.substring(1, 1 + publisher),
                body.substring(1 + publisher),
                String.valueOf(check));
        return new Text(ten ? parts : "978" + separator + parts);
    }
}
