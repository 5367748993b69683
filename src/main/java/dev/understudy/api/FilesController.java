package dev.understudy.api;

import dev.understudy.asset.Asset;
import dev.understudy.asset.AssetContent;
import dev.understudy.asset.Assets;
import dev.understudy.asset.Stored;
import dev.understudy.asset.Upload;
import dev.understudy.environment.AssetPath;
import dev.understudy.environment.Excess;
import dev.understudy.environment.FileExcess;
import dev.understudy.environment.Limits;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.context.request.WebRequest;

/// The files that an environment's mock sends: lists, stores, gives out and removes them.
@RestController
class FilesController {

    /// @param uploadedAt null if the content is not on this server
    record Listed(
            String path, int size, String hash, @Nullable Instant uploadedAt, String uploadedBy) {}

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
    @Nullable
    ResponseEntity<Resource> read(
            Access access, @PathVariable String path, HttpServletRequest request, WebRequest conditions) {
        AssetPath file = parse(path);
        AssetContent content = assets.read(access, file).orElseThrow(ApiProblem::notFound);
        String etag = etag(content.content().hash());
        if (conditions.checkNotModified(etag)) {
            return null;
        }
        Holds.of(request).take(Math.min(content.size(), AssetContent.PIECE_BYTES));
        String name = file.fileName();
        return ResponseEntity.ok()
                .eTag(etag)
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
    ResponseEntity<Listed> store(Access access, @PathVariable String path, HttpServletRequest request)
            throws IOException {
        access.require(Action.EDIT);
        AssetPath file = parse(path);
        byte[] bytes = JsonBodyReader.raw(request, Limits.MAX_FILE_BYTES);
        return switch (assets.put(access, file, bytes, true)) {
            case Upload.Kept(Asset asset, boolean _) -> stored(asset);
            case Upload.Taken(Asset asset) -> stored(asset);
            case Upload.Refused(FileExcess(Excess excess, String message)) ->
                throw ApiProblem.beyond(ErrorCode.QUOTA_EXCEEDED, excess.limit(), excess.value(), message);
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

    private static ResponseEntity<Listed> stored(Asset asset) {
        return ResponseEntity.ok().eTag(etag(asset.content().hash())).body(listed(asset));
    }

    private static String etag(String hash) {
        return "\"" + hash + "\"";
    }

    private static Listed listed(Asset asset) {
        return new Listed(
                asset.path().text(),
                asset.content().size(),
                asset.content().hash(),
                asset.stored().map(Stored::at).orElse(null),
                asset.stored().map(Stored::byName).orElse(""));
    }
}
