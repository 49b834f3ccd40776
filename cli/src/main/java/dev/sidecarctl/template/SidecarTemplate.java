package dev.sidecarctl.template;

import dev.sidecarctl.check.security.PodSecurityLevel;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A template as its file says it, checked but not filled in. Immutable. */
public final class SidecarTemplate {
  private final String name;
  private final String version;
  private final String description;
  private final Location at;
  private final Match match;
  private final Map<String, Parameter> parameters;
  private final boolean podNetwork;
  private final String os;
  private final TemplateParts parts;
  private final boolean sameForAll;
  private final Value.Mapping written;

  SidecarTemplate(
      String name,
      String version,
      String description,
      Location at,
      Match match,
      Map<String, Parameter> parameters,
      boolean podNetwork,
      String os,
      TemplateParts parts,
      boolean sameForAll,
      Value.Mapping written) {
    this.name = name;
    this.version = version;
    this.description = description;
    this.at = at;
    this.match = match;
    this.parameters = new LinkedHashMap<>(parameters);
    this.podNetwork = podNetwork;
    this.os = os;
    this.parts = parts;
    this.sameForAll = sameForAll;
    this.written = written;
  }

  /**
   * Reads all templates of a file, at least one.
   *
   * @param context what they may refer to outside of the file
   * @throws dev.sidecarctl.diagnostic.RefusedException with everything that is wrong in it
   */
  public static List<SidecarTemplate> read(Source source, TemplateContext context) {
    return TemplateReader.read(source, context);
  }

  /**
   * Reads a template that is part of another document.
   *
   * @param source where the document was read
   * @param context what it may refer to outside of the document
   * @throws dev.sidecarctl.diagnostic.RefusedException with everything that is wrong in it
   */
  public static SidecarTemplate read(Source source, Value template, TemplateContext context) {
    return TemplateReader.read(source, template, context);
  }

  /** The names of the templates of a file, whatever else is wrong with it. */
  public static List<String> names(Source source) {
    return Extension.names(source);
  }

  /** A text as a template has to write it, so that nothing in it counts as a reference. */
  public static String literal(String text) {
    return ReferenceText.literal(text);
  }

  /** Whether an object says that it is a template. */
  public static boolean isTemplate(Value.Mapping object) {
    return object.findText("kind").orElse("").equals(TemplateReader.KIND)
        && object.findText("apiVersion").orElse("").equals(TemplateReader.API_VERSION);
  }

  /** The sidecar's identity: a DNS-1123 label. */
  public String name() {
    return name;
  }

  /** {@code spec.version}; empty when the template has none. */
  public String version() {
    return version;
  }

  /** {@code spec.description}; empty when the template has none. */
  public String description() {
    return description;
  }

  /** The whole document as it is written, its references not filled in. */
  public Value.Mapping written() {
    return written;
  }

  /** Where the template's name stands. */
  public Location at() {
    return at;
  }

  /** Whether it intercepts the pod's traffic ({@code requires.podNetwork}). */
  public boolean requiresPodNetwork() {
    return podNetwork;
  }

  /** Whether it brings a container of any sort. */
  public boolean addsContainers() {
    return !parts.sidecars().isEmpty()
        || !parts.containers().isEmpty()
        || !parts.initContainers().isEmpty();
  }

  /** Whether all workloads get the same of it, those apart that set parameters themselves. */
  public boolean isSameForAll() {
    return sameForAll;
  }

  /** The operating system it is for ({@code requires.os}); {@code linux} if not said. */
  public String requiredOs() {
    return os;
  }

  /** The level of the Pod Security Standards that its pods keep ({@code requires.podSecurity}). */
  public PodSecurityLevel requiredPodSecurity() {
    return written
        .mapping("spec")
        .mapping("requires")
        .findText("podSecurity")
        .flatMap(PodSecurityLevel::of)
        .orElse(PodSecurityLevel.RESTRICTED);
  }

  /** Whether only workloads that ask for it by annotation get it ({@code match.policy: OptIn}). */
  public boolean isOptIn() {
    return match.optIn();
  }

  /** The names of its parameters, in order. */
  public List<String> parameterNames() {
    return new ArrayList<>(parameters.keySet());
  }

  /** Its parameters, in order. */
  public List<Parameter> parameters() {
    return List.copyOf(parameters.values());
  }

  /** What it is for, in words, a line for each thing that has to hold; none for every workload. */
  public List<String> matchPhrases() {
    return match.phrases();
  }

