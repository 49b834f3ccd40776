package dev.sidecarctl.lint.trial;

import java.util.ArrayList;
import java.util.List;

/** Values that parameters of a name and a type are likely to admit. */
final class LikelyValues {
  private static final String DIGEST = "sha256:" + "0".repeat(64);

  /** What patterns of templates usually are made for. */
  private static final List<String> TEXTS =
      List.of(
          "example",
          "a",
          "/example",
          "/example/example",
          "example.com",
          "https://example.com",
          "http://example.com",
          "example.com:8080",
          "http://example.com:8080",
          "https://example.com/example",
          "tcp://example.com:8080",
          "127.0.0.1",
          "127.0.0.1:8080",
          ":8080",
          "8080",
          "1",
          "0",
          "1.0.0",
          "v1.0.0",
          "1.0",
          "30s",
          "64Mi",
          "Example",
          "EXAMPLE",
          "EXAMPLE_NAME",
          "example-1",
          "example_1",
          "example/example",
          "example/example:1.0.0",
          "registry.example.com/example:1.0.0",
          "registry.example.com/example@" + DIGEST,
          DIGEST,
          "example@example.com",
          "*@example.com",
          "*",
          "*.example.com",
          "*.txt",
          "example.yaml",
          "example=example",
          "example=true",
          "example:example",
          "example:example:example",
          "example-project:europe-west1:example",
          "example,example",
          "example;example",
          "example example",
          "us-east-1",
          "arn:aws:iam::123456789012:role/example",
          "00000000-0000-4000-8000-000000000000",
          "ZXhhbXBsZQ==",
          "info",
          "INFO",
          "true",
          "on",
          "UTC",
          "Europe/Vienna",
          "* * * * *",
          "2001:db8::1",
          "10.0.0.0/8",
          "{}",
          "[]",
          "--example",
          "-example",
          "");

  private LikelyValues() {}

  /** The likeliest one first; some of them may not be admitted. */
  static List<String> of(Declared parameter) {
    List<String> values = new ArrayList<>();
    parameter.named("minimum").ifPresent(values::add);
    switch (parameter.type()) {
      case "integer", "number" -> values.addAll(0, List.of("8080", "1"));
      case "boolean" -> values.add("true");
      case "quantity" -> values.addAll(0, List.of("64Mi", "100m", "1"));
      case "duration" -> values.addAll(0, List.of("30s", "1h", "1s"));
      default -> {
        values.addAll(TEXTS);
        values.add(1, parameter.name());
      }
    }
    parameter.named("maximum").ifPresent(values::add);
    return values;
  }
}
