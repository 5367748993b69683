package dev.understudy.format;

import dev.understudy.environment.Problem;
import dev.understudy.format.openapi.Conversion;
import dev.understudy.format.openapi.OpenApiImport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;

/// Makes an environment of any file that one can be made of: Mockoon's own files, descriptions of APIs in OpenAPI 3 or
/// Swagger 2, which may also be YAML, and HTTP archives (HAR).
public final class EnvironmentImport {

    private EnvironmentImport() {}

    /// Reads a file of which nobody needs to fear that it takes long.
    public static ImportResult read(byte[] file, RandomGenerator ids) {
        return read(file, ids, steps -> {});
    }

    /// Reads a file.
    ///
    /// @param file bytes of text in UTF-8
    /// @param ids where ids come from for what has none in a file
    /// @param effort told of the steps of the work; it may end it by an exception of its own
    public static ImportResult read(byte[] file, RandomGenerator ids, LongConsumer effort) {
        try {
            return read(JsonText.decode(file), ids, effort);
        } catch (ImportRefusal refusal) {
            return refusal.result();
        }
    }

    private static ImportResult read(String text, RandomGenerator ids, LongConsumer effort) {
        Optional<ImportResult> ofArchive =
                HarImport.mayBe(text) ? HarImport.environment(text, ids, effort) : Optional.empty();
        if (ofArchive.isPresent()) {
            return ofArchive.get();
        }
        return switch (OpenApiImport.convert(text, effort)) {
            case Conversion.Converted converted -> imported(converted, ids, effort);
            case Conversion.Refused(String place, String message) -> new ImportRefusal(place, message).result();
            case Conversion.Foreign _ -> MockoonImport.read(text, ids, effort);
        };
    }

    private static ImportResult imported(Conversion.Converted converted, RandomGenerator ids, LongConsumer effort) {
        return switch (MockoonImport.read(converted.environment(), ids, effort)) {
            case ImportResult.Imported(var environment, List<Problem> repairs, var files) -> {
                List<Problem> problems = new ArrayList<>(converted.problems());
                repairs.forEach(repair -> problems.add(new Problem(
                        repair.severity(),
                        converted.origin(repair.place()),
                        repair.node(),
                        repair.field(),
                        repair.message())));
                yield new ImportResult.Imported(environment, List.copyOf(problems), files);
            }
            case ImportResult.Refused(String place, String message, var excess) ->
                new ImportResult.Refused(converted.origin(place), message, excess);
        };
    }
}