  /** The names of what it brings, by the key of {@code spec} under which they stand. */
  public Map<String, List<String>> brings() {
    return parts.names();
  }

  /** Whether it has a parameter of that name. */
  public boolean hasParameter(String parameter) {
    return parameters.containsKey(parameter);
  }

  /**
   * What one of its parameters is for; empty when that is not said.
   *
   * @throws IllegalArgumentException if there is no parameter of that name
   */
  public String parameterDescription(String parameter) {
    return parameter(parameter).description();
  }

  /**
   * What one of its parameters is if nobody says otherwise; empty where somebody has to.
   *
   * @throws IllegalArgumentException if there is no parameter of that name
   */
  public Optional<Value> parameterDefault(String parameter) {
    return parameter(parameter).defaultValue();
  }

  /**
   * The values that one of its parameters admits, where they are few; else none.
   *
   * @throws IllegalArgumentException if there is no parameter of that name
   */
  public List<String> parameterChoices(String parameter) {
    return parameter(parameter).choiceTexts();
  }

  /**
   * What is wrong with a value for one of its parameters: type, {@code enum}, {@code pattern},
   * {@code minimum} or {@code maximum}; empty for a good one.
   *
   * @throws IllegalArgumentException if there is no parameter of that name
   */
  public Optional<Diagnostic> admits(String parameter, GivenValue value) {
    return parameter(parameter).refusal(value);
  }

  /**
   * What is wrong with a value for one of its parameters that stands in YAML, where it has to be
   * written as a default is; empty for a good one.
   *
   * @throws IllegalArgumentException if there is no parameter of that name
   */
  public Optional<Diagnostic> admits(String parameter, Value value) {
    return parameter(parameter).refusalAsWritten(value);
  }

  /**
   * The value of each parameter, in order, where no workload says otherwise; empty for one that
   * nobody gives. What is given is known to be admitted.
   */
  public Map<String, Optional<Value>> effective(GivenValues given) {
    Map<String, GivenValue> own = given.forTemplate(this);
    Map<String, Optional<Value>> values = new LinkedHashMap<>();
    for (Parameter parameter : parameters.values()) {
      GivenValue value = own.get(parameter.name());
      values.put(
          parameter.name(),
          value == null
              ? parameter.defaultValue()
              : Optional.of(parameter.parse(value.text(), value.at())));
    }
    return values;
  }

  private Parameter parameter(String parameter) {
    Parameter declared = parameters.get(parameter);
    if (declared == null) {
      throw new IllegalArgumentException("no parameter " + parameter + " in " + name);
    }
    return declared;
  }

  /**
   * Why {@code match} (policy apart) does not select a workload; empty when it does.
   *
   * @param workload the workload
   * @param pod its pod template without what sidecars added
   * @param namespace the workload's namespace, or the one given with {@code -n}; empty if neither
   */
  public Optional<String> mismatch(Workload workload, Value.Mapping pod, String namespace) {
    return match.mismatch(workload, pod, namespace);
  }

  /**
   * What in {@code match} (policy apart) speaks for a workload that it selects, as phrases; none
   * where nothing is asked for.
   *
   * @param workload the workload
   * @param pod its pod template without what sidecars added
   * @param namespace as for {@link #mismatch}
   */
  public List<String> reasons(Workload workload, Value.Mapping pod, String namespace) {
    return match.reasons(workload, pod, namespace);
  }

  /**
   * Fills in the parameters.
   *
   * @param values what is given for this template on the command line, by parameter; already known
   *     to be of the parameter's type
   * @param annotated what the workload says, by parameter: values of the annotations {@code
   *     TEMPLATE.sidecarctl.dev/PARAMETER}
   * @param context what {@code $(workload.…)} and {@code $(container.…)} stand for
   * @throws dev.sidecarctl.diagnostic.RefusedException a wrong annotation, a missing parameter, a
   *     reference without a value
   */
  public RenderedTemplate render(
      Map<String, GivenValue> values, Map<String, Value> annotated, RenderContext context) {
    Problems problems = new Problems();
    Map<String, Value> filled =
        new ParameterValues(name, at, parameters, problems).resolve(values, annotated);
    problems.throwIfAny();
    return new Renderer(
            new FilledParameters(parameters, filled, context.nativeSidecars()), context, problems)
        .render(this, parts);
  }
}
