package dev.sidecarctl.check;

import dev.sidecarctl.check.finding.FaultType;
import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Finding;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.check.schema.SchemaFault;
import dev.sidecarctl.kubernetes.TypeWords;
import dev.sidecarctl.yaml.Value;
import java.util.Map;

/** What is said of values that a schema does not take. */
final class FaultWords {
  private static final Map<String, String> TYPES =
      Map.of(
          "string", "a string",
          "integer", "an integer",
          "number", "a number",
          "boolean", "a boolean",
          "array", "a list",
          "object", "a mapping");
  private static final int QUANTITY_DIGITS = 64;

  private FaultWords() {}

  static Finding of(Field field, SchemaFault fault) {
    return switch (fault.kind()) {
      case WRONG_TYPE -> wrongType(field, fault);
      case WRONG_FORMAT ->
          new Finding(
              FaultType.WRONG_TYPE, field.path(), "", format(field, fault), field.place(), "");
      case UNSUPPORTED ->
          new Finding(
              FaultType.UNSUPPORTED,
              field.path(),
              shown(field),
              "supported values: " + fault.detail(),
              field.place(),
              "");
      default ->
          new Finding(
              FaultType.INVALID, field.path(), shown(field), fault.detail(), field.place(), "");
    };
  }

  private static String shown(Field field) {
    return field.isText() ? Findings.quoted(field.text()) : field.scalarText();
  }

  private static Finding wrongType(Field field, SchemaFault fault) {
    Value value = field.value();
    String found = value == null ? "nothing" : TypeWords.of(value);
    String due = TYPES.getOrDefault(fault.type(), fault.type());
    boolean quotes =
        fault.type().equals("string") && value instanceof Value.Scalar scalar && !scalar.isNull();
    boolean quoted = !fault.type().equals("string") && field.isText() && isPlain(field.text());
    String help = quotes ? "put it in quotes" : quoted ? "take the quotes away" : "";
    return new Finding(
        FaultType.WRONG_TYPE,
        field.path(),
        "",
        found + ", where " + due + " is due",
        field.place(),
        help);
  }

  private static boolean isPlain(String text) {
    return text.equals("true") || text.equals("false") || text.matches("-?[0-9]{1,18}");
  }

  private static String format(Field field, SchemaFault fault) {
    String text = field.scalarText();
    return switch (fault.type()) {
      case "int32" -> text + " does not fit into 32 bits";
      case "int64" -> text + " does not fit into 64 bits";
      case "date-time" ->
          Findings.quoted(text) + " is no time of RFC 3339, such as 2026-01-31T12:00:00Z";
      case "byte" -> "the value is no Base64";
      default -> quantity(text);
    };
  }

  private static String quantity(String text) {
    boolean number = text.matches("[+-]?[0-9.]{1," + QUANTITY_DIGITS + "}[a-zA-Z]+[-+]?[0-9]*");
    return Findings.quoted(text)
        + " is no quantity: "
        + (number
            ? "unable to parse quantity's suffix"
            : "quantities must match the regular expression"
                + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
  }
}
