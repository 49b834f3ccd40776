package dev.sidecarctl.command;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.template.GivenValue;
import dev.sidecarctl.template.GivenValues;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import dev.sidecarctl.yaml.JsonText;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a case of a template sets: {@code parameters}, {@code kubernetesVersion} and {@code
 * namespace}.
 */
final class CaseSettings {
  private static final List<String> KEYS = List.of("parameters", "kubernetesVersion", "namespace");

  private final Source source;
  private final Value.Mapping root;
  private final List<Diagnostic> problems = new ArrayList<>();

  private CaseSettings(Source source, Value.Mapping root) {
    this.source = source;
    this.root = root;
  }

  /**
   * Reads them.
   *
   * @param source empty where a case sets nothing
   * @param templates whose parameters may be set
   * @throws StoppedException when something is wrong with them
   */
  static CaseSettings of(Optional<Source> source, List<SidecarTemplate> templates) {
    if (source.isEmpty()) {
      return new CaseSettings(new Source("case.yaml", ""), Value.Mapping.empty());
    }
    try {
      CaseSettings settings = new CaseSettings(source.get(), root(source.get()));
      settings.check(templates);
      if (!settings.problems.isEmpty()) {
        throw new StoppedException(ExitStatus.REFUSED, settings.problems);
      }
      return settings;
    } catch (RefusedException e) {
      throw new StoppedException(ExitStatus.REFUSED, e.diagnostics());
    }
  }

  private static Value.Mapping root(Source source) {
    Value value = Value.Mapping.empty();
    for (YamlDocument document : YamlStream.of(source).documents()) {
      if (!document.isEmpty()) {
        value = document.value();
      }
    }
    if (value instanceof Value.Mapping mapping) {
      return mapping;
    }
    throw new RefusedException(
        Diagnostic.error(
                Code.CONFIGURATION_TYPE,
                "a case's settings are a mapping",
                new Location(source, Span.at(0)))
            .helping("give parameters, kubernetesVersion or namespace"));
  }

  private void check(List<SidecarTemplate> templates) {
    for (String key : root.entries().keySet()) {
      if (!KEYS.contains(key)) {
        complain(
            Code.CONFIGURATION_UNKNOWN_KEY,
            "a case has no setting " + key,
            root.keyOrigin(key),
            NearestWord.help(key, KEYS));
      }
    }
    if (root.has("kubernetesVersion") && version().isEmpty()) {
      complain(
          Code.CONFIGURATION_VALUE,
          "kubernetesVersion is no version from " + KubernetesVersion.OLDEST + " on",
          root.find("kubernetesVersion").flatMap(Value::origin),
          "write it like \"1.31\"");
    }
    Value.Mapping parameters = root.mapping("parameters");
    for (Map.Entry<String, Value> entry : parameters.entries().entrySet()) {
      check(entry.getKey(), entry.getValue(), parameters.keyOrigin(entry.getKey()), templates);
    }
  }

  private void check(
      String parameter, Value value, Optional<Location> at, List<SidecarTemplate> templates) {
    List<String> known = new ArrayList<>();
    for (SidecarTemplate template : templates) {
      if (template.hasParameter(parameter)) {
        template.admits(parameter, value).ifPresent(problems::add);
        return;
      }
      known.addAll(template.parameterNames());
    }
    complain(
        Code.PARAMETER_UNKNOWN,
        "the template has no parameter " + parameter,
        at,
        NearestWord.help(parameter, known));
  }

  private void complain(Code code, String message, Optional<Location> at, String help) {
    Location place = at.orElse(new Location(source, Span.at(0)));
    problems.add(Diagnostic.error(code, message, place).helping(help));
  }

  /** The values of parameters. */
  GivenValues given() {
    Map<String, GivenValue> values = new LinkedHashMap<>();
    root.mapping("parameters")
        .entries()
        .forEach(
            (name, value) -> {
              String text =
                  value instanceof Value.Scalar scalar ? scalar.text() : JsonText.inOrder(value);
              Location at = value.origin().orElse(new Location(source, Span.at(0)));
              values.put(name, new GivenValue(text, at));
            });
    return GivenValues.of(Map.of("", values));
  }

  /** The cluster's version; empty if it is not said. */
  Optional<KubernetesVersion> version() {
    return root.find("kubernetesVersion").orElse(Value.nothing()) instanceof Value.Scalar scalar
            && !scalar.isNull()
        ? KubernetesVersion.parse(scalar.text())
        : Optional.empty();
  }

  /** The namespace of workloads that name none; empty if it is not said. */
  String namespace() {
    return root.findText("namespace").orElse("");
  }
}
