package dev.sidecarctl.command;

import dev.sidecarctl.check.CheckSettings;
import dev.sidecarctl.check.Checker;
import dev.sidecarctl.host.Order;
import dev.sidecarctl.inject.Injection;
import dev.sidecarctl.inject.Neighbours;
import dev.sidecarctl.inject.SourceSettings;
import dev.sidecarctl.inject.Validator;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.kubernetes.WorkloadKinds;
import dev.sidecarctl.project.Configuration;
import dev.sidecarctl.text.Source;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ParseResult;

/**
 * The manifests that a host hands over are checked, and none of them goes back.
 *
 * @param options those of {@code validate}
 */
record HostValidation(Engine engine, ParseResult options, Surroundings around) implements HostWork {

  @Override
  public boolean answers() {
    return false;
  }

  @Override
  public Injection on(Source manifests, Order order) {
    Configuration configuration = order.configuration();
    Checker checker = CheckOptions.checker();
    CustomKinds.learn(options, around.folder(), checker);
    CustomKinds.see(manifests, checker);
    Neighbours neighbours = new Neighbours();
    neighbours.add(manifests);
    CheckOptions checks = CheckOptions.of(options);
    List<CheckSettings> settings = new ArrayList<>();
    for (KubernetesVersion version : ValidateVerb.versions(options, configuration)) {
      settings.add(checks.settings(configuration, version));
    }
    SourceSettings source =
        new SourceSettings(
            false,
            false,
            false,
            true,
            WorkloadKinds.builtIn(),
            RuleOptions.of(options).warnings(configuration));
    String namespace = InjectionRequests.namespace(options);
    return engine
        .validate(
            manifests, new Validator.Request(checker, settings, namespace, neighbours, source))
        .injection();
  }
}
