package dev.sidecarctl.template;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.StringTokenizer;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What may stand where in a template: the format's own types and those of a pod. A line of the
 * tables is a type, then its fields. A field is its name, a sign ({@code :} one, <code>[</code> a
 * list, <code>{</code> a mapping by strings) and what it holds: {@code s} string, {@code i}
 * integer, {@code b} boolean, {@code q} quantity, {@code x} integer or string, {@code *} anything,
 * or another type. {@code +Type} takes that type's fields over, {@code -field} leaves one of them
 * out.
 *
 * <p>A type's fields are worked out when first asked for.
 */
final class FieldTable {
  /** The type of a whole document. */
  static final Field DOCUMENT = new Field(Shape.ONE, "SidecarTemplate");

  static final Field CONTAINER_ITEM = new Field(Shape.ONE, "ContainerItem");
  static final Field VOLUME = new Field(Shape.ONE, "VolumeItem");
  static final Field TARGET = new Field(Shape.ONE, "Target");
  static final Field POD = new Field(Shape.ONE, "PodPart");

  /** A list of strings. */
  static final Field TEXTS = new Field(Shape.LIST, "s");

  private static final Map<String, String> LINES = readLines();
  private static final Map<String, Map<String, Field>> TYPES = new ConcurrentHashMap<>();

  private FieldTable() {}

  /** How many values a field holds. */
  enum Shape {
    ONE,
    LIST,
    MAP
  }

  /**
   * What a field holds.
   *
   * @param type a letter for a scalar ({@code s}, {@code i}, {@code b}, {@code q}, {@code x},
   *     {@code *} for anything), or the name of a type with fields
   */
  record Field(Shape shape, String type) {
    /** One value of which nothing is known. */
    static final Field ANYTHING = new Field(Shape.ONE, "*");

    /** An item of the list, or a value of the map. */
    Field item() {
      return new Field(Shape.ONE, type);
    }

    /** Whether it is a single value of a type with fields. */
    boolean isStruct() {
      return shape == Shape.ONE && type.length() > 1;
    }
  }

  /** The fields of a type by name, in the order of the table. */
  static Map<String, Field> fields(String type) {
    // Not computeIfAbsent: a type that takes over another's fields asks for them meanwhile.
    Map<String, Field> known = TYPES.get(type);
    if (known == null) {
      known = parse(Objects.requireNonNull(LINES.get(type), type));
      TYPES.put(type, known);
    }
    return known;
  }

  private static Map<String, Field> parse(String line) {
    Map<String, Field> fields = new LinkedHashMap<>();
    StringTokenizer tokens = new StringTokenizer(line, " ");
    while (tokens.hasMoreTokens()) {
      String token = tokens.nextToken();
      if (token.charAt(0) == '+') {
        fields.putAll(fields(token.substring(1)));
      } else if (token.charAt(0) == '-') {
        fields.remove(token.substring(1));
      } else {
        addField(fields, token);
      }
    }
    return fields;
  }

  private static void addField(Map<String, Field> fields, String token) {
    int sign = 0;
    while (Character.isLetterOrDigit(token.charAt(sign))) {
      sign++;
    }
    Shape shape =
        switch (token.charAt(sign)) {
          case '[' -> Shape.LIST;
          case '{' -> Shape.MAP;
          default -> Shape.ONE;
        };
    fields.put(token.substring(0, sign), new Field(shape, token.substring(sign + 1)));
  }

  private static Map<String, String> readLines() {
    Map<String, String> lines = new HashMap<>(256);
    addLines(lines, FormatFields.TABLE);
    addLines(lines, PodFields.TABLE);
    return lines;
  }

  private static void addLines(Map<String, String> lines, String table) {
    StringTokenizer tokens = new StringTokenizer(table, "\n");
    while (tokens.hasMoreTokens()) {
      String line = tokens.nextToken();
      int colon = line.indexOf(": ");
      lines.put(line.substring(0, colon), line.substring(colon + 2));
    }
  }
}
