package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/// The editor of an environment on somebody's screen, in the words of who looks at it.
///
/// @param page where it is open
record Editor(Page page) {

    /// Opens a node and waits until it can be edited.
    static Editor open(Page page, Parcels parcels, String node) {
        page.navigate(parcels.address(node));
        var editor = new Editor(page);
        assertThat(editor.field("endpoint")).isVisible();
        return editor;
    }

    /// The box of a field, by its key in the exchange format.
    Locator field(String key) {
        return fields(key).first();
    }

    /// The boxes of the same field of several nodes: names or values of headers.
    Locator fields(String key) {
        return page.locator(".live-field[data-field=" + key + "] input:visible");
    }

    /// The text in which bodies are typed.
    Locator body() {
        return page.locator("understudy-code[data-field=body] .cm-content");
    }

    /// All of the body as the screen has it.
    String bodyText() {
        return (String) page.locator("understudy-code[data-field=body]").evaluate("code => code.text");
    }

    /// The row of a folder or route in the tree, by its path or name.
    Locator row(String text) {
        // The grid keeps rows that it does not need now, hidden.
        return page.locator("vaadin-grid-cell-content .tree-row:visible")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".path, .fold")
                                .getByText(text, new Locator.GetByTextOptions().setExact(true))));
    }

    /// Who stands in a row of the tree beside the reader.
    Locator dots(String text) {
        return row(text).locator(".dot");
    }

    Locator response(String label) {
        return page.getByRole(AriaRole.TAB).filter(new Locator.FilterOptions().setHasText(label));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /// Goes to the headers of the response.
    void headers() {
        tab("Headers");
    }

    /// Goes to a part of a form, and waits until it is there: parts have boxes of the same name.
    void tab(String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)))
                .click();
        atRest();
    }

    /// Goes to a part of the environment: Routes, Data, …
    void section(String name) {
        page.locator("aside > nav > a")
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
    }

    /// The entry of a data bucket or callback in its list.
    Locator element(String name) {
        return page.locator(".element:visible").filter(new Locator.FilterOptions().setHasText(name));
    }

    /// The rows of the rules.
    Locator rules() {
        return page.locator(".rule-row");
    }

    /// A text that several people edit, by the key of its field.
    Locator text(String key) {
        return page.locator("understudy-code[data-field=" + key + "] .cm-content:visible");
    }

    /// Chooses from the first drop-down of a field that is on the screen.
    void choose(String key, String words) {
        choose(page.locator(".live-choice[data-field=" + key + "]:visible").first(), words);
    }

    void choose(Locator choice, String words) {
        choice.locator("vaadin-select").click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .click();
    }

    /// The number of people in the room, in words.
    Locator here() {
        return page.locator("header .people .count");
    }

    /// Waits until the page waits for nothing: people go back after they have seen something.
    void atRest() {
        page.waitForFunction("() => Object.values(Vaadin.Flow.clients).every(client => !client.isActive?.())");
    }

    /// What the screen says about whether the work is safe.
    Locator safety() {
        return page.locator("understudy-saved");
    }

    /// Waits until the screen says that everything is saved, and the browser waits for no answer any more.
    void saved() {
        assertThat(safety()).hasAttribute("data-waiting", "0");
        assertThat(safety()).containsText("Saved");
    }
}
