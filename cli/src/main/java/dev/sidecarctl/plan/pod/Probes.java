package dev.sidecarctl.plan.pod;

import dev.sidecarctl.yaml.Value;
import java.util.List;
import java.util.Optional;

/** Probes in few words: {@code GET :15021/ready}, {@code TCP :5432}, {@code test -e /tmp/ready}. */
final class Probes {
  private static final int BRIEF = 40;

  private Probes() {}

  static String describe(Value.Mapping probe) {
    Value.Mapping http = probe.mapping("httpGet");
    if (!http.entries().isEmpty()) {
      return "GET :" + scalar(http, "port") + http.findText("path").orElse("/");
    }
    if (probe.has("tcpSocket")) {
      return "TCP :" + scalar(probe.mapping("tcpSocket"), "port");
    }
    if (probe.has("grpc")) {
      return "gRPC :" + scalar(probe.mapping("grpc"), "port");
    }
    List<Value> command = probe.mapping("exec").sequence("command").items();
    StringBuilder words = new StringBuilder();
    for (Value word : command) {
      words.append(words.length() == 0 ? "" : " ").append(word.asText().orElse(""));
    }
    String line = words.toString().replaceAll("\\s+", " ");
    return line.length() <= BRIEF ? line : line.substring(0, BRIEF - 1) + "…";
  }

  private static String scalar(Value.Mapping mapping, String key) {
    Optional<Value> value = mapping.find(key);
    return value.isPresent() && value.get() instanceof Value.Scalar scalar ? scalar.text() : "?";
  }
}
