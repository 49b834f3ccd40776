package dev.sidecarctl.check.schemas;

import java.util.Optional;

/**
 * A property of a model.
 *
 * @param type in the letters of the table
 * @param required whether an object without it is none
 */
record ModelProperty(String type, boolean required) implements Comparable<ModelProperty> {

  /** The model that it leads to. */
  Optional<String> reference() {
    int at = type.indexOf('#');
    return at < 0 ? Optional.empty() : Optional.of(type.substring(at + 1));
  }

  /** As it stands in the table. */
  String text() {
    return type + (required ? "!" : "");
  }

  @Override
  public int compareTo(ModelProperty other) {
    return text().compareTo(other.text());
  }
}
