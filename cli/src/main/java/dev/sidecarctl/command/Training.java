package dev.sidecarctl.command;

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
   * @param file any text that can be read
   */
  void run(String file) {
    String refused = MANIFEST.replace("containerPort: 8080", "containerPort: 0\n            x: 1");
    run(MANIFEST, "inject", "-f", "-", "-t", "sidecar-logger");
    run(MANIFEST, "validate", "-");
    run(refused, "validate", "-");
    run("", "validate", file);
  }

  private void run(String manifest, String... arguments) {
    InputStream in = new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8));
    OutputStream nowhere = OutputStream.nullOutputStream();
    Surroundings around =
        new Surroundings(in, nowhere, nowhere, Map.of(), Path.of(""), false, false, false);
    new CommandLineTool(engine).run(List.of(arguments), around);
  }
}
