package dev.understudy.api;

import dev.understudy.asset.Asset;
import dev.understudy.asset.AssetContent;
import dev.understudy.asset.AssetPath;
import dev.understudy.asset.Assets;
import dev.understudy.asset.Upload;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The files that an environment's mock sends: lists, stores, gives out and removes them.
@RestController
class FilesController {

    record Listed(String path, int size, Instant uploadedAt, String uploadedBy) {}

    private static final String FILES = ApiPaths.ENVIRONMENT + "/files";
    private static final String FILE = FILES + "/{*path}";

    private final Assets assets;

    FilesController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping(FILES)
    List<Listed> list(Access access) {
        return assets.list(access).stream().map(FilesController::listed).toList();
    }

    /// Always as a download: what members upload must not run in the name of this site.
    @GetMapping(FILE)
    ResponseEntity<Resource> read(Access access, @PathVariable String path, HttpServletRequest request) {
        AssetPath file = parse(path);
        AssetContent content = assets.read(access, file).orElseThrow(ApiProblem::notFound);
        Holds.of(request).take(Math.min(content.size(), AssetContent.PIECE_BYTES));
        String name = file.fileName();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(content.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(content.bytes()));
    }

    @PutMapping(FILE)
    Listed store(Access access, @PathVariable String path, HttpServletRequest request) throws IOException {
        access.require(Action.EDIT);
        AssetPath file = parse(path);
        byte[] bytes = JsonBodyReader.raw(request, Assets.MAX_FILE_BYTES);
        return switch (assets.put(access, file, bytes)) {
            case Upload.Stored(Asset asset, boolean _) -> listed(asset);
            case Upload.Refused(long limit, long value, String message) ->
                throw ApiProblem.beyond(ErrorCode.QUOTA_EXCEEDED, limit, value, message);
        };
    }

    @DeleteMapping(FILE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Access access, @PathVariable String path) {
        if (!assets.remove(access, parse(path))) {
            throw ApiProblem.notFound();
        }
    }

    /// @param captured with the slash in front that the framework leaves there
    private static AssetPath parse(String captured) {
        String path = captured.substring(1);
        AssetPath.refusal(path).ifPresent(why -> {
            throw ApiProblem.invalidRequest(why);
        });
        return new AssetPath(path);
    }

    private static Listed listed(Asset asset) {
        return new Listed(asset.path().text(), asset.size(), asset.uploadedAt(), asset.uploadedBy());
    }
}
