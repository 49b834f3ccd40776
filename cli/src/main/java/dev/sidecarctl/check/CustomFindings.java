package dev.sidecarctl.check;

import dev.sidecarctl.check.finding.FaultType;
import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Finding;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.check.schema.SchemaFault;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what the schema of a custom resource says in words for people, at the very token. */
final class CustomFindings {
  private final Field root;
  private final Value.Mapping schema;

  /**
   * @param root what was validated
   * @param schema the OpenAPI v3 schema that it was validated with
   */
  CustomFindings(Field root, Value.Mapping schema) {
    this.root = root;
    this.schema = schema;
  }

  void add(List<SchemaFault> faults, Findings findings) {
    for (SchemaFault fault : faults) {
      Field field = field(fault.path());
      switch (fault.kind()) {
        case UNKNOWN_FIELD -> findings.add(unknown(field, fault));
        case MISSING_FIELD -> {
          if (!fault.path().get(0).equals("status")) {
            findings.required(field);
          }
        }
        default -> findings.add(FaultWords.of(field, fault));
      }
    }
  }

  private Field field(List<Object> path) {
    Field field = root;
    for (Object step : path) {
      if (step instanceof Integer index) {
        List<Field> items = field.items();
        field = index < items.size() ? items.get(index) : field;
      } else {
        field = field.key((String) step);
      }
    }
    return field;
  }

  private Finding unknown(Field field, SchemaFault fault) {
    String key = (String) fault.path().get(fault.path().size() - 1);
    Optional<String> near = NearestWord.of(key, names(fault.path()));
    String detail =
        near.isPresent()
            ? "unknown field, did you mean " + Findings.quoted(near.get()) + "?"
            : "unknown field";
    return new Finding(FaultType.UNKNOWN_FIELD, field.path(), "", detail, field.keyPlace(), "");
  }

  /** The fields that the schema names beside the one at the end of a path. */
  private List<String> names(List<Object> path) {
    Value.Mapping here = schema;
    for (Object step : path.subList(0, path.size() - 1)) {
      if (step instanceof Integer) {
        here = here.mapping("items");
      } else {
        Value.Mapping property = here.mapping("properties").mapping((String) step);
        here = property.entries().isEmpty() ? here.mapping("additionalProperties") : property;
      }
    }
    return new ArrayList<>(here.mapping("properties").entries().keySet());
  }
}
