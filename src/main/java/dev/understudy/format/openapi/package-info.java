/// Descriptions of APIs in OpenAPI 3 and Swagger 2: what environment each is, and each environment as one.
@NullMarked
package dev.understudy.format.openapi;

import org.jspecify.annotations.NullMarked;
