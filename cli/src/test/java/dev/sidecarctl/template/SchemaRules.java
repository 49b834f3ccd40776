package dev.sidecarctl.template;

import static dev.sidecarctl.editor.Keywords.pattern;
import static dev.sidecarctl.editor.Keywords.words;

import dev.sidecarctl.check.security.PodSecurityLevel;
import dev.sidecarctl.editor.Keywords;
import dev.sidecarctl.kubernetes.WorkloadKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the reader of templates asks of single fields beyond their types, in the words of JSON
 * Schema: by the type and the name of the field.
 */
final class SchemaRules {
  /** A reference somewhere in a text; {@code $$(params.x)} is none. */
  static final String OPEN =
      "(?:^|[^$])\\$\\((?:item|(?:params?|parameters?|workloads?|containers?)\\.[A-Za-z0-9._-]*)\\)";

  /** The name of a parameter. */
  static final String PARAMETER = "[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?";

  private static final String LABEL = "^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$";
  private static final String PORT = "^(?=.{1,15}$)(?=[0-9-]*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$";
  private static final String VARIABLE = "^[ -<>-~]+$";
  private static final String LABEL_WORDS =
      "Lower-case letters, digits and hyphens, at most 63, and no hyphen at either end.";
  private static final Map<String, Object> GLOB =
      pattern(
          "^(?:[^\\[]|\\[(?:[!^][\\s\\S]|[^!^])[^\\]]*\\])+$",
          "A glob has at least one character, and closes its brackets.");

  /** Keys of annotations that are none of sidecarctl's own. */
  static final Map<String, Object> FOREIGN =
      Keywords.of(
          "pattern", "^(?!(?:[^/]*\\.)?sidecarctl\\.dev/)",
          "patternErrorMessage", "Annotations of sidecarctl.dev are what a workload says itself.");

  private static final Map<String, Object> POLICY = words(ConflictPolicy.ALL);

  static final Map<String, Map<String, Object>> FIELDS =
      Map.ofEntries(
          Map.entry("SidecarTemplate.apiVersion", constant(TemplateReader.API_VERSION)),
          Map.entry("SidecarTemplate.kind", constant(TemplateReader.KIND)),
          Map.entry("TemplateMetadata.name", pattern(LABEL, LABEL_WORDS)),
          Map.entry("TemplateSpec.placement", words(PartsCheck.PLACEMENTS)),
          Map.entry("TemplateSpec.onConflict", POLICY),
          Map.entry(
              "Parameter.name",
              pattern(
                  "^" + PARAMETER + "$",
                  "Up to 63 letters, digits, '-' and '_', with a letter or digit at either end.")),
          Map.entry("Parameter.type", words(types())),
          Map.entry("Parameter.items", words(ParameterType.words())),
          Map.entry("Match.kinds", kinds()),
          Map.entry("Match.names", GLOB),
          Map.entry("Match.namespaces", GLOB),
          Map.entry("Match.excludedNamespaces", GLOB),
          Map.entry("Match.policy", words(MatchReader.POLICIES)),
          Map.entry("Requires.os", words(PartsCheck.SYSTEMS)),
          Map.entry("Requires.podSecurity", words(PodSecurityLevel.WORDS)),
          Map.entry(
              "Requires.sidecarctl",
              pattern(
                  "^\\s*(?:(?:[<>]=?|=)\\s*v?[0-9]+(?:\\.[0-9]+)*(?:[-+][^\\s,]*)?(?:\\s*,\\s*|\\s+|$))+$",
                  "A range of versions is due, such as '>=1.2' or '>=1.2 <2'.")),
          Map.entry("TemplateSpec.extends", Keywords.of("type", "string", "minLength", 1)),
          Map.entry("ContainerItem.placement", words(PartsCheck.PLACEMENTS)),
          Map.entry("ContainerItem.onConflict", POLICY),
          Map.entry("ContainerItem.name", open(LABEL, LABEL_WORDS)),
          Map.entry("VolumeItem.onConflict", POLICY),
          Map.entry("VolumeItem.name", open(LABEL, LABEL_WORDS)),
          Map.entry("Target.containers", GLOB),
          Map.entry("Target.initContainers", GLOB),
          Map.entry("Target.onConflict", POLICY),
          Map.entry("TargetVariable.onConflict", POLICY),
          Map.entry("TargetMount.onConflict", POLICY),
          Map.entry("TargetPort.onConflict", POLICY),
          Map.entry("PodPart.onConflict", POLICY),
          Map.entry("ContainerPort.name", open(PORT, portWords())),
          Map.entry("TargetPort.name", open(PORT, portWords())),
          Map.entry("EnvVar.name", open(VARIABLE, "Printable ASCII without '='.")),
          Map.entry("TargetVariable.name", open(VARIABLE, "Printable ASCII without '='.")));

  /** What a document begins with; the reader looks at it before all else. */
  static final List<String> HEAD = List.of("SidecarTemplate.apiVersion", "SidecarTemplate.kind");

  /** Values that count where a key is left out. */
  static final Map<String, Object> DEFAULTS =
      Map.of(
          "SidecarTemplate.apiVersion",
          TemplateReader.API_VERSION,
          "SidecarTemplate.kind",
          TemplateReader.KIND,
          "TemplateSpec.placement",
          "Last",
          "Parameter.type",
          ParameterType.STRING.word(),
          "Match.policy",
          "Auto",
          "Requires.os",
          "linux",
          "Requires.podSecurity",
          "restricted");

  private SchemaRules() {}

  /** The types of parameters. */
  private static List<String> types() {
    List<String> types = new ArrayList<>(ParameterType.words());
    types.add(Parameter.LIST);
    return types;
  }

  private static Map<String, Object> constant(String word) {
    return Keywords.of("type", "string", "const", word);
  }

  /** A name of a form, unless it has a reference, which is filled in first. */
  private static Map<String, Object> open(String form, String message) {
    return pattern(form + "|" + OPEN, message);
  }

  private static String portWords() {
    return "At most 15 lower-case letters, digits and single hyphens, a letter among them.";
  }

  /** Those of Kubernetes by name, others with a group, be it one that nobody knows. */
  private static Map<String, Object> kinds() {
    List<String> known = new ArrayList<>();
    for (WorkloadKind kind : WorkloadKind.all()) {
      known.add(kind.qualifiedName());
    }
    known.add("*");
    return Keywords.of(
        "type", "string", "anyOf", List.of(words(known), Keywords.of("pattern", "\\.")));
  }
}
