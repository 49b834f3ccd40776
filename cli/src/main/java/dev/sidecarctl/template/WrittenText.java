package dev.sidecarctl.template;

import java.util.ArrayList;
import java.util.List;

/** A text of a template as it is written, for those who look at it without filling it in. */
public final class WrittenText {
  private final String text;
  private final ReferenceText parts;

  private WrittenText(String text) {
    this.text = text;
    this.parts = ReferenceText.of(text);
  }

  /** Looks at a text. */
  public static WrittenText of(String text) {
    return new WrittenText(text);
  }

  /** The parameters that it refers to, in order. */
  public List<String> parameters() {
    List<String> names = new ArrayList<>();
    for (Reference reference : parts.references()) {
      if (reference.root().equals(Reference.PARAMS)) {
        names.add(reference.name());
      }
    }
    return names;
  }

  /** Whether it is one reference and nothing else. */
  public boolean isOneReference() {
    return parts.whole().isPresent();
  }

  /** The reference to a parameter, as it stands in texts. */
  public static String referenceTo(String parameter) {
    return new Reference(Reference.PARAMS, parameter).toString();
  }

  @Override
  public String toString() {
    return text;
  }
}
