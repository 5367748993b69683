package dev.understudy.api;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Gives out the description of the API, to everybody.
@RestController
class OpenApiController {

    static final Resource DESCRIPTION = new ClassPathResource("openapi.json", OpenApiController.class);

    @GetMapping(path = ApiPaths.V1 + "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Resource description() {
        return DESCRIPTION;
    }
}
