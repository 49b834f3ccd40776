package dev.sidecarctl.command;

import dev.sidecarctl.check.CheckLevel;
import dev.sidecarctl.check.security.PodSecurityLevel;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.inject.TemplateOffer;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.output.SettingsText;
import dev.sidecarctl.project.Configuration;
import dev.sidecarctl.project.CustomWorkload;
import dev.sidecarctl.project.Placed;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down what is in force under a project, or under none, and where each setting is from. */
final class SettingsInForce {
  private static final String DEFAULT = "default";

  private final Configuration configuration;
  private final RuleOptions rules;
  private final SettingsText text;

  /**
   * @param configuration the one that counts
   * @param rules what the command line says of conflicts and warnings
   * @param text where it is written
   */
  SettingsInForce(Configuration configuration, RuleOptions rules, SettingsText text) {
    this.configuration = configuration;
    this.rules = rules;
    this.text = text;
  }

  /**
   * Writes all of it.
   *
   * @param arguments those of {@code -t}
   * @param offer the templates, and what fills them in
   * @param version that of the command line
   */
  void write(List<String> arguments, TemplateOffer offer, Optional<KubernetesVersion> version) {
    text.entry(0, "apiVersion", Configuration.API_VERSION, "");
    text.entry(0, "kind", Configuration.KIND, "");
    templates(arguments);
    parameters(offer);
    workloads();
    version(version);
    conflicts();
    warnings();
    list("exclude", excluded());
    list("excludeContainers", configuration.excludeContainers());
    images();
    checks();
  }

  private void checks() {
    Optional<Placed<CheckLevel>> validate = configuration.validate();
    text.entry(
        0,
        "validate",
        validate.map(placed -> placed.value().word()).orElse(CheckLevel.STRICT.word()),
        validate.map(placed -> placed.at().describe()).orElse(DEFAULT));
    Optional<Placed<PodSecurityLevel>> level = configuration.podSecurity();
    if (level.isPresent()) {
      text.entry(0, "podSecurity", level.get().value().word(), level.get().at().describe());
    } else {
      text.comment(0, "podSecurity: as the labels of Namespaces say");
    }
  }

  private void templates(List<String> arguments) {
    if (!arguments.isEmpty()) {
      text.open(0, "templates");
      arguments.forEach(argument -> text.item(1, argument, OptionSpecs.TEMPLATE));
      return;
    }
    Optional<List<Placed<String>>> listed = configuration.templates();
    if (listed.isPresent()) {
      list("templates", listed.get());
    } else {
      text.comment(0, "templates: nobody names any");
    }
  }

  private List<Placed<String>> excluded() {
    List<Placed<String>> globs = new ArrayList<>();
    configuration
        .exclude()
        .forEach(glob -> globs.add(new Placed<>(glob.value().text(), glob.at())));
    return globs;
  }

  private void list(String key, List<Placed<String>> items) {
    if (items.isEmpty()) {
      text.empty(0, key, "[]", origin(key));
      return;
    }
    text.open(0, key);
    items.forEach(item -> text.item(1, item.value(), item.at().describe()));
  }

  /** The place of a key, even of one with nothing below. */
  private String origin(String key) {
    return key.equals("templates") ? configuration.source().name() : DEFAULT;
  }

  private void parameters(TemplateOffer offer) {
    if (offer.templates().isEmpty()) {
      text.empty(0, "parameters", "{}", DEFAULT);
      return;
    }
    text.open(0, "parameters");
    for (SidecarTemplate template : offer.templates()) {
      if (template.parameterNames().isEmpty()) {
        text.empty(1, template.name(), "{}", "it has none");
      } else {
        text.open(1, template.name());
        template
            .effective(offer.given())
            .forEach((name, value) -> parameter(template, name, value));
      }
    }
  }

  private void parameter(SidecarTemplate template, String name, Optional<Value> value) {
    if (value.isEmpty()) {
      text.comment(2, name + ": required, and nobody gives it");
      return;
    }
    Optional<Location> at = value.get().origin();
    boolean own = at.equals(template.parameterDefault(name).flatMap(Value::origin));
    String place = at.map(Location::describe).orElse("");
    text.entry(2, name, value.get(), own ? DEFAULT + ", " + place : place);
  }

  private void workloads() {
    List<Placed<CustomWorkload>> workloads = configuration.workloads();
    if (workloads.isEmpty()) {
      text.empty(0, "workloads", "[]", DEFAULT);
      return;
    }
    text.open(0, "workloads");
    for (Placed<CustomWorkload> workload : workloads) {
      CustomWorkload custom = workload.value();
      text.itemEntry(1, "apiVersion", custom.apiVersion(), workload.at().describe());
      text.entry(2, "kind", custom.kind().kind(), "");
      text.entry(2, "podTemplate", custom.kind().podTemplate().toString(), "");
    }
  }

  private void version(Optional<KubernetesVersion> given) {
    Optional<Placed<KubernetesVersion>> configured = configuration.kubernetesVersion();
    String origin =
        given.isPresent()
            ? OptionSpecs.KUBERNETES_VERSION
            : configured.map(placed -> placed.at().describe()).orElse(DEFAULT);
    KubernetesVersion version =
        given.or(() -> configured.map(Placed::value)).orElse(KubernetesVersion.NEWEST);
    text.entry(0, "kubernetesVersion", version.toString(), origin);
  }

  private void conflicts() {
    Map<String, RuleOptions.Origin> policies = rules.conflictsInForce(configuration);
    if (policies.isEmpty()) {
      text.empty(0, "onConflict", "{}", DEFAULT + ", as the templates say, mostly fail");
      return;
    }
    text.open(0, "onConflict");
    policies.forEach((word, said) -> text.entry(1, word, said.policy().word(), said.place()));
  }

  private void warnings() {
    if (rules.warningsAsErrors()) {
      text.comment(0, OptionSpecs.WARNINGS_AS_ERRORS + ": what is not off is an error");
    }
    if (configuration.warnings().isEmpty()) {
      text.empty(0, "warnings", "{}", DEFAULT);
      return;
    }
    text.open(0, "warnings");
    configuration
        .warnings()
        .forEach(
            (code, level) ->
                text.entry(1, code.word(), level.value().word(), level.at().describe()));
  }

  private void images() {
    Map<String, Placed<String>> images = configuration.images();
    if (images.isEmpty()) {
      text.empty(0, "images", "{}", DEFAULT);
      return;
    }
    text.open(0, "images");
    images.forEach(
        (prefix, mirror) -> text.entry(1, prefix, mirror.value(), mirror.at().describe()));
  }
}
