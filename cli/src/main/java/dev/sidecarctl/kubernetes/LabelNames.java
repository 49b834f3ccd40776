package dev.sidecarctl.kubernetes;

import java.util.ArrayList;
import java.util.List;

/**
 * Keys and values of labels, annotations and selectors ({@code apimachinery/pkg/util/validation}).
 * Each check gives the reasons against a text, none for a good one.
 */
public final class LabelNames {
  private static final int VALUE_LIMIT = 63;
  private static final int NAME_LIMIT = 63;
  private static final String NAME_RULE =
      "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
          + " alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for"
          + " validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
  private static final String VALUE_RULE =
      "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or"
          + " '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or"
          + " 'my_value',  or '12345', regex used for validation is"
          + " '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

  private LabelNames() {}

  /** Values of labels. */
  public static List<String> value(String value) {
    List<String> reasons = new ArrayList<>();
    if (value.length() > VALUE_LIMIT) {
      reasons.add("must be no more than 63 bytes");
    }
    if (!value.isEmpty() && !isName(value)) {
      reasons.add(VALUE_RULE);
    }
    return reasons;
  }

  /** Keys of labels: {@code NAME} or {@code DOMAIN/NAME}. */
  public static List<String> labelKey(String key) {
    return check(key, "a valid label key ");
  }

  /** Keys of annotations, and other qualified names: {@code NAME} or {@code DOMAIN/NAME}. */
  public static List<String> qualified(String key) {
    return check(key, "a qualified name ");
  }

  private static List<String> check(String key, String what) {
    List<String> reasons = new ArrayList<>();
    int slash = key.indexOf('/');
    if (slash >= 0 && key.indexOf('/', slash + 1) >= 0) {
      return List.of(
          what
              + NAME_RULE
              + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
    }
    String name = key.substring(slash + 1);
    if (slash == 0) {
      reasons.add("prefix part must be non-empty");
    } else if (slash > 0) {
      for (String reason : Names.subdomain(key.substring(0, slash))) {
        reasons.add("prefix part " + reason);
      }
    }
    if (name.isEmpty()) {
      reasons.add("name part must be non-empty");
    } else if (name.length() > NAME_LIMIT) {
      reasons.add("name part must be no more than 63 characters");
    }
    if (!isName(name)) {
      reasons.add("name part " + NAME_RULE);
    }
    return reasons;
  }

  private static boolean isName(String name) {
    if (name.isEmpty()
        || !Names.isAlphanumeric(name.charAt(0))
        || !Names.isAlphanumeric(name.charAt(name.length() - 1))) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Names.isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return true;
  }
}
