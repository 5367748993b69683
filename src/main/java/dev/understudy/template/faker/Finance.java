package dev.understudy.template.faker;

import static java.util.Map.entry;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.scope.RefusalException;
import dev.understudy.template.scope.TemplateException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The module `finance`.
final class Finance {

    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final String BECH32 = "023456789acdefghjklmnpqrstuvwxyz";

    /// Country codes and the forms of what follows the check digits: `#` a digit, `?` a letter.
    private static final Map<String, String> IBANS = Map.ofEntries(
            entry("AT", "################"),
            entry("BE", "############"),
            entry("CH", "#################"),
            entry("CZ", "####################"),
            entry("DE", "##################"),
            entry("DK", "##############"),
            entry("EE", "################"),
            entry("ES", "####################"),
            entry("FI", "##############"),
            entry("FR", "#######################"),
            entry("GB", "????##############"),
            entry("HU", "########################"),
            entry("IE", "????##############"),
            entry("IT", "?######################"),
            entry("LT", "################"),
            entry("LU", "################"),
            entry("NL", "????##########"),
            entry("NO", "###########"),
            entry("PL", "########################"),
            entry("PT", "#####################"),
            entry("SE", "####################"),
            entry("SM", "?######################"));

    private static final Map<String, List<String>> CARDS = Map.of(
            "visa", List.of("4###########L", "4###-####-####-###L"),
            "mastercard", List.of("51##-####-####-###L", "55##-####-####-###L"),
            "american_express", List.of("34##-######-####L", "37##-######-####L"),
            "discover", List.of("6011-####-####-###L", "65##-####-####-###L"),
            "diners_club", List.of("30##-######-###L", "36##-######-###L"),
            "jcb", List.of("3528-####-####-###L", "3589-####-####-###L"),
            "maestro", List.of("5018-####-####-###L", "6304-####-####-###L"));

    static final Map<String, FakerMethod> METHODS = Map.ofEntries(
            entry("finance.accountName", ask -> new Text(ask.word("finance.account_type") + " Account")),
            entry("finance.accountNumber", ask -> digits(ask, 8)),
            entry("finance.pin", ask -> digits(ask, 4)),
            entry("finance.creditCardCVV", ask -> new Text(ask.signs("###"))),
            entry("finance.creditCardIssuer", ask -> new Text(ask.word("finance.card_issuer"))),
            entry("finance.creditCardNumber", Finance::card),
            entry("finance.maskedNumber", Finance::masked),
            entry("finance.routingNumber", Finance::routing),
            entry("finance.amount", Finance::amount),
            entry("finance.bic", Finance::bic),
            entry("finance.iban", Finance::iban),
            entry("finance.bitcoinAddress", Finance::bitcoin),
            entry(
                    "finance.litecoinAddress",
                    ask -> new Text(ask.chance().pick("L", "M", "3")
                            + ask.chance().text(BASE58, ask.chance().between(25, 32)))),
            entry("finance.ethereumAddress", ask -> new Text("0x" + Strings.hex(ask.chance(), 40))),
            entry("finance.currencyCode", ask -> currency(ask, "code")),
            entry("finance.currencyName", ask -> currency(ask, "name")),
            entry("finance.currencySymbol", ask -> currency(ask, "symbol")),
            entry("finance.currencyNumericCode", ask -> currency(ask, "numericCode")),
            entry("finance.transactionDescription", Finance::transaction));

    private Finance() {}

    private static JsValue currency(Ask ask, String property) {
        return ask.words().thing("finance.currency", ask.chance()) instanceof JsObject currency
                ? currency.get(property)
                : Text.EMPTY;
    }

    private static JsValue digits(Ask ask, int length) throws TemplateException {
        return new Text(ask.chance().text(Signs.DIGITS, ask.length("length", length)));
    }

    private static JsValue card(Ask ask) {
        String issuer = ask.given("issuer") instanceof Text(String text) ? text : ask.word("finance.card_issuer");
        boolean pattern = issuer.contains("#");
        String form = pattern ? issuer : ask.chance().pick(CARDS.getOrDefault(issuer, List.of("6453-####-####-###L")));
        String digits = ask.signs(form);
        return new Text(digits.replace('L', Checks.luhn(digits.replaceAll("\\D", ""))));
    }

