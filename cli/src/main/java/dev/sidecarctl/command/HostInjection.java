package dev.sidecarctl.command;

import dev.sidecarctl.check.Checker;
import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.command.lookup.Settings;
import dev.sidecarctl.command.lookup.TemplateFolder;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.host.Order;
import dev.sidecarctl.inject.Injection;
import dev.sidecarctl.inject.InjectionRequest;
import dev.sidecarctl.inject.Neighbours;
import dev.sidecarctl.inject.Ownership;
import dev.sidecarctl.inject.SourceSettings;
import dev.sidecarctl.inject.TemplateOffer;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.kubernetes.WorkloadKinds;
import dev.sidecarctl.project.Configuration;
import dev.sidecarctl.project.ForeignContainers;
import dev.sidecarctl.project.ImageMirrors;
import dev.sidecarctl.template.Catalogue;
import dev.sidecarctl.template.GivenValues;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * The template that a host hands over goes into the manifests that it hands over.
 *
 * @param options those of {@code inject}
 */
record HostInjection(Engine engine, ParseResult options, Surroundings around) implements HostWork {
  private static final Catalogue CATALOGUE = new Catalogue(Resource::text);

  @Override
  public boolean answers() {
    return true;
  }

  @Override
  public Injection on(Source manifests, Order order) {
    return engine.inject(
        manifests,
        request(manifests, order.templates(TemplateFolder.here(around.folder(), CATALOGUE))));
  }

  private InjectionRequest request(Source manifests, List<SidecarTemplate> templates) {
    RuleOptions rules = RuleOptions.of(options);
    Checker checker = CheckOptions.checker();
    CustomKinds.learn(options, around.folder(), checker);
    CustomKinds.see(manifests, checker);
    Neighbours neighbours = new Neighbours();
    neighbours.add(manifests);
    KubernetesVersion version = TemplateOptions.version(options).orElse(KubernetesVersion.NEWEST);
    return new InjectionRequest(
        new TemplateOffer(templates, CATALOGUE, values(templates), ImageMirrors.none()),
        version,
        rules.policies(Configuration.none()),
        ForeignContainers.none(),
        InjectionRequests.namespace(options),
        InjectionRequests.onHostNetwork(options),
        new Ownership(RunOptions.flag(options, OptionSpecs.ADOPT), false, Optional.empty()),
        CheckOptions.of(options).checking(checker, Configuration.none(), version, neighbours),
        new SourceSettings(
            false,
            false,
            false,
            true,
            WorkloadKinds.builtIn(),
            rules.warnings(Configuration.none())));
  }

  private GivenValues values(List<SidecarTemplate> templates) {
    Settings settings = Settings.of(options.matchedOptionValue(OptionSpecs.SET, List.of()));
    List<Diagnostic> refusals = new ArrayList<>(settings.unused(templates));
    for (SidecarTemplate template : templates) {
      refusals.addAll(settings.refusals(template));
    }
    if (!refusals.isEmpty()) {
      throw new StoppedException(ExitStatus.USAGE, refusals);
    }
    return settings.given();
  }
}
