package dev.understudy.mock.request;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads XML into objects: elements by name, repeated ones as arrays, attributes under `_attributes`, text under
/// `_text`. Nothing outside the text is read, and document types are not looked at.
public final class CompactXml {

    private static final XMLInputFactory FACTORY = factory();

    private final Deque<Map<String, List<JsValue>>> open = new ArrayDeque<>();
    private final Deque<String> names = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();

    private CompactXml() {}

    /// The object that the text stands for; empty if it is not XML.
    public static Optional<JsValue> parse(String xml) {
        if (xml.isBlank()) {
            return Optional.of(JsObject.EMPTY);
        }
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(xml));
            try {
                return Optional.of(new CompactXml().read(reader, xml));
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private JsValue read(XMLStreamReader reader, String xml) throws XMLStreamException {
        open.push(new LinkedHashMap<>());
        if (xml.startsWith("<?xml")) {
            declare(reader);
        }
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.SPACE) {
                text.append(reader.getText());
                continue;
            }
            endOfText();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> start(reader);
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CDATA -> put("_cdata", new Text(reader.getText()));
                case XMLStreamConstants.COMMENT -> put("_comment", new Text(reader.getText()));
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    put("_instruction", JsObject.of(Map.of(reader.getPITarget(), textOf(reader.getPIData()))));
                default -> {}
            }
        }
        return object(open.pop());
    }

    private void declare(XMLStreamReader reader) {
        JsObject.Builder attributes = JsObject.builder();
        attributes.set("version", textOf(reader.getVersion()));
        if (reader.getCharacterEncodingScheme() != null) {
            attributes.set("encoding", new Text(reader.getCharacterEncodingScheme()));
        }
        if (reader.standaloneSet()) {
            attributes.set("standalone", new Text(reader.isStandalone() ? "yes" : "no"));
        }
        put("_declaration", JsObject.of(Map.of("_attributes", attributes.build())));
    }

    private void start(XMLStreamReader reader) {
        if (open.size() >= JsJson.MAX_DEPTH) {
            throw new IllegalArgumentException("The elements are nested too deep");
        }
        names.push(reader.getLocalName());
        Map<String, List<JsValue>> element = new LinkedHashMap<>();
        if (reader.getAttributeCount() > 0) {
            JsObject.Builder attributes = JsObject.builder();
            for (int at = 0; at < reader.getAttributeCount(); at++) {
                String prefix = reader.getAttributePrefix(at);
                String name = reader.getAttributeLocalName(at);
                attributes.set(
                        prefix == null || prefix.isEmpty() ? name : prefix + ":" + name,
                        new Text(reader.getAttributeValue(at)));
            }
            element.put("_attributes", new ArrayList<>(List.of(attributes.build())));
        }
        open.push(element);
    }

    private void end() {
        JsValue element = object(open.pop());
        put(names.pop(), element);
    }

    private void endOfText() {
        if (!text.isEmpty()) {
            if (!text.toString().isBlank()) {
                put("_text", new Text(text.toString()));
            }
            text.setLength(0);
        }
    }

    private void put(String name, JsValue value) {
        open.getFirst().computeIfAbsent(name, _ -> new ArrayList<>(1)).add(value);
    }

    private static JsObject object(Map<String, List<JsValue>> members) {
        JsObject.Builder object = JsObject.builder();
        members.forEach(
                (name, values) -> object.set(name, values.size() == 1 ? values.getFirst() : JsArray.of(values)));
        return object.build();
    }

    private static Text textOf(String text) {
        return text == null ? Text.EMPTY : new Text(text);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty("http://java.sun.com/xml/stream/properties/report-cdata-event", true);
        return factory;
    }
}
