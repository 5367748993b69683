package dev.understudy.mock.respond;

import dev.understudy.mock.text.TextTemplate;
import dev.understudy.template.scope.TemplateException;
import java.util.ArrayList;
import java.util.List;

/// The path of a file in a document, perhaps with expressions. Files are those of the environment, so its folder is
/// the root of them all; still a path with expressions may not leave the folder it starts in.
///
/// @param base the folder that the path starts in, resolved; empty if expressions stand in front of it
public record FilePath(TextTemplate template, String base) {

    /// Stands for the folder that relative paths start from.
    private static final String HOME = "/.";

    public static FilePath of(String written) {
        String path = withSlashes(written);
        int brace = path.indexOf('{');
        int folder = path.lastIndexOf('/', brace < 0 ? path.length() : brace);
        return new FilePath(TextTemplate.of(path), folder < 0 ? "" : resolved(path.substring(0, folder + 1)));
    }

    /// Whether the path is the same for all requests.
    public boolean isConstant() {
        return template.isConstant();
    }

    /// The name of the file among those of the environment.
    ///
    /// @throws TemplateException if rendering fails or leaves the folder, in the reference's words
    public String file(TextTemplate.Renderer renderer) throws TemplateException {
        String rendered = template.render(renderer);
        String resolved = resolved(rendered);
        if (!template.isConstant()) {
            boolean absolute = rendered.startsWith("/");
            String allowed = base.isEmpty() && !absolute ? HOME : base;
            if (allowed.isEmpty() || allowed.equals("/")) {
                throw new TemplateException(
                        "Templated file path requires a non-root base directory (" + shown(resolved) + ")");
            }
            if (!resolved.equals(allowed) && !resolved.startsWith(allowed + "/")) {
                throw new TemplateException(
                        absolute
                                ? "Access to absolute path outside of the original static base directory ("
                                        + shown(resolved) + ")"
                                : "Access to relative path outside of the allowed base directory (" + shown(resolved)
                                        + ")");
            }
        }
        return shown(resolved);
    }

    private static String shown(String resolved) {
        return resolved.startsWith(HOME + "/") ? resolved.substring(HOME.length() + 1) : resolved.substring(1);
    }

    /// Absolute, without `.`, `..` and runs of slashes.
    private static String resolved(String path) {
        List<String> folders = new ArrayList<>();
        if (!path.startsWith("/")) {
            folders.add(".");
        }
        for (String folder : path.split("/", -1)) {
            if (folder.equals("..")) {
                if (!folders.isEmpty()) {
                    folders.removeLast();
                }
            } else if (!folder.isEmpty() && !folder.equals(".")) {
                folders.add(folder);
            }
        }
        return "/" + String.join("/", folders);
    }

    /// Backslashes of Windows turned round; one before a dot stays.
    private static String withSlashes(String path) {
        return path.replaceAll("\\\\(?!\\.)", "/");
    }
}
