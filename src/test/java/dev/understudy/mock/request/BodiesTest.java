package dev.understudy.mock.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.js.JsJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {

    private static Bodies.Parsed parse(String type, String body) {
        return Bodies.parse(type, body.getBytes(StandardCharsets.UTF_8), body);
    }

    private static Optional<String> json(String type, String body) {
        return JsJson.print(parse(type, body).value());
    }

    @ParameterizedTest
    @DisplayName("M25 a body is parsed by what its type contains, in whatever case")
    @CsvSource(
            quoteCharacter = '#',
            delimiter = '|',
            value = {
                "application/json|{\"b\":1.50,\"1\":\"x\"}|{\"1\":\"x\",\"b\":1.5}",
                "APPLICATION/JSON; charset=utf-8|[1]|[1]",
                "application/problem+json|{\"a\":null}|{\"a\":null}",
                "application/json|5|5",
                "application/x-www-form-urlencoded|a[b]=1&c=2|{\"a\":{\"b\":\"1\"},\"c\":\"2\"}",
                "text/xml|<a x=\"1\"><b>t</b><b/></a>|{\"a\":{\"_attributes\":{\"x\":\"1\"},\"b\":[{\"_text\":\"t\"},{}]}}",
                "application/soap+xml|<s:E xmlns:s=\"u\"><s:B>1</s:B></s:E>"
                        + "|{\"s:E\":{\"_attributes\":{\"xmlns:s\":\"u\"},\"s:B\":{\"_text\":\"1\"}}}",
                "application/xml|<?xml version=\"1.0\" encoding=\"UTF-8\"?><a><!--c--><![CDATA[x<y]]></a>"
                        + "|{\"_declaration\":{\"_attributes\":{\"version\":\"1.0\",\"encoding\":\"UTF-8\"}},"
                        + "\"a\":{\"_comment\":\"c\",\"_cdata\":\"x<y\"}}",
                "application/xml|<a> t &amp; u </a>|{\"a\":{\"_text\":\" t & u \"}}",
            })
    void types(String type, String body, String json) {
        assertThat(json(type, body)).contains(json);
    }

    @ParameterizedTest
    @DisplayName("M25 what is of no parsed type, or malformed, is no value")
    @CsvSource({
        "text/json,{}",
        "application/rss+xml,<a/>",
        "text/plain,a",
        "application/json,{",
        "text/xml,<a></b>",
        "'',a"
    })
    void unparsed(String type, String body) {
        assertThat(json(type, body)).isEmpty();
    }

    @Test
    @DisplayName("M25 empty XML is an empty object, empty JSON is malformed")
    void empty() {
        assertThat(json("text/xml", "")).contains("{}");
        assertThat(parse("application/json", "").malformed()).isTrue();
    }

    @ParameterizedTest
    @DisplayName("M25 XML is read generously: marks of byte order, document types, several roots, missing ends")
    @CsvSource(
            quoteCharacter = '#',
            delimiter = '|',
            value = {
                "\uFEFF<a/>|{\"a\":{}}",
                "<!DOCTYPE html><a/>|{\"_doctype\":\"html\",\"a\":{}}",
                "<a/><b/>|{\"a\":{},\"b\":{}}",
                "<a><b>1</b>|{\"a\":{\"b\":{\"_text\":\"1\"}}}",
                "<a b=\"1\" b=\"2\"/>|{\"a\":{\"_attributes\":{\"b\":\"1\"}}}",
                "< a x = 'y<z' >]]></a >|{\"a\":{\"_attributes\":{\"x\":\"y<z\"},\"_text\":\"]]>\"}}",
                "<a><![CDATA[]]></a>|{\"a\":{}}",
                "<?xml?><?pi x y?><a>&#x41;&#66;&apos;</a>"
                        + "|{\"_declaration\":{},\"_instruction\":{\"pi\":\"x y\"},\"a\":{\"_text\":\"AB'\"}}",
                "<!-- c --><a>1</a>|{\"_comment\":\" c \",\"a\":{\"_text\":\"1\"}}",
            })
    void generousXml(String body, String json) {
        assertThat(json("text/xml", body)).contains(json);
    }

    @Test
    @DisplayName("M25 the ends of lines in XML stay as they are")
    void lines() {
        assertThat(json("text/xml", "<a x=\"\r\n\">\r\n1</a>"))
                .contains("{\"a\":{\"_attributes\":{\"x\":\"\\r\\n\"},\"_text\":\"\\r\\n1\"}}");
    }

    @ParameterizedTest
    @DisplayName("M25 XML that is none is malformed")
    @ValueSource(
            strings = {
                "x<a/>",
                "<a/>x",
                "<a>&nbsp;</a>",
                "<a>&#xD;x&</a>",
                "<a x=1/>",
                "<a x/>",
                "<a x=\"1\"y=\"2\"/>",
                "<1/>",
                "<a></a x>",
                "<!-- a -- b --><a/>",
                "<!x><a/>",
                "<!DOCTYPE a><!DOCTYPE a><a/>",
                "<a><!DOCTYPE a></a>",
            })
    void noXml(String body) {
        assertThat(parse("text/xml", body).malformed()).isTrue();
    }

    @Test
    @DisplayName("M26 XML can't read files, nor blow up by entities, nor nest without end")
    void hostileXml() {
        String file = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
        assertThat(json("text/xml", file).orElse("")).doesNotContain("root");
        String bomb = "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;\">]><a>&y;</a>";
        assertThat(json("text/xml", bomb).orElse("")).doesNotContain("xxxx");
        assertThat(parse("text/xml", "<a>".repeat(100_000)).malformed()).isTrue();
    }

    private static final String FORM = "multipart/form-data; boundary=B";

    private static String part(String headers, String content) {
        return "--B\r\n" + headers + "\r\n\r\n" + content + "\r\n";
    }

    private static String field(String name, String content) {
        return part("Content-Disposition: form-data; name=\"" + name + "\"", content);
    }

    @Test
    @DisplayName("M27 fields of a multipart form are texts, nested by brackets, and files tell name, type and size")
    void multipart() {
        String body = field("a", "1")
                + field("o[k]", "2")
                + field("l[]", "3")
                + field("l[]", "4")
                + field("r", "5")
                + field("r", "6")
                + part(
                        "Content-Disposition: form-data; name=\"f\"; filename=\"dir/x.png\"\r\nContent-Type: image/png",
                        "12345")
                + part("Content-Disposition: form-data; name=\"g\"; filename=\"y\"", "")
                + "--B--\r\n";
        assertThat(json(FORM, body))
                .contains("{\"a\":\"1\",\"o\":{\"k\":\"2\"},\"l\":[\"3\",\"4\"],\"r\":[\"5\",\"6\"],"
                        + "\"f\":{\"filename\":\"x.png\",\"mimetype\":\"image/png\",\"size\":5},"
                        + "\"g\":{\"filename\":\"y\",\"mimetype\":\"text/plain\",\"size\":0}}");
    }

    @Test
    @DisplayName("M27 files of a multipart form come after its fields, and a file without a name is a field")
    void filesLast() {
        String body = part("Content-Disposition: form-data; name=\"f\"; filename=\"x\"", "12")
                + part("Content-Disposition: form-data; name=\"e\"; filename=\"\"", "text")
                + field("a", "1")
                + "--B--\r\n";
        assertThat(json(FORM, body))
                .contains("{\"e\":\"text\",\"a\":\"1\","
                        + "\"f\":{\"filename\":\"x\",\"mimetype\":\"text/plain\",\"size\":2}}");
    }

    @Test
    @DisplayName("M27 a multipart body without boundary or end is malformed")
    void brokenMultipart() {
        assertThat(parse("multipart/form-data", field("a", "1")).malformed()).isTrue();
        assertThat(parse(FORM, "nothing").malformed()).isTrue();
    }

    @Test
    @DisplayName("M28 gaps in the arrays of a form take no more than a limit of memory")
    void gaps() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            body.append(field("a" + i + "[10000]", "x"));
        }
        assertThat(parse(FORM, body + "--B--\r\n").malformed()).isTrue();
        assertThat(json(
                        FORM,
                        field("__proto__[x]", "1") + field("a[constructor]", "2") + field("b", "3") + "--B--\r\n"))
                .contains("{\"b\":\"3\"}");
    }

    @Test
    @DisplayName("M29 of cookies the first of a name counts, quotes go, and j: is JSON")
    void cookies() {
        assertThat(JsJson.print(Cookies.ofRequest("a=1; b=\"x y\"; a=2; c=j:%7B%22d%22%3A1%7D; e=%zz; f; g=\"")))
                .contains("{\"a\":\"1\",\"b\":\"x y\",\"c\":{\"d\":1},\"e\":\"%zz\",\"g\":\"\"}");
        assertThat(JsJson.print(Cookies.ofHandshake("a=1; b=; a=2"))).contains("{\"a\":\"2\"}");
    }
}
