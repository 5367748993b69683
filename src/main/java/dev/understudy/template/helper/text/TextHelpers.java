package dev.understudy.template.helper.text;

import static java.util.Map.entry;

import dev.understudy.template.helper.Helper;
import java.util.Map;

/// The helpers of this package.
public final class TextHelpers {

    public static final Map<String, Helper> ALL = Map.ofEntries(
            entry("base64", new ToBase64()),
            entry("base64Decode", new FromBase64()),
            entry("base64url", new ToBase64Url()),
            entry("base64urlDecode", new FromBase64Url()),
            entry("includes", new Includes()),
            entry("indexOf", new IndexOf()),
            entry("lowercase", new Lowercase()),
            entry("newline", new Newline()),
            entry("padEnd", new PadEnd()),
            entry("padStart", new PadStart()),
            entry("parseInt", new ParseInt()),
            entry("replace", new Replace()),
            entry("replaceAll", new ReplaceAll()),
            entry("split", new Split()),
            entry("substr", new Substr()),
            entry("uppercase", new Uppercase()));

    private TextHelpers() {}
}
