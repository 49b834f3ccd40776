# syntax=docker/dockerfile:1
# Built from a clone:  docker build -t sidecarctl .
# Used:                docker run --rm -i sidecarctl inject -f - -t sidecar-logger <app.yaml
#                      docker run --rm -v "$PWD:/work" -u "$(id -u)" sidecarctl validate -R k8s/

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
# No test runs here: CI has run them all on the commit that is packaged.
RUN mvn -B -q -DskipTests package && \
    mkdir /opt/sidecarctl && \
    tar -xzf cli/target/sidecarctl-*.tar.gz -C /opt/sidecarctl --strip-components=1

FROM eclipse-temurin:25-jre
COPY --from=build /opt/sidecarctl /opt/sidecarctl
# The archive of loaded classes is of this very JVM, so it is made here.
RUN SIDECARCTL_CDS=make /opt/sidecarctl/bin/sidecarctl && \
    ln -s /opt/sidecarctl/bin/sidecarctl /usr/local/bin/sidecarctl && \
    useradd --system --uid 10001 --no-create-home sidecarctl && \
    mkdir /work
ENV CI=true
WORKDIR /work
USER 10001
ENTRYPOINT ["/opt/sidecarctl/bin/sidecarctl"]
CMD ["--help"]
