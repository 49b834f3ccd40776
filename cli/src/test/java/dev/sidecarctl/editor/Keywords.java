package dev.sidecarctl.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Schemas as mappings of keywords, in the order in which they are written. */
public final class Keywords {
  /** What only null satisfies, in words that no editor makes a proposal of. */
  public static final Map<String, Object> NOTHING =
      of("not", of("type", List.of("string", "number", "boolean", "object", "array")));

  private Keywords() {}

  /** Keywords and what they say, by turns. */
  public static Map<String, Object> of(Object... pairs) {
    Map<String, Object> keywords = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      keywords.put((String) pairs[i], pairs[i + 1]);
    }
    return keywords;
  }

  /** Both; where they say the same keyword, the second counts. */
  public static Map<String, Object> both(Map<String, Object> first, Map<String, Object> second) {
    Map<String, Object> both = new LinkedHashMap<>(first);
    both.putAll(second);
    return both;
  }

  /** One of a few words. */
  public static Map<String, Object> words(List<?> words) {
    return of("enum", words);
  }

  /** A string of a certain form; an editor says the message where it has another one. */
  public static Map<String, Object> pattern(String pattern, String message) {
    return of("type", "string", "pattern", pattern, "patternErrorMessage", message);
  }

  /** A mapping with these keys and no other. */
  public static Map<String, Object> mapping(Map<String, Object> properties, List<String> required) {
    Map<String, Object> keywords = of("type", "object");
    if (!required.isEmpty()) {
      keywords.put("required", required);
    }
    keywords.put("properties", properties);
    keywords.put("additionalProperties", false);
    return keywords;
  }

  /** The same where null is admitted, too. */
  public static Map<String, Object> orNull(Map<String, Object> keywords) {
    if (keywords.isEmpty()) {
      return keywords;
    }
    if (!keywords.containsKey("type") || keywords.containsKey("enum")) {
      return of("anyOf", List.of(keywords, NOTHING));
    }
    List<Object> types = new ArrayList<>();
    if (keywords.get("type") instanceof List<?> several) {
      types.addAll(several);
    } else {
      types.add(keywords.get("type"));
    }
    types.add("null");
    return both(keywords, of("type", types));
  }

  /** JSON, two blanks a level, with a newline at the end. */
  public static String json(Map<String, Object> schema) {
    return JsonLines.of(schema);
  }
}
