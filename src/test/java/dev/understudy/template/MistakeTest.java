package dev.understudy.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.template.syntax.Mistake;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistakeTest {

    @ParameterizedTest
    @DisplayName("U100 what is wrong with a template is one plain sentence, with the part of the text that it is about")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a {{#if x}}b            | {{#if     | {{#if}} is never closed. Write {{/if}} where it ends.",
                "a {{#if x}}b{{/each}}   | each      | {{/each}} ends a block that begins with “if”. Write {{/if}} here, or close what was opened in between.",
                "a {{body 'id'           | {{        | This tag is never closed. Write }} where it ends.",
                "a {{body 'id}} b        | '         | This text in quotes has no end. Write ' where it ends.",
                "a {{}} b                | {{}}      | This tag is empty. Write between the braces what is to stand here.",
                "a {{/if}} b             | {{/       | This ends a block that does not begin anywhere. Take it out, or write {{#…}} where the block begins.",
                "a {{else}} b            | {{else}}  | An else stands inside of a block only. Take it out, or write {{#if …}} where the block begins.",
                "a {{body (queryParam }} | (         | This ( is never closed. Write ) before the tag ends.",
                "a {{body )}} b          | )         | This ) closes nothing. Take it out, or write ( where it begins.",
                "a {{{body}} b           | }}        | A tag that begins with {{{ ends with }}}.",
                "a {{body # }} b         | #         | “#” can’t stand in a tag. Texts stand in quotes, as in 'a text'.",
                "a {{body =1}} b         | =         | Before = stands a name, as in key=value. A text with = in it stands in quotes.",
                "a {{body key=}} b       | }}        | Something is missing before the tag ends, such as a value behind =.",
                "a {{body {{now}} b      | {{        | The tag before this one has no end. Write }} where it ends.",
                "a {{a/../b}} c          | a         | “a/..” is no path: “..”, “.” and “this” stand at its beginning only.",
                "a {{!-- never           | {{!       | This comment is never closed. Write --}} where it ends.",
                "a {{! never             | {{!       | This comment is never closed. Write }} where it ends.",
                "a {{{{raw}}}} never     | {{{{raw   | {{{{raw}}}} is never closed. Write {{{{/raw}}}} where it ends.",
                "a {{* deco}} b          | a {{* deco}} b | There is no {{*deco}}: after * stands inline only, as in {{#*inline 'name'}}. Take the * out.",
                "a {{> b c d}} e         | a {{> b c d}} e | A partial takes one value at most, as in {{> name value}}. Give more of them as key=value.",
                "a {{#*inline 'b'}}c{{else}}d{{/inline}} | a {{#*inline 'b'}}c{{else}}d{{/inline}} | A block that begins with {{#* has no else. Take the else out."
            })
    void sentences(String text, String marked, String sentence) {
        Mistake mistake = ((Template.Parsing.Malformed) Template.parse(text)).mistake();
        assertThat(mistake.sentence()).isEqualTo(sentence);
        assertThat(text.substring(mistake.from(), mistake.to())).isEqualTo(marked);
    }
}
