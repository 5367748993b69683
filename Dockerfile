# syntax=docker/dockerfile:1

FROM node:24-bookworm-slim AS node

FROM eclipse-temurin:25-jdk AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /build
COPY . .
# Without the embedded PostgreSQL: in a container the database is a container of its own.
RUN --mount=type=cache,target=/root/.m2 --mount=type=cache,target=/root/.npm \
    ./mvnw --batch-mode --no-transfer-progress package -Dmaven.test.skip=true -Dwithout-postgres \
    && java -Djarmode=tools -jar target/understudy.jar extract --layers --destination target/image \
    # One for the training below, which leaves nothing of it behind.
    && ./mvnw --batch-mode --no-transfer-progress dependency:unpack-dependencies \
      -DincludeGroupIds=io.zonky.test.postgres -DoutputDirectory=target/postgres

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 understudy \
    && useradd --system --uid 10001 --gid understudy --home-dir /var/lib/understudy --create-home understudy
WORKDIR /opt/understudy
COPY --from=build /build/target/image/dependencies/ ./
COPY --from=build /build/target/image/snapshot-dependencies/ ./
COPY --from=build /build/target/image/application/ /build/bin/java.options ./
RUN install --directory --owner=understudy cache
USER understudy
# What Java learns from a start that shows the sign-in page, for all later ones: with this Java, these files and their times.
# The jar has its full path, or Java could not start from another folder: see decision 159.
RUN --mount=type=bind,from=build,source=/build/target/postgres,target=/postgres \
    mkdir --parents /tmp/training/programs && cp /postgres/*.txz /tmp/training/programs/ \
    && java -XX:AOTCacheOutput=cache/understudy.aot -XX:MaxRAMPercentage=70 @java.options -jar "$PWD/understudy.jar" \
      --understudy.training=true --server.port=0 --understudy.data=/tmp/training --understudy.sample=false \
    && rm -rf /tmp/training && test -s cache/understudy.aot
ENV UNDERSTUDY_DATA=/var/lib/understudy UNDERSTUDY_LISTENER_ADDRESS=0.0.0.0
EXPOSE 8080 3000-3999
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${PORT:-8080} && printf 'GET /actuator/health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q UP <&3"]
ENTRYPOINT ["java", "-XX:AOTCache=/opt/understudy/cache/understudy.aot", "-XX:MaxRAMPercentage=70", "@/opt/understudy/java.options", "-jar", "/opt/understudy/understudy.jar"]
