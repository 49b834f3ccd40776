package dev.sidecarctl.command;

import dev.sidecarctl.check.CheckLevel;
import dev.sidecarctl.check.CheckSettings;
import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.Input;
import dev.sidecarctl.command.file.InputReader;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.diagnostic.Severity;
import dev.sidecarctl.host.ResourceList;
import dev.sidecarctl.inject.Checking;
import dev.sidecarctl.inject.HostNetworkPolicy;
import dev.sidecarctl.inject.Injection;
import dev.sidecarctl.inject.InjectionRequest;
import dev.sidecarctl.inject.Neighbours;
import dev.sidecarctl.inject.Ownership;
import dev.sidecarctl.inject.SourceSettings;
import dev.sidecarctl.inject.TemplateOffer;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.kubernetes.WorkloadKinds;
import dev.sidecarctl.output.Report;
import dev.sidecarctl.project.ForeignContainers;
import dev.sidecarctl.project.ImageMirrors;
import dev.sidecarctl.project.WarningRules;
import dev.sidecarctl.template.Catalogue;
import dev.sidecarctl.template.ConflictPolicies;
import dev.sidecarctl.template.GivenValues;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.text.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What another program, such as kustomize, has sidecarctl do: it names no command, and hands over
 * the manifests with the template.
 */
final class HostCall {
  private static final String PLACES =
      "these lines are those of the copy that the host made of manifests and template, without"
          + " comments and with sorted keys";

  private final Engine engine;

  HostCall(Engine engine) {
    this.engine = engine;
  }

  /**
   * Answers a call without a command: a function's, with a ResourceList on standard input.
   *
   * @return empty when nothing is there to answer
   * @throws StoppedException when something else is on standard input
   */
  Optional<ExitStatus> withoutCommand(Surroundings around) {
    if (around.inputIsTerminal()) {
      return Optional.empty();
    }
    Source source = read(around, Input.standardInput());
    if (source.text().isBlank()) {
      return Optional.empty();
    }
    return Optional.of(asFunction(list(source), around));
  }

  private static ResourceList list(Source source) {
    try {
      return ResourceList.find(source).orElseThrow(HostCall::noCommand);
    } catch (RefusedException e) {
      throw new StoppedException(ExitStatus.REFUSED, e.diagnostics());
    }
  }

  private static StoppedException noCommand() {
    return StoppedException.usage(
        "no command, and what is on standard input is no ResourceList from kustomize",
        "to inject into it, say inject -f -; --help lists the commands");
  }

  private ExitStatus asFunction(ResourceList list, Surroundings around) {
    Injection injection = inject(list.source(), () -> List.of(list.template()));
    Source after = list.withResults(injection.after(), injection.diagnostics());
    return answer(injection, Optional.of(after), around);
  }

  /**
   * Answers the call of a plugin: the manifests are on standard input, and all of them go on.
   *
   * @param configuration the path of the template
   */
  ExitStatus asPlugin(String configuration, Surroundings around) {
    Path path = around.folder().resolve(configuration);
    Source template = read(around, new Input("<template>", path, true));
    Source manifests = read(around, Input.standardInput());
    Injection injection = inject(manifests, () -> SidecarTemplate.read(template));
    return answer(
        injection, injection.refused() ? Optional.empty() : Optional.of(injection.after()), around);
  }

  private static Source read(Surroundings around, Input input) {
    try {
      return new InputReader(around.in()).read(input);
    } catch (RefusedException e) {
      throw new StoppedException(ExitStatus.REFUSED, e.diagnostics());
    }
  }

  private Injection inject(Source source, Supplier<List<SidecarTemplate>> templates) {
    try {
      return engine.inject(source, request(source, templates.get()));
    } catch (RefusedException e) {
      return Injection.untouched(source, e.diagnostics());
    }
  }

  private static InjectionRequest request(Source source, List<SidecarTemplate> templates) {
    Neighbours neighbours = new Neighbours();
    neighbours.add(source);
    TemplateOffer offer =
        new TemplateOffer(
            templates, new Catalogue(Resource::text), GivenValues.none(), ImageMirrors.none());
    return new InjectionRequest(
        offer,
        KubernetesVersion.NEWEST,
        ConflictPolicies.none(),
        ForeignContainers.none(),
        "",
        HostNetworkPolicy.SKIP,
        Ownership.plain(),
        new Checking(
            CheckOptions.checker(),
            new CheckSettings(KubernetesVersion.NEWEST, false, Optional.empty()),
            CheckLevel.STRICT,
            neighbours),
        new SourceSettings(
            false, false, false, true, WorkloadKinds.builtIn(), WarningRules.none()));
  }

  private static ExitStatus answer(
      Injection injection, Optional<Source> output, Surroundings around) {
    Report report = new Report(Report.Loudness.NORMAL, RunOptions.palette(around));
    report.say(injection, !injection.refused());
    ExitStatus status = ExitStatus.DONE;
    boolean anyPlace = false;
    for (Diagnostic diagnostic : injection.diagnostics()) {
      status = status.and(ExitStatus.of(diagnostic));
      anyPlace |= diagnostic.severity() != Severity.NOTE && diagnostic.place().isPresent();
    }
    if (anyPlace) {
      report.say(PLACES);
    }
    Said.write(report.take(), around.err());
    return output.isEmpty() || write(output.get(), around) ? status : ExitStatus.FAILED;
  }

  /** Writes the answer; whether somebody read it. */
  private static boolean write(Source output, Surroundings around) {
    try {
      Delivery.write(output.text(), around.out());
      return true;
    } catch (Delivery.ReaderGoneException e) {
      return false;
    }
  }
}
