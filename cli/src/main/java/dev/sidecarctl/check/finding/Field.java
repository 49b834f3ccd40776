package dev.sidecarctl.check.finding;

import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object, there or not: its path in the API server's words, its value, and its place.
 * What an API server takes for left out (nothing, null, an empty string, 0) is read as that; so is
 * a value of another type than asked for, which the schema complains of.
 */
public final class Field {
  private final @Nullable Field parent;
  private final String step;
  private final @Nullable Value value;
  private final @Nullable Location keyAt;

  private Field(
      @Nullable Field parent, String step, @Nullable Value value, @Nullable Location keyAt) {
    this.parent = parent;
    this.step = step;
    this.value = value;
    this.keyAt = keyAt;
  }

  /** An object as a whole; its path is empty. */
  public static Field root(Value.Mapping object) {
    return new Field(null, "", object, null);
  }

  /** A field of it. */
  public Field key(String name) {
    return child(parent == null ? name : "." + name, name);
  }

  /** An entry of it, where it is a mapping from names of the user's choice. */
  public Field entry(String name) {
    return child("[" + name + "]", name);
  }

  private Field child(String childStep, String name) {
    if (value instanceof Value.Mapping mapping) {
      return new Field(
          this, childStep, mapping.entries().get(name), mapping.keyOrigin(name).orElse(null));
    }
    return new Field(this, childStep, null, null);
  }

  /** One field behind another. */
  public Field path(String... names) {
    Field field = this;
    for (String name : names) {
      field = field.key(name);
    }
    return field;
  }

  /** The same field under another name, where the API server says another one. */
  public Field named(String otherStep) {
    return new Field(parent, otherStep, value, keyAt);
  }

  /** The items of a list; none where it is no list. */
  public List<Field> items() {
    List<Field> fields = new ArrayList<>();
    if (value instanceof Value.Sequence sequence) {
      List<Value> items = sequence.items();
      for (int i = 0; i < items.size(); i++) {
        fields.add(new Field(this, "[" + i + "]", items.get(i), null));
      }
    }
    return fields;
  }

  /** The items of a list under a key. */
  public List<Field> items(String name) {
    return key(name).items();
  }

  /** The entries of a mapping from names of the user's choice. */
  public List<Field> entries() {
    List<Field> fields = new ArrayList<>();
    if (value instanceof Value.Mapping mapping) {
      for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
        fields.add(entry(entry.getKey()));
      }
    }
    return fields;
  }

  /** The name of an entry, without its brackets. */
  public String name() {
    boolean bracket = step.startsWith("[");
    int start = bracket || step.startsWith(".") ? 1 : 0;
    return step.substring(start, bracket ? step.length() - 1 : step.length());
  }

  /** Whether the key is there, be it with null. */
  public boolean isWritten() {
    return value != null;
  }

  /** Whether there is a value that is not null. */
  public boolean isSet() {
    return value != null && !value.isNull();
  }

  /** Whether there is nothing, null, or an empty string. */
  public boolean isEmpty() {
    return !isSet() || (value != null && value.isText(""));
  }

  /** Whether it is a list or a mapping with something in it. */
  public boolean hasContent() {
    return (value instanceof Value.Sequence list && !list.items().isEmpty())
        || (value instanceof Value.Mapping mapping && !mapping.entries().isEmpty());
  }

  /** The string; empty if there is none. */
  public String text() {
    return value == null ? "" : value.asText().orElse("");
  }

  /** The string, or another one where there is none or an empty one. */
  public String text(String otherwise) {
    String text = text();
    return text.isEmpty() ? otherwise : text;
  }

  /** The scalar as text, whatever it is: {@code 1} for 1; empty for null and for no scalar. */
  public String scalarText() {
    return value instanceof Value.Scalar scalar && !scalar.isNull() ? scalar.text() : "";
  }

  /** Whether it is a certain string. */
  public boolean says(String text) {
    return value != null && value.isText(text);
  }

  /** The integer, if it is one. */
  public Optional<Long> number() {
    return value instanceof Value.Scalar scalar && scalar.kind() == Value.Kind.INTEGER
        ? Optional.of(Long.valueOf(scalar.text()))
        : Optional.empty();
  }

  /** The integer, or another one where there is none. */
  public long number(long otherwise) {
    Optional<Long> number = number();
    return number.isPresent() ? number.get() : otherwise;
  }

  /** Whether it is {@code true}. */
  public boolean isTrue() {
    return isBoolean("true");
  }

  /** Whether it is {@code false}, written out. */
  public boolean isFalse() {
    return isBoolean("false");
  }

  private boolean isBoolean(String word) {
    return value instanceof Value.Scalar scalar
        && scalar.kind() == Value.Kind.BOOLEAN
        && scalar.text().equals(word);
  }

  /** Whether it is a string. */
  public boolean isText() {
    return value != null && value.asText().isPresent();
  }

  /** What it holds; null where the key is not there. */
  public @Nullable Value value() {
    return value;
  }

  /** The field that it is in; itself for the root. */
  public Field parent() {
    return parent == null ? this : parent;
  }

  /** As an API server writes it: {@code spec.containers[0].resources.limits[cpu]}. */
  public String path() {
    StringBuilder text = new StringBuilder();
    write(text);
    return text.toString();
  }

  private void write(StringBuilder text) {
    if (parent != null) {
      parent.write(text);
    }
    text.append(step);
  }

  /**
   * The token to point at: a scalar's value, the key of a mapping or list, the first token of an
   * item; for what is not there, that of the field that it is missing in.
   */
  public @Nullable Location place() {
    if (value instanceof Value.Scalar && value.origin().isPresent()) {
      return value.origin().get();
    }
    if (keyAt != null) {
      return keyAt;
    }
    Location first = firstToken(value);
    return first != null || parent == null ? first : parent.place();
  }

  /** The token to point at where the key itself is wrong. */
  public @Nullable Location keyPlace() {
    return keyAt == null ? place() : keyAt;
  }

  private static @Nullable Location firstToken(@Nullable Value value) {
    if (value instanceof Value.Mapping mapping) {
      for (String key : mapping.entries().keySet()) {
        Optional<Location> at = mapping.keyOrigin(key);
        if (at.isPresent()) {
          return at.get();
        }
      }
    }
    if (value instanceof Value.Sequence list && !list.items().isEmpty()) {
      Location first = firstToken(list.items().get(0));
      if (first != null) {
        return first;
      }
    }
    return value == null ? null : value.origin().orElse(null);
  }
}
