package dev.sidecarctl.check;

import dev.sidecarctl.check.finding.FaultType;
import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Finding;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.check.schema.Definition;
import dev.sidecarctl.check.schema.Property;
import dev.sidecarctl.check.schema.SchemaFault;
import dev.sidecarctl.check.schema.SchemaTable;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import java.util.List;
import java.util.Optional;

/** Says what the schema says in words for people, at the very token. */
final class SchemaFindings {
  private static final int MOST_NAMES = 12;

  private final SchemaTable table;
  private final int bits;
  private final KubernetesVersion version;
  private final Field root;
  private final String type;
  private final boolean rulesKnown;

  /**
   * @param root what was validated
   * @param type the definition that it was validated with
   * @param rulesKnown whether the rules of its kind tell what is missing
   */
  SchemaFindings(
      SchemaTable table,
      int bits,
      KubernetesVersion version,
      Field root,
      String type,
      boolean rulesKnown) {
    this.table = table;
    this.bits = bits;
    this.version = version;
    this.root = root;
    this.type = type;
    this.rulesKnown = rulesKnown;
  }

  void add(List<SchemaFault> faults, Findings findings) {
    for (SchemaFault fault : faults) {
      Field field = field(fault.path());
      switch (fault.kind()) {
        case UNKNOWN_FIELD -> findings.add(unknown(field, fault));
        case MISSING_FIELD -> {
          if (isNeeded(fault.path())) {
            findings.required(field);
          }
        }
        default -> findings.add(FaultWords.of(field, fault));
      }
    }
  }

  /**
   * Where the rules of a kind are known, they tell what is needed: an API server asks for less than
   * the schema says. Nor is what a controller will write asked for, which is thrown away on
   * creation.
   */
  private boolean isNeeded(List<Object> path) {
    return path.get(0).equals("metadata") || !(rulesKnown || path.get(0).equals("status"));
  }

  /** The field of a path; what is a mapping from free names is written with brackets. */
  private Field field(List<Object> path) {
    Field field = root;
    String letters = "#" + type;
    for (Object step : path) {
      if (step instanceof Integer index) {
        List<Field> items = field.items();
        field = index < items.size() ? items.get(index) : field;
        letters = letters.startsWith("[") ? letters.substring(1) : "*";
      } else if (letters.startsWith("{")) {
        field = field.entry((String) step);
        letters = letters.substring(1);
      } else {
        field = field.key((String) step);
        letters = typeOf(letters, (String) step);
      }
    }
    return field;
  }

  private String typeOf(String letters, String key) {
    if (!letters.startsWith("#")) {
      return "*";
    }
    Optional<Definition> definition = table.definition(letters.substring(1));
    if (definition.isEmpty()) {
      return "*";
    }
    Optional<Property> property = definition.get().property(key, bits);
    return property.isPresent() ? property.get().type() : "*";
  }

  private Finding unknown(Field field, SchemaFault fault) {
    String key = (String) fault.path().get(fault.path().size() - 1);
    Optional<Definition> definition = table.definition(fault.type());
    String detail = "unknown field";
    String help = "";
    if (definition.isPresent()) {
      int known = definition.get().versionsOf(key);
      if (known != 0) {
        boolean later = Integer.lowestOneBit(known) > Integer.highestOneBit(bits);
        detail +=
            " in Kubernetes "
                + version
                + (later
                    ? " (known since " + table.oldest(known) + ")"
                    : " (known until " + table.newest(known) + ")");
      } else {
        List<String> names = definition.get().names(bits);
        Optional<String> near = NearestWord.of(key, names);
        if (near.isPresent()) {
          detail += ", did you mean " + Findings.quoted(near.get()) + "?";
        } else if (names.size() <= MOST_NAMES) {
          help = "known are: " + String.join(", ", names);
        }
      }
    }
    boolean beyond = version.minor() > KubernetesVersion.NEWEST.minor();
    return new Finding(
        beyond ? FaultType.WARNING : FaultType.UNKNOWN_FIELD,
        field.path(),
        "",
        detail
            + (beyond
                ? " in Kubernetes " + KubernetesVersion.NEWEST + ", the newest that is known here"
                : ""),
        field.keyPlace(),
        help);
  }
}
