package dev.understudy.template.faker;

import static java.util.Map.entry;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.scope.RefusalException;
import dev.understudy.template.scope.TemplateException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/// The module `image`: addresses only, nothing is fetched or drawn.
final class Images {

    private static final int MAX_SIDE = 3999;
    private static final String PORTRAITS = "https://cdn.jsdelivr.net/gh/faker-js/assets-person-portrait/";

    static final Map<String, FakerMethod> METHODS = Map.ofEntries(
            entry("image.avatar", ask -> new Text(ask.chance().happens(0.5) ? portrait(ask) : gitHub(ask))),
            entry("image.avatarGitHub", ask -> new Text(gitHub(ask))),
            entry(
                    "image.avatarLegacy",
                    ask -> new Text(
                            "https://cloudflare-ipfs.com/ipfs/Qmd3W5DuhgHirLHGVixi6V76LhCkZUz6pnFt5AJBiyvHye/avatar/"
                                    + ask.chance().between(1, 1249) + ".jpg")),
            entry("image.personPortrait", ask -> new Text(portrait(ask))),
            entry(
                    "image.url",
                    ask -> new Text(
                            ask.chance().happens(0.5)
                                    ? flickr(ask)
                                    : "https://picsum.photos/seed/" + seed(ask) + "/" + size(ask))),
            entry("image.urlLoremFlickr", ask -> new Text(flickr(ask))),
            entry("image.urlPicsumPhotos", Images::picsum),
            entry("image.urlPlaceholder", Images::placeholder),
            entry("image.dataUri", Images::dataUri));

    private Images() {}

    private static String portrait(Ask ask) {
        String sex = ask.text("sex").orElse(ask.chance().pick("female", "male"));
        int size = (int) ask.number("size", 512);
        return PORTRAITS + sex + "/" + size + "/" + ask.chance().below(100) + ".jpg";
    }

    private static String gitHub(Ask ask) {
        return "https://avatars.githubusercontent.com/u/" + ask.chance().below(100_000_000);
    }

    private static String size(Ask ask) throws TemplateException {
        return side(ask, "width") + "/" + side(ask, "height");
    }

    private static int side(Ask ask, String name) throws TemplateException {
        double side = ask.number(name, ask.chance().between(1, MAX_SIDE));
        if (!(side >= 0) || side > 1_000_000) {
            throw new RefusalException("No such " + name);
        }
        return (int) side;
    }

    private static String seed(Ask ask) {
        return ask.chance()
                .text(Signs.LOWER + Signs.UPPER + Signs.DIGITS, ask.chance().between(5, 10));
    }

    private static String flickr(Ask ask) throws TemplateException {
        String category = ask.text("category").map(text -> "/" + encoded(text)).orElse("");
        return "https://loremflickr.com/" + size(ask) + category + "?lock="
                + ask.chance().between(0L, (long) NumberModule.MAX_SAFE);
    }

    private static JsValue picsum(Ask ask) throws TemplateException {
        boolean grey =
                ask.has("grayscale") ? ask.flag("grayscale") : ask.chance().happens(0.5);
        int blur = (int) ask.number("blur", ask.chance().between(0, 10));
        String query = (grey ? "grayscale" : "") + (grey && blur > 0 ? "&" : "") + (blur > 0 ? "blur=" + blur : "");
        return new Text(
                "https://picsum.photos/seed/" + seed(ask) + "/" + size(ask) + (query.isEmpty() ? "" : "?" + query));
    }

    private static JsValue placeholder(Ask ask) throws TemplateException {
        String format = ask.text("format").orElse(ask.chance().pick("gif", "jpeg", "jpg", "png", "webp"));
        String text = ask.text("text").orElseGet(() -> ask.word("lorem.words"));
        String back = ask.text("backgroundColor").orElseGet(() -> Strings.hex(ask.chance(), 6));
        String front = ask.text("textColor").orElseGet(() -> Strings.hex(ask.chance(), 6));
        return ask.make("https://via.placeholder.com/" + size(ask).replace('/', 'x') + "/" + encoded(back) + "/"
                + encoded(front) + "." + encoded(format) + "?text=" + encoded(text));
    }

    private static JsValue dataUri(Ask ask) throws TemplateException {
        int width = side(ask, "width");
        int height = side(ask, "height");
        String color = ask.text("color").orElseGet(() -> "#" + Strings.hex(ask.chance(), 6));
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" baseProfile=\"full\" width=\"" + width
                + "\" height=\"" + height + "\"><rect width=\"100%\" height=\"100%\" fill=\"" + color
                + "\"/><text x=\"" + width / 2.0 + "\" y=\"" + height / 2.0
                + "\" font-size=\"20\" alignment-baseline=\"middle\" text-anchor=\"middle\" fill=\"white\">" + width
                + "x" + height + "</text></svg>";
        boolean plain = ask.text("type")
                .orElse(ask.chance().pick("svg-base64", "svg-uri"))
                .equals("svg-uri");
        return ask.make(
                plain
                        ? "data:image/svg+xml;charset=UTF-8," + encoded(svg)
                        : "data:image/svg+xml;base64,"
                                + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
