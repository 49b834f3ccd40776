package dev.sidecarctl.command;

import dev.sidecarctl.check.CheckSettings;
import dev.sidecarctl.check.Checker;
import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.command.lookup.Project;
import dev.sidecarctl.inject.Neighbours;
import dev.sidecarctl.inject.Validator;
import dev.sidecarctl.inject.Validator.Validation;
import dev.sidecarctl.inject.Validator.Verdict;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.project.Configuration;
import dev.sidecarctl.project.Placed;
import dev.sidecarctl.reports.ObjectReport;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code validate}: whether an API server would take manifests as they are. */
final class ValidateVerb implements Verb {
  private final Engine engine;
  private final Checker checker = CheckOptions.checker();

  ValidateVerb(Engine engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return "validate";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    OptionSpecs.addInputOptions(spec);
    spec.addOption(
        OptionSpecs.text(
            "VERSION[,…]",
            "the versions to ask, 1.27 or newer (if not given: 1."
                + KubernetesVersion.NEWEST.minor()
                + ")\nThat of .sidecarctl.yaml counts over the default.",
            OptionSpecs.KUBERNETES_VERSION));
    OptionSpecs.addNamespace(spec);
    OptionSpecs.addCheckSettings(spec);
    OptionSpecs.addReport(spec);
    spec.addOption(
        OptionSpecs.flag("let warnings give exit status 3, too", OptionSpecs.WARNINGS_AS_ERRORS));
    OptionSpecs.addCommonOptions(spec);
    HelpText.describe(
        spec,
        "Check whether an API server would take manifests as they are.",
        "sidecarctl validate [-f] FILE… [OPTION…]",
        "Checks each object of every kind of Kubernetes: its fields and their types, for pods and"
            + " the workloads that hold them also what an API server demands beyond that. The exit"
            + " status is 3 when something would be refused. Nothing is sent anywhere.",
        "  sidecarctl validate -R k8s/",
        "  helm template . | sidecarctl validate -f - --pod-security restricted",
        "  sidecarctl validate --kubernetes-version 1.33,1.36 app.yaml");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult parsed, Surroundings around) {
    if (HostCall.mayBe(parsed, around)) {
      StoppedException noInput = RunOptions.noInput(parsed.commandSpec().qualifiedName(), around);
      return new HostCall(new HostValidation(engine, parsed, around), around)
          .asFunction(noInput)
          .orElseThrow(() -> noInput);
    }
    RunOptions options = RunOptions.ofChecking(parsed, around);
    CheckOptions checks = CheckOptions.of(parsed);
    List<KubernetesVersion> given = versions(parsed);
    CustomKinds.learn(parsed, around.folder(), checker);
    String namespace = InjectionRequests.namespace(parsed);
    ManifestRun run = new ManifestRun(options, RuleOptions.of(parsed), around);
    List<Validation> validations = new ArrayList<>();
    Neighbours neighbours = new Neighbours();
    run.workThrough(
        source -> {
          CustomKinds.see(source, checker);
          neighbours.add(source);
        },
        (settings, project) -> {
          Configuration configuration = Project.configuration(project);
          List<CheckSettings> versions = new ArrayList<>();
          for (KubernetesVersion version : given.isEmpty() ? ofProject(configuration) : given) {
            versions.add(checks.settings(configuration, version));
          }
          Validator.Request request =
              new Validator.Request(checker, versions, namespace, neighbours, settings);
          return source -> engine.validate(source, request);
        },
        (validation, project) -> {
          validations.add(validation);
          return validation.injection();
        });
    List<ObjectReport> objects = new ArrayList<>();
    for (Validation validation : validations) {
      objects.addAll(ObjectReport.of(validation));
    }
    return run.finishCheck(objects, summary(run.inputs(), validations, given));
  }

  /** The versions to ask: those of the command line, else that of a configuration. */
  static List<KubernetesVersion> versions(ParseResult parsed, Configuration configuration) {
    List<KubernetesVersion> given = versions(parsed);
    return given.isEmpty() ? ofProject(configuration) : given;
  }

  private static List<KubernetesVersion> ofProject(Configuration configuration) {
    Optional<Placed<KubernetesVersion>> configured = configuration.kubernetesVersion();
    return List.of(configured.isPresent() ? configured.get().value() : KubernetesVersion.NEWEST);
  }

  private static List<KubernetesVersion> versions(ParseResult parsed) {
    Set<KubernetesVersion> versions = new LinkedHashSet<>();
    String text = parsed.matchedOptionValue(OptionSpecs.KUBERNETES_VERSION, "");
    int start = 0;
    while (parsed.hasMatchedOption(OptionSpecs.KUBERNETES_VERSION) && start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      String word = text.substring(start, end).strip();
      versions.add(
          KubernetesVersion.parse(word)
              .orElseThrow(
                  () ->
                      StoppedException.usage(
                          OptionSpecs.KUBERNETES_VERSION
                              + " "
                              + word
                              + " is no version from "
                              + KubernetesVersion.OLDEST
                              + " on",
                          "say it like 1.31 or v1.31.4, several with commas between")));
      start = end + 1;
    }
    return List.copyOf(versions);
  }

  /** {@code 3 objects in 2 files: 1 would be refused}. */
  private static String summary(
      int files, List<Validation> validations, List<KubernetesVersion> given) {
    int objects = 0;
    int refused = 0;
    for (Validation validation : validations) {
      objects += validation.objects().size();
      for (Verdict verdict : validation.objects()) {
        refused += verdict.refusedBy().isEmpty() ? 0 : 1;
      }
    }
    StringBuilder text = new StringBuilder();
    text.append(objects).append(objects == 1 ? " object in " : " objects in ");
    text.append(files).append(files == 1 ? " file: " : " files: ");
    if (given.size() < 2) {
      return text.append(refused == 0 ? "nothing" : refused).append(" would be refused").toString();
    }
    String separator = "";
    for (KubernetesVersion version : given) {
      int here = 0;
      for (Validation validation : validations) {
        for (Verdict verdict : validation.objects()) {
          here += verdict.refusedBy().contains(version) ? 1 : 0;
        }
      }
      text.append(separator).append(version).append(" would refuse ");
      text.append(here == 0 ? "nothing" : here);
      separator = ", ";
    }
    return text.toString();
  }
}
