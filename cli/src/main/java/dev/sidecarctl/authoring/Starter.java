package dev.sidecarctl.authoring;

/** The beginning of a new template, with comments that tell what may be changed. */
public final class Starter {
  /** How long a name may be (RFC 1123). */
  private static final int LONGEST = 63;

  private static final String LOGS = "-logs";

  private static final String TEXT =
      """
      # What this sidecar is for. Check it with: sidecarctl template lint NAME.yaml
      apiVersion: sidecarctl.dev/v1
      kind: SidecarTemplate
      metadata:
        name: NAME
      spec:
        version: "0.1.0"
        description: Prints the files that the application writes to a shared volume.
        # What may be set from outside: --set NAME.logPath=/data/log, an annotation of the workload,
        # or .sidecarctl.yaml. Without a default it has to be set. A pattern keeps what is put into a
        # longer text from breaking out of its place.
        parameters:
          - name: logPath
            description: Directory that the application logs to.
            default: /var/log/app
            pattern: (/[A-Za-z0-9._-]+)+
          - name: image
            description: The sidecar's image.
            default: busybox:1.37.0
          - name: memoryLimit
            type: quantity
            description: Memory that the sidecar may use.
            default: 32Mi
        # Which workloads get it; all that is given has to hold. Without match: every one.
        match:
          kinds: [Deployment, StatefulSet, DaemonSet]
          # labelSelector: {matchLabels: {logging: file}}
          # policy: OptIn # only those that ask for it: sidecarctl.dev/inject: NAME
        # Containers beside the application: native sidecars where the cluster has them.
        sidecars:
          - name: NAME
            image: $(params.image)
            command: [tail, -n, "+1", -F, $(params.logPath)/app.log]
            volumeMounts:
              - {name: NAME-logs, mountPath: $(params.logPath), readOnly: true}
            resources:
              requests: {cpu: 5m, memory: 8Mi}
              limits: {cpu: 100m, memory: $(params.memoryLimit)}
            securityContext:
              runAsNonRoot: true
              runAsUser: 65534
              readOnlyRootFilesystem: true
              allowPrivilegeEscalation: false
              capabilities: {drop: [ALL]}
              seccompProfile: {type: RuntimeDefault}
        volumes:
          - name: NAME-logs
            emptyDir: {}
        # What the application's own containers get. Without containers: every one of them.
        targets:
          - volumeMounts:
              - {name: NAME-logs, mountPath: $(params.logPath)}
            # containers: [web]
            # env: [{name: LOG_DIR, value: $(params.logPath)}]
        # Anything else of the pod:
        # pod:
        #   metadata: {annotations: {example.com/logs: enabled}}
      """;

  private Starter() {}

  /** The text of a template of that name, a DNS-1123 label. */
  public static String of(String name) {
    String volume = name.substring(0, Math.min(name.length(), LONGEST - LOGS.length())) + LOGS;
    return TEXT.replace("NAME" + LOGS, volume).replace("NAME", name);
  }
}
