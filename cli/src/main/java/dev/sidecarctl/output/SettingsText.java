package dev.sidecarctl.output;

import dev.sidecarctl.diagnostic.PrintableText;
import dev.sidecarctl.yaml.JsonText;
import dev.sidecarctl.yaml.ScalarText;
import dev.sidecarctl.yaml.Value;

/**
 * Settings as YAML that is a configuration itself, with a comment that tells where each is from.
 */
public final class SettingsText {
  private final StringBuilder out = new StringBuilder();

  /** What follows is another document. */
  public void separate() {
    out.append("---\n");
  }

  /** A line that is a comment. */
  public void comment(int depth, String text) {
    indent(depth).append("# ").append(PrintableText.of(text)).append('\n');
  }

  /** A key with what follows in deeper lines. */
  public void open(int depth, String key) {
    indent(depth).append(written(key)).append(":\n");
  }

  /**
   * A key with nothing below.
   *
   * @param brackets those of a list or a mapping
   */
  public void empty(int depth, String key, String brackets, String origin) {
    indent(depth).append(written(key)).append(": ").append(brackets);
    end(origin);
  }

  /** A key and its value: a scalar, or a list of scalars. */
  public void entry(int depth, String key, Value value, String origin) {
    String text =
        value instanceof Value.Scalar scalar ? ScalarText.inLine(scalar) : JsonText.inOrder(value);
    indent(depth).append(written(key)).append(": ").append(text);
    end(origin);
  }

  /** A key and a string. */
  public void entry(int depth, String key, String value, String origin) {
    indent(depth).append(written(key)).append(": ").append(written(value));
    end(origin);
  }

  /** An item of a list. */
  public void item(int depth, String value, String origin) {
    indent(depth).append("- ").append(written(value));
    end(origin);
  }

  /** An item of a list that is a mapping: its first key and value. */
  public void itemEntry(int depth, String key, String value, String origin) {
    indent(depth).append("- ").append(written(key)).append(": ").append(written(value));
    end(origin);
  }

  private StringBuilder indent(int depth) {
    return out.append("  ".repeat(depth));
  }

  private void end(String origin) {
    if (!origin.isEmpty()) {
      out.append(" # ").append(PrintableText.of(origin));
    }
    out.append('\n');
  }

  private static String written(String text) {
    return ScalarText.inLine(new Value.Scalar(Value.Kind.STRING, text, null));
  }

  /** All lines so far. */
  public String text() {
    return out.toString();
  }
}
