package dev.sidecarctl.check.finding;

import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what checks find, in an API server's words. */
public final class Findings {
  private static final char LAST_CONTROL = 0x1f;
  private static final char DELETE = 0x7f;

  private final List<Finding> found = new ArrayList<>();

  /** What was found so far, in the order in which it was. */
  public List<Finding> all() {
    return found;
  }

  /** Takes one as it is. */
  public void add(Finding finding) {
    found.add(finding);
  }

  /** A value is missing. */
  public void required(Field field, String detail) {
    add(FaultType.REQUIRED, field, "", detail);
  }

  /** A value is missing. */
  public void required(Field field) {
    required(field, "");
  }

  /** The value is shown where it is a scalar; what is not there is shown as an empty string. */
  public void invalid(Field field, String detail) {
    add(FaultType.INVALID, field, shown(field), detail);
  }

  /** One finding for each reason. */
  public void invalid(Field field, List<String> details) {
    for (String detail : details) {
      invalid(field, detail);
    }
  }

  /** The name of an entry is wrong: the path is that of the mapping, the place that of the key. */
  public void invalidKey(Field entry, String detail) {
    found.add(
        new Finding(
            FaultType.INVALID,
            entry.parent().path(),
            quoted(entry.name()),
            detail,
            entry.keyPlace(),
            ""));
  }

  /** Another value is shown than the field's. */
  public void invalid(Field field, String shown, String detail) {
    add(FaultType.INVALID, field, shown, detail);
  }

  /** The value stood before. */
  public void duplicate(Field field, String shown) {
    add(FaultType.DUPLICATE, field, shown, "");
  }

  /** Nothing has that name. */
  public void notFound(Field field, String detail) {
    add(FaultType.NOT_FOUND, field, shown(field), detail);
  }

  /** The value is none of those that there are. */
  public void unsupported(Field field, Collection<String> supported) {
    unsupported(field, shown(field), supported);
  }

  /** The value that is shown is none of those that there are. */
  public void unsupported(Field field, String shown, Collection<String> supported) {
    List<String> words = new ArrayList<>();
    for (String word : supported) {
      words.add(quoted(word));
    }
    add(FaultType.UNSUPPORTED, field, shown, "supported values: " + String.join(", ", words));
  }

  /** The field must not be there. */
  public void forbidden(Field field, String detail) {
    found.add(new Finding(FaultType.FORBIDDEN, field.path(), "", detail, field.keyPlace(), ""));
  }

  /** A text, or a whole, has too many characters or bytes. */
  public void tooLong(Field field, String detail) {
    add(FaultType.TOO_LONG, field, "", detail);
  }

  /** A list has too many items. */
  public void tooMany(Field field, int count, int most) {
    add(FaultType.TOO_MANY, field, Integer.toString(count), "must have at most " + most + " items");
  }

  /** An API server would take it, and drop it without a word. */
  public void dropped(Field field, String detail, String help) {
    found.add(new Finding(FaultType.DROPPED, field.path(), "", detail, field.keyPlace(), help));
  }

  /** An API server would take it, and it fails all the same. */
  public void failsLater(Field field, String detail, String help) {
    found.add(new Finding(FaultType.FAILS_LATER, field.path(), "", detail, field.place(), help));
  }

  /** An API server takes it, and people had better know of it. */
  public void advice(FaultType type, Field field, String detail, String help) {
    found.add(new Finding(type, field.path(), "", detail, field.place(), help));
  }

  /** An API server takes it with a warning. */
  public void warning(Field field, String detail) {
    add(FaultType.WARNING, field, "", detail);
  }

  /** A warning that names no field. */
  public void remark(Field field, String sentence) {
    found.add(new Finding(FaultType.WARNING, "", "", sentence, field.place(), ""));
  }

  private void add(FaultType type, Field field, String shown, String detail) {
    found.add(new Finding(type, field.path(), shown, detail, field.place(), ""));
  }

  private static String shown(Field field) {
    Value value = field.value();
    if (value == null || value.isNull()) {
      return "\"\"";
    }
    return value instanceof Value.Scalar ? scalar(field) : "";
  }

  private static String scalar(Field field) {
    return field.isText() ? quoted(field.text()) : field.scalarText();
  }

  /** A text in Go's quotes; null for none. */
  public static String quoted(@Nullable String text) {
    if (text == null) {
      return "null";
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        case '\r' -> quoted.append("\\r");
        default -> {
          if (c <= LAST_CONTROL || c == DELETE) {
            quoted.append(String.format("\\x%02x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
