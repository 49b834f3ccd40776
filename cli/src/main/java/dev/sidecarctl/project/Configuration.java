package dev.sidecarctl.project;

import dev.sidecarctl.check.CheckLevel;
import dev.sidecarctl.check.security.PodSecurityLevel;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.kubernetes.WorkloadKind;
import dev.sidecarctl.kubernetes.WorkloadKinds;
import dev.sidecarctl.template.ConflictPolicies;
import dev.sidecarctl.template.ConflictPolicy;
import dev.sidecarctl.template.GivenValue;
import dev.sidecarctl.template.GivenValues;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.JsonText;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@code .sidecarctl.yaml} says, each value with its place. Immutable.
 *
 * @param source its text
 * @param templates names and paths, as written; empty where it says nothing of templates, which is
 *     not the same as an empty list
 * @param parameters by template, then by parameter, scalars all of them
 * @param workloads custom resources that make pods
 * @param kubernetesVersion the cluster's
 * @param onConflict policies by code, and under {@link #EVERY_CONFLICT} the one for all others
 * @param warnings levels by code
 * @param exclude files that pass through untouched
 * @param excludeContainers globs over names of containers that somebody else puts into pods
 * @param images by prefix what takes its place
 * @param validate what comes of what an API server would refuse
 * @param podSecurity the level that pods have to keep
 */
public record Configuration(
    Source source,
    Optional<List<Placed<String>>> templates,
    Value.Mapping parameters,
    List<Placed<CustomWorkload>> workloads,
    Optional<Placed<KubernetesVersion>> kubernetesVersion,
    Map<String, Placed<ConflictPolicy>> onConflict,
    Map<Code, Placed<WarningLevel>> warnings,
    List<Placed<PathGlob>> exclude,
    List<Placed<String>> excludeContainers,
    Map<String, Placed<String>> images,
    Optional<Placed<CheckLevel>> validate,
    Optional<Placed<PodSecurityLevel>> podSecurity) {
  /** The {@code apiVersion} of a configuration. */
  public static final String API_VERSION = "sidecarctl.dev/v1";

  /** The {@code kind} of a configuration. */
  public static final String KIND = "Configuration";

  /** The key of {@code onConflict} that means all codes that are not named. */
  public static final String EVERY_CONFLICT = "default";

  /**
   * Reads a configuration.
   *
   * @throws dev.sidecarctl.diagnostic.RefusedException with everything that is wrong in it
   */
  public static Configuration read(Source source) {
    return ConfigurationReader.read(source);
  }

  /**
   * Reads one that stands in another text.
   *
   * @param source where it stands
   * @throws dev.sidecarctl.diagnostic.RefusedException with everything that is wrong in it
   */
  public static Configuration read(Source source, Value.Mapping root) {
    return ConfigurationReader.read(source, root);
  }

  /** One that says nothing: what counts where there is none. */
  public static Configuration none() {
    return new Configuration(
        new Source("no configuration", ""),
        Optional.empty(),
        Value.Mapping.empty(),
        List.of(),
        Optional.empty(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** The kinds that are workloads under it. */
  public WorkloadKinds kinds() {
    if (workloads.isEmpty()) {
      return WorkloadKinds.builtIn();
    }
    List<WorkloadKind> kinds = new ArrayList<>(workloads.size());
    for (Placed<CustomWorkload> workload : workloads) {
      kinds.add(workload.value().kind());
    }
    return new WorkloadKinds(kinds);
  }

  /** What it says of conflicts. */
  public ConflictPolicies policies() {
    if (onConflict.isEmpty()) {
      return ConflictPolicies.none();
    }
    Optional<ConflictPolicy> general =
        Optional.ofNullable(onConflict.get(EVERY_CONFLICT)).map(Placed::value);
    Map<Code, ConflictPolicy> ofCodes = new EnumMap<>(Code.class);
    onConflict.forEach(
        (word, policy) -> Code.of(word).ifPresent(code -> ofCodes.put(code, policy.value())));
    return ConflictPolicies.of(general, ofCodes);
  }

  /** The containers that it says are somebody else's. */
  public ForeignContainers foreignContainers() {
    if (excludeContainers.isEmpty()) {
      return ForeignContainers.none();
    }
    return new ForeignContainers(values(excludeContainers));
  }

  /** Where it says that images come from. */
  public ImageMirrors mirrors() {
    if (images.isEmpty()) {
      return ImageMirrors.none();
    }
    Map<String, String> prefixes = new LinkedHashMap<>();
    images.forEach((prefix, mirror) -> prefixes.put(prefix, mirror.value()));
    return new ImageMirrors(prefixes);
  }

  private static <T> List<T> values(List<Placed<T>> placed) {
    List<T> values = new ArrayList<>(placed.size());
    for (Placed<T> one : placed) {
      values.add(one.value());
    }
    return values;
  }

  /**
   * The item of {@code exclude} that means a file; empty if none does.
   *
   * @param path relative to the configuration's folder, with slashes
   */
  public Optional<Placed<PathGlob>> exclusionOf(String path) {
    for (Placed<PathGlob> glob : exclude) {
      if (glob.value().matches(path)) {
        return Optional.of(glob);
      }
    }
    return Optional.empty();
  }

  /** What it gives for parameters; whether they admit it tells {@link #refusals}. */
  public GivenValues given() {
    if (parameters.entries().isEmpty()) {
      return GivenValues.none();
    }
    Map<String, Map<String, GivenValue>> all = new LinkedHashMap<>();
    for (String template : parameters.entries().keySet()) {
      Map<String, GivenValue> values = new LinkedHashMap<>();
      parameters
          .mapping(template)
          .entries()
          .forEach(
              (name, value) -> {
                value
                    .origin()
                    .ifPresent(at -> values.put(name, new GivenValue(written(value), at)));
              });
      all.put(template, values);
    }
    return GivenValues.of(all);
  }

  /** As an annotation would say it: a list as one line of YAML. */
  private static String written(Value value) {
    return value instanceof Value.Scalar scalar ? scalar.text() : JsonText.inOrder(value);
  }

  /** What is wrong with the values that it gives for the parameters of a template. */
  public List<Diagnostic> refusals(SidecarTemplate template) {
    Value.Mapping given = parameters.mapping(template.name());
    if (given.entries().isEmpty()) {
      return List.of();
    }
    List<Diagnostic> refusals = new ArrayList<>();
    given
        .entries()
        .forEach(
            (name, value) -> {
              if (!template.hasParameter(name)) {
                refusals.add(unknownParameter(template, name, given));
              } else {
                template.admits(name, value).ifPresent(refusals::add);
              }
            });
    return refusals;
  }

  private static Diagnostic unknownParameter(
      SidecarTemplate template, String name, Value.Mapping given) {
    List<String> known = template.parameterNames();
    return Diagnostic.error(
            Code.PARAMETER_UNKNOWN,
            "template " + template.name() + " has no parameter " + name,
            given.keyOrigin(name).orElse(null))
        .noting(template.at(), "the template")
        .helping(known.isEmpty() ? "take it out" : NearestWord.help(name, known));
  }

  /**
   * A complaint for each template that it gives parameters for but does not list.
   *
   * @param listed the names of the templates that it lists
   */
  public List<Diagnostic> strayParameters(List<String> listed) {
    List<Diagnostic> stray = new ArrayList<>();
    for (String template : parameters.entries().keySet()) {
      if (!listed.contains(template)) {
        stray.add(
            Diagnostic.error(
                    Code.TEMPLATE_UNKNOWN,
                    "parameters are given for " + template + ", which templates does not list",
                    parameters.keyOrigin(template).orElse(null))
                .helping(
                    NearestWord.of(template, listed)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("list it under templates, or take its parameters out")));
      }
    }
    return stray;
  }
}
