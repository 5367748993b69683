package dev.understudy.mock.request;

import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads XML into objects, as generously as the reference: ends of lines stay as they are, several elements may
/// stand beside each other, and what is missing at the end is taken for granted. Nothing outside the text is read.
/// For one document on one thread; takes time linear in its length.
public final class CompactXml {

    private static final String NAME = "[:_A-Za-z\\u00C0-\\uFFFD][-.:_0-9A-Za-z\\u00B7-\\uFFFD]*+";
    private static final Pattern START = Pattern.compile("\\s*+(" + NAME + ")");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(" + NAME + ")\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)')(?=[\\s/>])");
    private static final Pattern SPACE = Pattern.compile("\\s*+");
    private static final Pattern END = Pattern.compile("/(" + NAME + ")\\s*+>");
    private static final Pattern INSTRUCTION = Pattern.compile("\\?([^\\s?]*+)\\s*+");
    private static final Pattern OF_DECLARATION =
            Pattern.compile("([\\w:-]++)\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)'|(\\w++))");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String xml;
    private final XmlTree tree = new XmlTree();
    private int at;
    private boolean typed;

    private CompactXml(String xml) {
        this.xml = xml;
    }

    /// The object that the text stands for; empty if it is not XML.
    public static Optional<JsValue> parse(String xml) {
        CompactXml reader = new CompactXml(xml);
        return reader.read() ? Optional.of(reader.tree.value()) : Optional.empty();
    }

    private boolean read() {
        if (!xml.isEmpty() && xml.charAt(0) == BYTE_ORDER_MARK) {
            at++;
        }
        boolean fine = true;
        while (fine && at < xml.length()) {
            int tag = xml.indexOf('<', at);
            fine = text(xml.substring(at, tag < 0 ? xml.length() : tag));
            at = tag < 0 ? xml.length() : tag + 1;
            fine = fine && (tag < 0 || at == xml.length() || markup());
        }
        return fine;
    }

    private boolean text(String text) {
        if (tree.isOutside()) {
            return text.isBlank();
        }
        Optional<String> resolved = XmlEntities.resolve(text);
        resolved.ifPresent(tree::text);
        return resolved.isPresent();
    }

    /// What follows an opening angle bracket.
    private boolean markup() {
        return switch (xml.charAt(at)) {
            case '!' -> declared();
            case '?' -> instruction();
            case '/' -> end();
            default -> start();
        };
    }

    private boolean declared() {
        if (xml.startsWith("!--", at)) {
            String comment = until("-->", at + 3);
            putText("_comment", comment);
            return !comment.contains("--");
        }
        if (xml.startsWith("![CDATA[", at)) {
            putText("_cdata", until("]]>", at + 8));
            return true;
        }
        if (!typed && xml.regionMatches(true, at, "!DOCTYPE", 0, 8)) {
            typed = true;
            int inner = xml.indexOf('[', at);
            int close = xml.indexOf('>', at);
            String type = inner >= 0 && inner < close ? until("]>", at + 8) + "]" : until(">", at + 8);
            putText("_doctype", type.startsWith(" ") ? type.substring(1) : type);
            return tree.isOutside();
        }
        return false;
    }

    private boolean instruction() {
        Matcher start = INSTRUCTION.matcher(xml).region(at, xml.length());
        if (!start.lookingAt() || start.group(1).isEmpty()) {
            return false;
        }
        String name = start.group(1);
        String body = until("?>", start.end());
        if (!name.equalsIgnoreCase("xml")) {
            tree.put("_instruction", JsObject.of(Map.of(name, new Text(body))));
            return true;
        }
        JsObject.Builder attributes = JsObject.builder();
        Matcher attribute = OF_DECLARATION.matcher(body);
        while (attribute.find()) {
            String quoted = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
            attributes.set(attribute.group(1), new Text(quoted == null ? attribute.group(4) : quoted));
        }
        JsObject all = attributes.build();
        tree.put("_declaration", all.size() == 0 ? all : JsObject.of(Map.of("_attributes", all)));
        return true;
    }

    private boolean end() {
        Matcher end = END.matcher(xml).region(at, xml.length());
        if (!end.lookingAt()) {
            return false;
        }
        at = end.end();
        return tree.end(end.group(1));
    }

    private boolean start() {
        Matcher start = START.matcher(xml).region(at, xml.length());
        if (!start.lookingAt()) {
            return false;
        }
        at = start.end();
        JsObject.Builder attributes = JsObject.builder();
        Set<String> names = new HashSet<>();
        Matcher attribute = ATTRIBUTE.matcher(xml);
        boolean spaced = space();
        while (spaced && attribute.region(at, xml.length()).lookingAt()) {
            String given = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
            Optional<String> value = XmlEntities.resolve(given);
            if (value.isEmpty()) {
                return false;
            }
            if (names.add(attribute.group(1))) {
                attributes.set(attribute.group(1), new Text(value.get()));
            }
            at = attribute.end();
            spaced = space();
        }
        if (at == xml.length()) {
            return true;
        }
        boolean empty = xml.startsWith("/>", at);
        if (!empty && xml.charAt(at) != '>') {
            return false;
        }
        at += empty ? 2 : 1;
        return tree.start(start.group(1), attributes.build()) && (!empty || tree.end(start.group(1)));
    }

    /// Goes to what is no white space; false if there was none.
    private boolean space() {
        Matcher space = SPACE.matcher(xml).region(at, xml.length());
        boolean any = space.lookingAt() && space.end() > at;
        at = space.end();
        return any;
    }

    /// What stands before a mark, or before the end of the document.
    private String until(String mark, int from) {
        int start = Math.min(from, xml.length());
        int end = xml.indexOf(mark, start);
        at = end < 0 ? xml.length() : end + mark.length();
        return xml.substring(start, end < 0 ? xml.length() : end);
    }

    private void putText(String name, String text) {
        if (!text.isEmpty()) {
            tree.put(name, new Text(text));
        }
    }
}
