package dev.sidecarctl.command;

import dev.sidecarctl.command.file.ExitStatus;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs what people run most, for the archive of loaded classes that the launcher makes: whatever is
 * loaded here need not be loaded at a start. So no more than that.
 */
final class Training {
  /** The launcher's word for it. */
  static final String WORD = "__train";

  private static final String MANIFEST =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web # of the shop
      spec:
        replicas: 2
        selector:
          matchLabels: {app: web}
        template:
          metadata:
            labels: {app: web}
          spec:
            containers:
              - name: web
                image: "web:1.0"
                ports:
                  - containerPort: 8080
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        selector: {app: web}
        ports: [{port: 80}]
      """;

  private final Engine engine;

  Training(Engine engine) {
    this.engine = engine;
  }

  /**
   * Does it.
   *
   * @param file any text that can be read, and is no manifest
   * @return whether it went as it has to; from an archive that is damaged it may not
   */
  ExitStatus run(String file) {
    String refused = MANIFEST.replace("containerPort: 8080", "containerPort: 0\n            x: 1");
    boolean right =
        run(MANIFEST, "inject", "-f", "-", "-t", "sidecar-logger") == ExitStatus.DONE
            && run(MANIFEST, "validate", "-") == ExitStatus.DONE
            && run(refused, "validate", "-") == ExitStatus.REFUSED
            && run("", "validate", file) != ExitStatus.FAILED;
    return right ? ExitStatus.DONE : ExitStatus.FAILED;
  }

  private ExitStatus run(String manifest, String... arguments) {
    InputStream in = new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8));
    OutputStream nowhere = OutputStream.nullOutputStream();
    Surroundings around =
        new Surroundings(in, nowhere, nowhere, Map.of(), Path.of(""), false, false, false);
    return new CommandLineTool(engine).run(List.of(arguments), around);
  }
}
