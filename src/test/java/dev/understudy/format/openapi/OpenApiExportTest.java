package dev.understudy.format.openapi;

import static dev.understudy.format.openapi.Descriptions.imported;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Environment;
import dev.understudy.js.JsJson;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is expected was looked up in `@mockoon/cli` 9.9.0, but for what is left out.
class OpenApiExportTest {

    private static Environment environment(String properties) {
        return imported("{'uuid':'00000000-0000-4000-8000-000000000001','lastMigration':33,'name':'Shop','port':81"
                        + properties + "}")
                .environment();
    }

    private static String paths(String routes) {
        String json = Descriptions.json(environment(",'routes':[" + routes + "]"));
        return json.substring(json.indexOf("\"paths\"")).replaceAll("\\s+", "").replace('"', '\'');
    }

    @Test
    @DisplayName("F41 name, port, prefix and TLS are told")
    void settings() {
        String json =
                Descriptions.json(environment(",'endpointPrefix':'v1/','tlsOptions':{'enabled':true},'routes':[]"));
        assertThat(json).isEqualTo("""
                {
                  "openapi": "3.0.0",
                  "info": {
                    "title": "Shop",
                    "version": "1.0.0"
                  },
                  "servers": [
                    {
                      "url": "https://localhost:81/v1/"
                    }
                  ],
                  "paths": {}
                }""");
    }

    @Test
    @DisplayName("F41 each HTTP route is an operation with its parameters and its responses by status")
    void operations() {
        assertThat(paths("""
                {'method':'post','endpoint':'a/:b/:c-:d','documentation':'Doc','responses':[
                 {'statusCode':404,'body':'','label':'one'},{'statusCode':200,'body':'5','label':'two'},{'statusCode':200,'body':'[1]','label':'three'}]},
                {'method':'all','endpoint':'a'},{'method':'','endpoint':'never'},{'type':'ws','endpoint':'socket'}""")).isEqualTo("""
                        'paths':{'/a/{b}/{c}-{d}':{'post':{'description':'Doc','responses':{
                        '200':{'description':'three','content':{'*/*':{'example':'[1]'}},'headers':{}},
                        '404':{'description':'one','content':{'*/*':{'example':{}}},'headers':{}}},
                        'parameters':[{'name':'b','in':'path','schema':{'type':'string'},'required':true},
                        {'name':'c','in':'path','schema':{'type':'string'},'required':true},
                        {'name':'d','in':'path','schema':{'type':'string'},'required':true}]}},
                        '/a':{'all':{'description':'','responses':{'200':{'description':'',
                        'content':{'*/*':{'example':'{}'}},'headers':{}}}}}}}""".replace("\n", ""));
    }

    @Test
    @DisplayName("F41 a CRUD route is nine operations")
    void crud() {
        String paths =
                paths("{'type':'crud','method':'','endpoint':'users','responses':[{'label':'L','statusCode':500}]}");
        assertThat(paths)
                .contains(
                        "'/users':{'get':{'description':'Getallitems','responses':{'200':{'description':'L'",
                        "'post':{'description':'Createanewitem','responses':{'201':",
                        "'put':{'description':'Updateallitems'",
                        "'patch':{'description':'Partiallyupdateallitems'",
                        "'delete':{'description':'Deleteallitems'",
                        "'/users/{id}':{'get':{'description':'GetitembyID'",
                        "'put':{'description':'UpdateitembyID'",
                        "'patch':{'description':'PartiallyupdateitembyID'",
                        "'delete':{'description':'DeleteitembyID'",
                        "'name':'id'");
        assertThat(paths.split("description':'L'", -1)).hasSize(10);
    }

    @Test
    @DisplayName("F41 headers are those of the environment and the response, the type is that of the content")
    void headers() {
        String json = Descriptions.json(environment("""
                ,'headers':[{'key':'Content-Type','value':'env/type'},{'key':'X-A','value':'1'},{'key':'','value':'v'}],
                'routes':[{'responses':[{'headers':[{'key':'content-type','value':'a/b'},{'key':'X-A','value':'2'},{'key':'X-B','value':'3'}]},
                 {'statusCode':201,'headers':[{'key':'Content-Type','value':''}],'bodyType':'FILE','filePath':'x.json'}]}]""")).replaceAll("\\s+", "").replace('"', '\'');
        assertThat(json)
                .contains(
                        "'content':{'a/b':{'example':'{}'}},'headers':{'X-A':{'schema':{'type':'string'},'example':'2'},"
                                + "'X-B':{'schema':{'type':'string'},'example':'3'}}",
                        "'content':{'env/type':{'example':{}}},'headers':{'X-A':{'schema':{'type':'string'},'example':'1'}}");
    }

    @Test
    @DisplayName("F41 YAML says the same as JSON, and long texts in lines")
    void yaml() {
        Environment environment = environment(
                ",'routes':[{'endpoint':'a','documentation':'yes','responses':[{'label':'1.0','body':'{\\n  \\\"a\\\": 1\\n}'}]}]");
        String yaml = Descriptions.yaml(environment);
        assertThat(yaml)
                .startsWith("openapi: 3.0.0\ninfo:\n  title: Shop\n")
                .contains("servers:\n  - url: http://localhost:81/\n", "example: |-\n", "'200':", "description: '1.0'");
        assertThat(JsJson.print(Descriptions.yaml(yaml), 2)).hasValue(Descriptions.json(environment));
    }

    @Test
    @DisplayName("J66 an exported example keeps the digits of its body")
    void longNumbers() {
        assertThat(
                        paths(
                                "{'method':'get','endpoint':'a','responses':[{'statusCode':200,'body':'[1945044589271781376]'}]}"))
                .contains("'[1945044589271781376]'");
    }
}
