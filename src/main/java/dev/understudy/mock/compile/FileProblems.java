package dev.understudy.mock.compile;

import dev.understudy.environment.BodyKind;
import dev.understudy.environment.CertificateType;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Problem.Severity;
import dev.understudy.environment.Schema;
import dev.understudy.mock.respond.FilePath;
import dev.understudy.mock.state.MockFiles;
import dev.understudy.template.scope.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds references to files that are not there, where the path does not depend on requests, and files without
/// content.
public record FileProblems(Environment environment, MockFiles files) {

    public List<Problem> find() {
        List<Problem> problems = new ArrayList<>();
        for (Node node : environment.nodes()) {
            if (node.kind() == Kind.RESPONSE && node.get(Schema.RESPONSE_BODY_TYPE) == BodyKind.FILE) {
                problem(node, Schema.RESPONSE_FILE).ifPresent(problems::add);
            } else if (node.kind() == Kind.CALLBACK && node.get(Schema.CALLBACK_BODY_TYPE) == BodyKind.FILE) {
                problem(node, Schema.CALLBACK_FILE).ifPresent(problems::add);
            } else if (node.kind() == Kind.ENVIRONMENT && node.get(Schema.ENVIRONMENT_TLS)) {
                ofTls(node).flatMap(field -> problem(node, field).stream()).forEach(problems::add);
            } else if (node.kind() == Kind.FILE) {
                ofContent(node).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private Optional<Problem> ofContent(Node file) {
        String path = file.get(Schema.FILE_PATH).text();
        return files.contains(path)
                ? Optional.empty()
                : Optional.of(new Problem(
                        Severity.WARNING,
                        "",
                        Optional.of(file.id()),
                        Schema.FILE_CONTENT.key(),
                        "The content of “%s” is not on this server. Upload the file again, or remove it."
                                .formatted(path)));
    }

    private static Stream<Field<String>> ofTls(Node settings) {
        return settings.get(Schema.ENVIRONMENT_TLS_TYPE) == CertificateType.PFX
                ? Stream.of(Schema.ENVIRONMENT_TLS_PFX, Schema.ENVIRONMENT_TLS_CA)
                : Stream.of(Schema.ENVIRONMENT_TLS_CERT, Schema.ENVIRONMENT_TLS_KEY, Schema.ENVIRONMENT_TLS_CA);
    }

    private Optional<Problem> problem(Node node, Field<String> field) {
        FilePath path = FilePath.of(node.get(field));
        if (node.get(field).isEmpty() || !path.isConstant()) {
            return Optional.empty();
        }
        try {
            String name = path.file(_ -> "");
            return files.contains(name)
                    ? Optional.empty()
                    : Optional.of(new Problem(
                            Severity.WARNING,
                            "",
                            Optional.of(node.id()),
                            field.key(),
                            "There is no file “%s” in this environment. Upload it, or change the path."
                                    .formatted(name)));
        } catch (TemplateException _) {
            return Optional.empty();
        }
    }
}
