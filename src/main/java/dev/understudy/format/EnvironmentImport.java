package dev.understudy.format;

import dev.understudy.environment.Problem;
import dev.understudy.format.openapi.Conversion;
import dev.understudy.format.openapi.OpenApiImport;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes an environment of any file that one can be made of: Mockoon's own files, and descriptions of APIs in OpenAPI 3
/// or
/// Swagger 2, which may also be YAML.
public final class EnvironmentImport {

    private EnvironmentImport() {}

    /// Reads a file.
    ///
    /// @param file bytes of text in UTF-8
    /// @param ids where ids come from for what has none in a file
    public static ImportResult read(byte[] file, RandomGenerator ids) {
        try {
            return read(JsonText.decode(file), ids);
        } catch (Refusal refusal) {
            return refusal.result();
        }
    }

    private static ImportResult read(String text, RandomGenerator ids) {
        return switch (OpenApiImport.convert(text)) {
            case Conversion.Converted converted -> imported(converted, ids);
            case Conversion.Refused(String place, String message) -> new Refusal(place, message).result();
            case Conversion.Foreign _ -> MockoonImport.read(text, ids);
        };
    }

    private static ImportResult imported(Conversion.Converted converted, RandomGenerator ids) {
        return switch (MockoonImport.read(converted.environment(), ids)) {
            case ImportResult.Imported(var environment, List<Problem> repairs) -> {
                List<Problem> problems = new ArrayList<>(converted.problems());
                repairs.forEach(repair -> problems.add(new Problem(
                        repair.severity(),
                        converted.origin(repair.place()),
                        repair.node(),
                        repair.field(),
                        repair.message())));
                yield new ImportResult.Imported(environment, List.copyOf(problems));
            }
            case ImportResult.Refused(String place, String message, var excess) ->
                new ImportResult.Refused(converted.origin(place), message, excess);
        };
    }
}
