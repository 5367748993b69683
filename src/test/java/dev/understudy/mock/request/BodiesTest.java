package dev.understudy.mock.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.js.JsJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    @CsvSource({"text/json,{}", "application/rss+xml,<a/>", "text/plain,a", "application/json,{", "text/xml,<a>", "'',a"
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
        assertThat(JsJson.print(Cookies.ofRequest("a=1; b=\"x y\"; a=2; c=j:%7B%22d%22%3A1%7D; e=%zz; f")))
                .contains("{\"a\":\"1\",\"b\":\"x y\",\"c\":{\"d\":1},\"e\":\"%zz\"}");
        assertThat(JsJson.print(Cookies.ofHandshake("a=1; b=; a=2"))).contains("{\"a\":\"2\"}");
    }
}