    private static JsValue masked(Ask ask) throws TemplateException {
        int length = ask.length("length", 4);
        boolean parentheses = ask.option("parens") != Bool.FALSE;
        boolean ellipsis = ask.option("ellipsis") != Bool.FALSE;
        String digits = (ellipsis ? "..." : "") + ask.chance().text(Signs.DIGITS, length);
        return new Text(parentheses ? "(" + digits + ")" : digits);
    }

    private static JsValue routing(Ask ask) {
        String digits = ask.signs("########");
        return new Text(digits + Checks.routing(digits));
    }

    private static JsValue amount(Ask ask) throws TemplateException {
        double min = ask.number("min", 0);
        double max = ask.number("max", 1000);
        double digits = ask.number("dec", 2);
        if (!(min <= max) || !(digits >= 0) || digits > 20) {
            throw new RefusalException("Max " + max + " should be greater than min " + min + ".");
        }
        double amount = ask.chance().between(min, max);
        String symbol = ask.has("symbol") ? ask.text(ask.option("symbol")) : "";
        String plain = Commerce.fixed(amount, (int) digits);
        return ask.make(symbol + (ask.flag("autoFormat") ? grouped(plain) : plain));
    }

    private static String grouped(String number) {
        int point = number.indexOf('.');
        String whole = point < 0 ? number : number.substring(0, point);
        return whole.replaceAll("\\B(?=(\\d{3})+$)", ",") + (point < 0 ? "" : number.substring(point));
    }

    private static JsValue bic(Ask ask) {
        String country = ask.chance().pick(List.copyOf(IBANS.keySet()));
        boolean branch = ask.flag("includeBranchCode")
                || (!ask.has("includeBranchCode") && ask.chance().happens(0.5));
        return new Text(ask.signs("????") + country + ask.signs("**") + (branch ? ask.signs("***") : ""));
    }

    private static JsValue iban(Ask ask) throws TemplateException {
        String country = ask.text("countryCode").orElseGet(() -> ask.chance().pick(List.copyOf(IBANS.keySet())));
        String form = IBANS.get(country.toUpperCase(Locale.ROOT));
        if (form == null) {
            throw new RefusalException("Country code " + country + " not supported.");
        }
        String account = ask.signs(form);
        String iban = country + Checks.iban(country, account) + account;
        boolean formatted = ask.flag("formatted") || ask.argument(0) == Bool.TRUE;
        return new Text(formatted ? iban.replaceAll("(.{4})(?=.)", "$1 ") : iban);
    }

    private static JsValue bitcoin(Ask ask) {
        Chance chance = ask.chance();
        return new Text(
                switch (ask.text("type").orElse(chance.pick("legacy", "segwit", "bech32", "taproot"))) {
                    case "legacy" -> "1" + chance.text(BASE58, chance.between(25, 33));
                    case "segwit" -> "3" + chance.text(BASE58, chance.between(25, 33));
                    case "taproot" -> "bc1p" + chance.text(BECH32, 58);
                    default -> "bc1" + chance.text(BECH32, 39);
                });
    }

    private static JsValue transaction(Ask ask) {
        String amount = Commerce.fixed(ask.chance().between(0.0, 1000.0), 2);
        String code = Conversions.toText(currency(ask, "code"));
        String kind = ask.word("finance.transactionType");
        String company = Commerce.company(ask);
        String card = "***" + ask.signs("####");
        String account = "***" + ask.signs("####");
        return new Text(
                switch (ask.chance().below(3)) {
                    case 0 ->
                        kind + " transaction at " + company + " using card ending with " + card + " for " + code + " "
                                + amount + " in account " + account;
                    case 1 ->
                        kind + " confirmed at " + company + " for " + code + " " + amount + ", card ending in " + card
                                + " associated with account ending in " + account;
                    default ->
                        "Your " + kind + " of " + code + " " + amount + " at " + company + " was successful. "
                                + "Charged via card " + card + " to account " + account + ".";
                });
    }
}
