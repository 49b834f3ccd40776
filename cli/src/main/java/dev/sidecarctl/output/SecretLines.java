package dev.sidecarctl.output;

import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The lines of a text that hold values of Secrets. */
final class SecretLines {
  /** kubectl keeps a copy of the whole object in it. */
  private static final String COPY = "kubectl.kubernetes.io/last-applied-configuration";

  private final Source source;
  private final BitSet lines = new BitSet();

  private SecretLines(Source source) {
    this.source = source;
  }

  /** Those lines, counted from 0. */
  static BitSet of(String text) {
    SecretLines found = new SecretLines(new Source("", text));
    if (text.contains("Secret")) {
      found.find();
    }
    return found.lines;
  }

  private void find() {
    try {
      for (YamlDocument document : YamlStream.of(source).documents()) {
        if (!document.isEmpty()) {
          findIn(document);
        }
      }
    } catch (RefusedException e) {
      lines.set(0, source.position(source.text().length()).line());
    }
  }

  /** Of a document that is no YAML nobody knows what it holds. */
  private void findIn(YamlDocument document) {
    try {
      find(document.value());
    } catch (RefusedException e) {
      mark(document.slice().start(), document.slice().end());
    }
  }

  private void find(Value value) {
    if (!(value instanceof Value.Mapping object)) {
      return;
    }
    for (Value item : object.sequence("items").items()) {
      find(item);
    }
    if (object.findText("kind").orElse("").startsWith("Secret")) {
      markSecret(object);
      for (Value item : object.sequence("items").items()) {
        if (item instanceof Value.Mapping secret) {
          markSecret(secret);
        }
      }
    }
  }

  private void markSecret(Value.Mapping secret) {
    for (String field : List.of("data", "stringData")) {
      for (Value value : secret.mapping(field).entries().values()) {
        mark(value);
      }
    }
    Optional<Value> copy = secret.mapping("metadata").mapping("annotations").find(COPY);
    if (copy.isPresent()) {
      mark(copy.get());
    }
  }

  private void mark(Value value) {
    Location at = value.origin().orElse(null);
    if (at != null) {
      mark(at.span().start(), at.span().end());
    }
  }

  private void mark(int start, int end) {
    lines.set(source.position(start).line() - 1, source.position(end).line());
  }
}
