package dev.sidecarctl.lint.trial;

import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parameter as the template declares it.
 *
 * @param declaration what stands under {@code spec.parameters}
 */
public record Declared(Value.Mapping declaration) {
  private static final String LIST = "list";
  private static final String STRING = "string";

  /** What it is called. */
  public String name() {
    return declaration.findText("name").orElse("");
  }

  /** Where its name stands. */
  public @Nullable Location at() {
    return declaration.find("name").orElse(declaration).origin().orElse(null);
  }

  /** Whether its values are lists. */
  public boolean isList() {
    return declaration.says("type", LIST);
  }

  /** The type of its values, or of a list's elements. */
  public String type() {
    return declaration.findText(isList() ? "items" : "type").orElse(STRING);
  }

  /** Whether any text may be its value, or an element of it: nothing says which. */
  public boolean isOpen() {
    return isText() && !hasChoices() && declaration.findText("pattern").orElse("").isEmpty();
  }

  /** Whether its values, or elements, are strings. */
  public boolean isText() {
    return type().equals(STRING);
  }

  /** Whether {@code enum} says which values there are. */
  public boolean hasChoices() {
    return !declaration.sequence("enum").items().isEmpty();
  }

  /** Whether somebody has to give it a value. */
  public boolean isRequired() {
    return !declaration.has("default");
  }

  /** Whether it says what it is for. */
  public boolean isDocumented() {
    return !declaration.findText("description").orElse("").isBlank();
  }

  /** A value that it names itself, as text. */
  Optional<String> named(String key) {
    return declaration.find(key).orElse(Value.nothing()) instanceof Value.Scalar scalar
            && !scalar.isNull()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** The values, or elements, that are admitted, where they are few; else none. */
  List<String> choices() {
    if (!hasChoices() && type().equals("boolean")) {
      return List.of("true", "false");
    }
    List<String> texts = new ArrayList<>();
    for (Value item : declaration.sequence("enum").items()) {
      if (item instanceof Value.Scalar scalar) {
        texts.add(scalar.text());
      }
    }
    return texts;
  }
}
