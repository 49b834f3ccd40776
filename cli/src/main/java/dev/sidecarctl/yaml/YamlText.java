package dev.sidecarctl.yaml;

/** Data as a text of its own in YAML: block style, two columns a level, keys in their order. */
public final class YamlText {
  private static final LayoutStyle STYLE = new LayoutStyle(2, 2, 1, '"', false, " ", " ", "  ");

  private YamlText() {}

  /** A value as a text that ends with a line break. */
  public static String of(Value value) {
    FragmentWriter writer = new FragmentWriter(STYLE, false, false);
    return FragmentWriter.isFilled(value)
        ? String.join("\n", writer.collection(value, 0)) + "\n"
        : writer.inline(value, false) + "\n";
  }
}
