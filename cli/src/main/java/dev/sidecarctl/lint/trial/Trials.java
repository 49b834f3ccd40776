package dev.sidecarctl.lint.trial;

import dev.sidecarctl.check.CheckLevel;
import dev.sidecarctl.check.CheckSettings;
import dev.sidecarctl.check.Checker;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.inject.Checking;
import dev.sidecarctl.inject.HostNetworkPolicy;
import dev.sidecarctl.inject.InjectionRequest;
import dev.sidecarctl.inject.Injector;
import dev.sidecarctl.inject.Neighbours;
import dev.sidecarctl.inject.Ownership;
import dev.sidecarctl.inject.SourceSettings;
import dev.sidecarctl.inject.TemplateOffer;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.kubernetes.WorkloadKinds;
import dev.sidecarctl.project.ForeignContainers;
import dev.sidecarctl.project.ImageMirrors;
import dev.sidecarctl.project.WarningRules;
import dev.sidecarctl.template.ConflictPolicies;
import dev.sidecarctl.template.GivenValue;
import dev.sidecarctl.template.GivenValues;
import dev.sidecarctl.template.RenderContext;
import dev.sidecarctl.template.RenderedTemplate;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Injects a template into workloads that are made up. */
final class Trials {
  private final WrittenTemplate written;
  private final SampleValues samples;
  private final Checker checker;

  Trials(WrittenTemplate written, SampleValues samples, Checker checker) {
    this.written = written;
    this.samples = samples;
    this.checker = checker;
  }

  /**
   * Injects it once.
   *
   * @param values of all parameters
   */
  Trial run(Trial.Settings settings, Map<String, String> values) {
    SidecarTemplate template = written.template();
    Map<String, GivenValue> given = new LinkedHashMap<>();
    values.forEach((name, value) -> given.put(name, samples.asGiven(name, value)));
    Source manifest = workload(values).manifest(settings.kind());
    InjectionRequest request =
        request(GivenValues.of(Map.of(template.name(), given)), settings.version());
    return new Trial(
        settings,
        manifest,
        rendered(given, SampleWorkload.workload(manifest), settings.version()),
        Injector.inject(manifest, request).diagnostics());
  }

  private SampleWorkload workload(Map<String, String> values) {
    TargetNames names = new TargetNames(written, values);
    List<String> containers = new ArrayList<>(names.of("containers"));
    if (containers.isEmpty()) {
      containers.add("application");
    }
    boolean windows = written.template().requiredOs().equals("windows");
    return new SampleWorkload(
        written.template().name(), containers, names.of("initContainers"), windows);
  }

  private Optional<RenderedTemplate> rendered(
      Map<String, GivenValue> given, Workload workload, KubernetesVersion version) {
    try {
      Value.Mapping spec = workload.pod().mapping("spec");
      RenderContext context =
          new RenderContext(
              workload,
              "example",
              mappings(spec, "containers"),
              mappings(spec, "initContainers"),
              workload.kind().takesNativeSidecars(version));
      return Optional.of(written.template().render(given, Map.of(), context));
    } catch (RefusedException e) {
      // The injection says the same.
      return Optional.empty();
    }
  }

  private static List<Value.Mapping> mappings(Value.Mapping spec, String list) {
    List<Value.Mapping> mappings = new ArrayList<>();
    for (Value item : spec.sequence(list).items()) {
      mappings.add((Value.Mapping) item);
    }
    return mappings;
  }

  private InjectionRequest request(GivenValues given, KubernetesVersion version) {
    SidecarTemplate template = written.template();
    CheckSettings settings =
        new CheckSettings(version, false, Optional.of(template.requiredPodSecurity()));
    return new InjectionRequest(
        new TemplateOffer(List.of(template), name -> Optional.empty(), given, ImageMirrors.none()),
        version,
        ConflictPolicies.none(),
        ForeignContainers.none(),
        "",
        HostNetworkPolicy.INJECT,
        Ownership.plain(),
        new Checking(checker, settings, CheckLevel.STRICT, new Neighbours()),
        new SourceSettings(
            false, false, false, false, WorkloadKinds.builtIn(), WarningRules.none()));
  }
}
