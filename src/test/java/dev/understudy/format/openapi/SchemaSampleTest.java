package dev.understudy.format.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The bodies were looked up in `@mockoon/cli` 9.9.0.
class SchemaSampleTest {

    @ParameterizedTest(name = "F36 {0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'type':'integer'}                          | {{faker 'number.int' max=99999}}
            {'type':'integer','format':'float'}         | {{faker 'number.int' max=99999}}
            {'type':'number'}                           | {{faker 'number.int' max=99999}}
            {'type':'number','format':'float'}          | {{faker 'number.float'}}
            {'type':'number','format':'double'}         | {{faker 'number.float'}}
            {'type':'boolean'}                          | {{faker 'datatype.boolean'}}
            {'type':'string'}                           | ""
            {'type':'string','format':'date'}           | "{{date '2019' (now) 'yyyy-MM-dd'}}"
            {'type':'string','format':'date-time'}      | "{{faker 'date.recent' 365}}"
            {'type':'string','format':'email'}          | "{{faker 'internet.email'}}"
            {'type':'string','format':'uuid'}           | "{{faker 'string.uuid'}}"
            {'type':'string','format':'uri'}            | ""
            {'type':['integer','null']}                 | {{faker 'number.int' max=99999}}
            {'type':['null','integer']}                 | ""
            {'type':[]}                                 | ""
            {'type':'file'}                             | ""
            {'type':'array','items':{'type':'string'}}  | [ "" ]
            {'type':'array'}                            | [ null ]
            {'type':'array','items':{},'collectionFormat':'csv'} | ""
            {'type':'object'}                           | {}
            {'type':'object','properties':{'b':{'type':'string'},'2':{'type':'boolean'},'1':{},'t':true}} | { "1": "", "2": {{faker 'datatype.boolean'}}, "b": "" }
            {'properties':{'a':{'type':'string'}}}      | { "a": "" }
            {'type':'object','additionalProperties':{'type':'string'}} | {}
            {}                                          | ""
            true                                        | ``
            {'enum':['a','b'],'example':'c'}            | "{{oneOf 'a' 'b'}}"
            {'enum':[1,-2.5,null,true]}                 | {{oneOf 1 -2.5 null true}}
            {'enum':['a',1]}                            | "{{oneOf 'a' 1}}"
            {'enum':[1e21]}                             | "{{oneOf 1e+21}}"
            {'enum':[]}                                 | "{{oneOf }}"
            {'enum':[{'a':1},[1,2]]}                    | "{{oneOf [object Object] 1,2}}"
            {'enum':null,'type':'integer'}              | {{faker 'number.int' max=99999}}
            {'example':{'b':1.0,'a':[null]},'default':5} | { "b": 1, "a": [ null ] }
            {'example':null,'type':'string'}            | null
            {'default':'d','type':'integer'}            | "d"
            {'example':'{{oneOf 1 2}}'}                 | {{oneOf 1 2}}
            {'example':'{{oneOf 1  2}}'}                | "{{oneOf 1  2}}"
            {'example':'a {{oneOf 1}}'}                 | "a {{oneOf 1}}"
            {'example':'{{oneOf .5}}'}                  | "{{oneOf .5}}"
            {'oneOf':[{'type':'boolean'},{}],'anyOf':[{'type':'integer'}],'type':'string'} | {{faker 'datatype.boolean'}}
            {'anyOf':[{'type':'integer'}],'type':'string'} | {{faker 'number.int' max=99999}}
            {'oneOf':[],'type':'integer'}               | {{faker 'number.int' max=99999}}
            {'allOf':[{'properties':{'a':{'type':'string'}}},{'properties':{'b':{},'a':{'type':'integer'}}}],'properties':{'c':{}}} | { "a": {{faker 'number.int' max=99999}}, "b": "" }
            {'allOf':[{'type':'integer'}]}              | {}
            {'allOf':[{'allOf':[{'properties':{'a':{}}}]}]} | {}
            {'allOf':[{'example':{'a':1}},{'example':{'b':2}}]} | { "a": 1, "b": 2 }
            {'allOf':[{'example':'xy'}]}                | { "0": "x", "1": "y" }
            {'allOf':[{'enum':['a']},{'enum':['a','b']}]} | "{{oneOf 'a' 'b'}}"
            {'allOf':[{'default':1},{'default':2}]}     | 1
            {'allOf':[],'type':'integer'}               | {{faker 'number.int' max=99999}}
            """)
    void sample(String schema, String body) {
        assertThat(Descriptions.body(schema, "{}").replaceAll("\\n *", " ")).isEqualTo(body);
    }

    @ParameterizedTest(name = "F37 {0} with {1} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A | {'A':{'$ref':'#/components/schemas/B'},'B':{'type':'integer'}} | {{faker 'number.int' max=99999}}
            A | {'A':{'$ref':'#/components/schemas/A'}}                       | ""
            A | {'A':{'$ref':'#/components/schemas/B'},'B':{'$ref':'#/components/schemas/A'}} | ""
            A | {'A':{'properties':{'a':{'$ref':'#/components/schemas/A'},'b':{'type':'boolean'}}}} | { "a": "", "b": {{faker 'datatype.boolean'}} }
            A/properties/x | {'A':{'properties':{'x':{'type':'boolean'}}}}    | {{faker 'datatype.boolean'}}
            A/properties/x | {'A':{'$ref':'#/components/schemas/B'},'B':{'properties':{'x':{'type':'boolean'}}}} | ""
            A/oneOf/1 | {'A':{'oneOf':[{},{'type':'boolean'}]}}               | {{faker 'datatype.boolean'}}
            a~1b | {'a/b':{'type':'integer'}}                                 | ""
            a b | {'a b':{'type':'boolean'}}                                  | {{faker 'datatype.boolean'}}
            A | {'A':true}                                                    | ``
            A | {'A':null}                                                    | ""
            A | {'A':{'example':{'x':{'$ref':'#/components/schemas/A'},'y':{'$ref':'#/nope','k':1}}}} | { "x": {}, "y": { "$ref": "#/nope", "k": 1 } }
            """)
    void references(String name, String definitions, String body) {
        String schema = "{'$ref':'#/components/schemas/" + name + "','description':'dropped'}";
        assertThat(Descriptions.body(schema, definitions).replaceAll("\\n *", " "))
                .isEqualTo(body);
    }
}
