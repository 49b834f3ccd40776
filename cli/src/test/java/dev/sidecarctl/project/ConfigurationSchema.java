package dev.sidecarctl.project;

import static dev.sidecarctl.editor.Keywords.both;
import static dev.sidecarctl.editor.Keywords.orNull;
import static dev.sidecarctl.editor.Keywords.pattern;
import static dev.sidecarctl.editor.Keywords.words;

import dev.sidecarctl.check.CheckLevel;
import dev.sidecarctl.check.security.PodSecurityLevel;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Code.Nature;
import dev.sidecarctl.editor.HoverTexts;
import dev.sidecarctl.editor.Keywords;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.template.ConflictPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes the JSON Schema of configurations: a value for each key that the reader knows. */
final class ConfigurationSchema {
  private static final HoverTexts TEXTS = HoverTexts.of("configuration-texts.txt");
  private static final List<String> HEAD = List.of("apiVersion", "kind");
  private static final Map<String, Object> TEXT = Keywords.of("type", "string", "minLength", 1);
  private static final String BRACKETS = "(?:[^\\[]|\\[(?:[!^][\\s\\S]|[^!^])[^\\]]*\\])";

  private ConfigurationSchema() {}

  /** The whole schema. */
  static Map<String, Object> make() {
    Map<String, Object> schema =
        Keywords.of(
            "$schema", "http://json-schema.org/draft-07/schema#",
            "title", "A configuration of sidecarctl",
            "defaultSnippets", List.of(snippet()));
    Map<String, Object> values = values();
    schema.putAll(mapping("Configuration", ConfigurationReader.KNOWN, values, HEAD));
    schema.put("definitions", Keywords.of("level", level()));
    return schema;
  }

  private static Map<String, Object> snippet() {
    return Keywords.of(
        "label", "configuration",
        "description", "A configuration with one template",
        "body",
            Keywords.of(
                "apiVersion", Configuration.API_VERSION,
                "kind", Configuration.KIND,
                "templates", List.of("${1:sidecar-logger}")));
  }

  /** A mapping with the keys that a reader knows; each needs a value and a text. */
  private static Map<String, Object> mapping(
      String type, List<String> known, Map<String, Object> values, List<String> required) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String key : known) {
      @SuppressWarnings("unchecked")
      Map<String, Object> value = (Map<String, Object>) Objects.requireNonNull(values.get(key));
      Map<String, Object> admitted = required.contains(key) ? value : orNull(value);
      properties.put(key, both(TEXTS.annotations(type + "." + key), admitted));
    }
    return Keywords.mapping(properties, required);
  }

  private static Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("apiVersion", constant(Configuration.API_VERSION));
    values.put("kind", constant(Configuration.KIND));
    for (String key : List.of("metadata", "argsOneLiner", "argsFromFile")) {
      values.put(key, Keywords.of());
    }
    values.put("templates", list(TEXT));
    values.put("parameters", parameters());
    values.put("workloads", list(workload()));
    values.put("kubernetesVersion", version());
    values.put("onConflict", onConflict());
    values.put("warnings", warnings());
    values.put(
        "exclude",
        list(
            pattern(
                "^(?!/)(?!(?:.*/)?\\.\\.(?:/|$))(?!.*\\{)" + BRACKETS + "+$",
                "A glob below this folder is due, without braces, its brackets closed.")));
    values.put(
        "excludeContainers", list(pattern("^" + BRACKETS + "+$", "A glob closes its brackets.")));
    values.put("images", images());
    values.put("validate", both(Keywords.of("default", "strict"), words(CheckLevel.WORDS)));
    values.put("podSecurity", words(PodSecurityLevel.WORDS));
    return values;
  }

  private static Map<String, Object> constant(String word) {
    return Keywords.of("default", word, "type", "string", "const", word);
  }

  private static Map<String, Object> list(Map<String, Object> item) {
    return Keywords.of("type", "array", "items", item);
  }

  private static Map<String, Object> parameters() {
    Map<String, Object> value =
        Keywords.of("type", List.of("string", "number", "boolean", "array"));
    Map<String, Object> values = Keywords.of("type", "object", "additionalProperties", value);
    return Keywords.of("type", "object", "additionalProperties", orNull(values));
  }

  private static Map<String, Object> workload() {
    Map<String, Object> values =
        Keywords.of(
            "apiVersion", pattern("^[^/]+/[^/]+$", "Group and version are due: example.com/v1."),
            "kind", TEXT,
            "podTemplate",
                pattern(
                    "^[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*$",
                    "Names of fields are due, with dots between: spec.template."));
    Map<String, Object> workload =
        mapping("Workload", WorkloadsReader.KNOWN, values, WorkloadsReader.KNOWN);
    workload.put(
        "defaultSnippets",
        List.of(
            Keywords.of(
                "label", "workload",
                "description", "A custom resource that makes pods",
                "body",
                    Keywords.of(
                        "apiVersion", "${1:example.com/v1}",
                        "kind", "${2:Worker}",
                        "podTemplate", "${3:spec.template}"))));
    return workload;
  }

  /** In quotes: 1.30 without them is 1.3. */
  private static Map<String, Object> version() {
    List<String> versions = new ArrayList<>();
    for (int minor = KubernetesVersion.NEWEST.minor();
        minor >= KubernetesVersion.OLDEST.minor();
        minor--) {
      versions.add(new KubernetesVersion(minor).toString());
    }
    return Keywords.of(
        "type",
        List.of("string", "number"),
        "examples",
        versions,
        "pattern",
        "^v?1\\.(?:0{0,2}(?:2[7-9]|[3-9][0-9])|0?[1-9][0-9]{2}|[1-9][0-9]{3})"
            + "(?:\\.[0-9]+)?(?:[-+].+)?$",
        "patternErrorMessage",
        "A version from 1.27 on is due, in quotes.",
        "minimum",
        1.27,
        "exclusiveMaximum",
        2);
  }

  private static Map<String, Object> onConflict() {
    Map<String, Object> policy = words(ConflictPolicy.ALL);
    Map<String, Object> byCode = new LinkedHashMap<>();
    byCode.put(Configuration.EVERY_CONFLICT, both(TEXTS.annotations("Conflicts.default"), policy));
    for (String code : Code.words(EnumSet.of(Nature.CONFLICT))) {
      byCode.put(code, policy);
    }
    return Keywords.of(
        "anyOf", List.of(policy, Keywords.mapping(byCode, List.of()), Keywords.NOTHING));
  }

  private static Map<String, Object> warnings() {
    Map<String, Object> byCode = new LinkedHashMap<>();
    for (String code : Code.words(EnumSet.of(Nature.WARNING, Nature.CONFLICT))) {
      byCode.put(code, Keywords.of("$ref", "#/definitions/level"));
    }
    return Keywords.mapping(byCode, List.of());
  }

  /** YAML 1.1 reads off as false. */
  private static Map<String, Object> level() {
    List<String> levels = Arrays.stream(WarningLevel.values()).map(WarningLevel::word).toList();
    Map<String, Object> off =
        Keywords.of("not", Keywords.of("not", Keywords.of("enum", List.of(false, "false"))));
    return Keywords.of("anyOf", List.of(words(levels), off));
  }

  private static Map<String, Object> images() {
    return Keywords.of(
        "type",
        "object",
        "propertyNames",
        Keywords.of(
            "pattern", "[^/]",
            "patternErrorMessage", "A prefix of images is due: a registry or more."),
        "additionalProperties",
        TEXT);
  }
}
