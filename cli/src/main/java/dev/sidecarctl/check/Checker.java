package dev.sidecarctl.check;

import dev.sidecarctl.check.finding.FaultType;
import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Finding;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.check.schema.CustomResource;
import dev.sidecarctl.check.schema.CustomValidator;
import dev.sidecarctl.check.schema.SchemaFault;
import dev.sidecarctl.check.schema.SchemaTable;
import dev.sidecarctl.check.schema.SchemaValidator;
import dev.sidecarctl.check.security.PodSecurityCheck;
import dev.sidecarctl.check.workload.MetadataCheck;
import dev.sidecarctl.check.workload.WorkloadCheck;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks what an API server would say of objects. For any number of threads. */
public final class Checker {
  private static final String POD_TEMPLATE = "V1PodTemplateSpec";

  private final Supplier<String> tableText;
  private final Map<Integer, SchemaValidator> validators = new ConcurrentHashMap<>();
  private final CustomValidator custom = new CustomValidator();
  private @Nullable SchemaTable table;

  /**
   * @param tableText the text of the {@link SchemaTable}; asked for once, when it is needed
   */
  public Checker(Supplier<String> tableText) {
    this.tableText = tableText;
  }

  /**
   * Gets ready for a version, on a processor that has nothing else to do; returns at once. Whoever
   * checks meanwhile need not wait for it.
   */
  public void prepare(KubernetesVersion version) {
    if (Runtime.getRuntime().availableProcessors() > 1) {
      Thread thread = new Thread(new Rehearsal(this, version), "rehearsal");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private synchronized SchemaTable table() {
    SchemaTable known = table;
    if (known == null) {
      known = new SchemaTable(tableText.get());
      table = known;
    }
    return known;
  }

  private SchemaValidator validator(SchemaTable schemas, int bits) {
    SchemaValidator known = validators.get(bits);
    if (known == null) {
      known = new SchemaValidator(schemas, bits);
      SchemaValidator other = validators.putIfAbsent(bits, known);
      known = other == null ? known : other;
    }
    return known;
  }

  /**
   * Learns the kinds that CustomResourceDefinitions make, before anything is checked.
   *
   * @param document may hold some
   * @return how many it holds
   */
  public int learn(Value document) {
    int learnt = 0;
    for (ObjectFinder.ManifestObject object : ObjectFinder.find(document)) {
      if (CustomResource.isDefinition(object.value())) {
        custom.learn(CustomResource.of(object.value()));
        learnt++;
      }
    }
    return learnt;
  }

  /** Whether the schema of a kind is known. */
  public boolean knows(String apiVersion, String kind) {
    return custom.find(apiVersion, kind).isPresent() || table().kind(apiVersion, kind).isPresent();
  }

  /**
   * Everything that an API server refuses, or warns of, in the order in which it stands there.
   *
   * @param podTemplate the way to the pod template of an object of a kind that is no part of
   *     Kubernetes; empty for one without
   */
  public List<Finding> check(
      Value.Mapping object,
      String apiVersion,
      String kind,
      Optional<FieldPath> podTemplate,
      CheckSettings settings) {
    SchemaTable schemas = table();
    int bits = schemas.bits(settings.version());
    Field root = Field.root(object);
    Findings findings = new Findings();
    Optional<SchemaTable.Kind> known = schemas.kind(apiVersion, kind);
    if (known.isEmpty()) {
      Field metadata = root.key("metadata");
      if (!metadata.key("name").isEmpty() || !metadata.key("generateName").isEmpty()) {
        // Without a name it is most likely a tool's own file, such as a kustomization.
        new MetadataCheck(metadata, "", settings.version(), findings).check();
      }
      Optional<CustomResource> resource = custom.find(apiVersion, kind);
      if (resource.isPresent()) {
        custom(root, resource.get(), apiVersion, findings);
      }
      if (podTemplate.isPresent()) {
        Field template = field(root, podTemplate.get());
        template(template, bits, settings, findings);
        if (kind.equals("DeploymentConfig")) {
          // Its triggers may put the image in.
          findings.all().removeIf(Checker::isMissingImage);
        }
        podSecurity(template, settings, findings);
      } else if (resource.isEmpty()
          && (schemas.hasGroup(apiVersion) || apiVersion.startsWith("extensions/"))) {
        unknownKind(root, apiVersion, kind, findings);
      }
    } else if ((known.get().versions() & bits) == 0) {
      notServed(root, known.get(), schemas, settings.version(), findings);
    } else {
      schema(root, known.get().type(), bits, settings.version(), findings);
      int faults = findings.all().size();
      new MetadataCheck(root.key("metadata"), kind, settings.version(), findings).check();
      if (isOfKubernetes(apiVersion)) {
        WorkloadCheck.check(root, kind, settings.version(), findings);
        WorkloadCheck.pod(root, kind).ifPresent(pod -> podSecurity(pod, settings, findings));
      }
      return ordered(findings.all(), faults, settings);
    }
    return ordered(findings.all(), 0, settings);
  }

  private void custom(Field root, CustomResource resource, String apiVersion, Findings findings) {
    String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
    Value value = root.value();
    if (!resource.versions().containsKey(version)) {
      Field field = root.key("apiVersion");
      findings.add(
          new Finding(
              FaultType.NOT_SERVED,
              "apiVersion",
              "",
              "its CustomResourceDefinition serves no "
                  + resource.kind()
                  + " in "
                  + version
                  + ", but in "
                  + String.join(", ", resource.versions().keySet()),
              field.place(),
              ""));
    } else if (value != null) {
      new CustomFindings(root, resource.versions().getOrDefault(version, Value.Mapping.empty()))
          .add(custom.validate(value, resource, version), findings);
    }
  }

  private static boolean isMissingImage(Finding finding) {
    return finding.type() == FaultType.REQUIRED && finding.path().endsWith(".image");
  }

  private static boolean isOfKubernetes(String apiVersion) {
    return apiVersion.equals("v1") || apiVersion.equals("apps/v1") || apiVersion.equals("batch/v1");
  }

  private static Field field(Field root, FieldPath path) {
    Field field = root;
    for (FieldPath.Segment segment : path.segments()) {
      if (segment instanceof FieldPath.Key key) {
        field = field.key(key.name());
      }
    }
    return field;
  }

  private void template(Field template, int bits, CheckSettings settings, Findings findings) {
    if (template.value() instanceof Value.Mapping) {
      schema(template, POD_TEMPLATE, bits, settings.version(), findings);
      WorkloadCheck.template(template, settings.version(), findings);
    }
  }

  private static void podSecurity(Field pod, CheckSettings settings, Findings findings) {
    if (settings.podSecurity().isPresent()) {
      PodSecurityCheck.check(pod, settings.podSecurity().get(), settings.version(), findings);
    }
  }

  private static void unknownKind(Field root, String apiVersion, String kind, Findings findings) {
    Field field = root.key("apiVersion");
    findings.add(
        new Finding(
            FaultType.NOT_SERVED,
            "apiVersion",
            "",
            "there is no "
                + kind
                + " in "
                + apiVersion
                + ", from Kubernetes "
                + KubernetesVersion.OLDEST
                + " to "
                + KubernetesVersion.NEWEST,
            field.place(),
            ""));
  }

  private static void notServed(
      Field root,
      SchemaTable.Kind kind,
      SchemaTable schemas,
      KubernetesVersion version,
      Findings findings) {
    Field apiVersion = root.key("apiVersion");
    boolean early = Integer.lowestOneBit(kind.versions()) > schemas.bits(version);
    String when =
        early
            ? "known since " + schemas.oldest(kind.versions())
            : "known until " + schemas.newest(kind.versions());
    findings.add(
        new Finding(
            FaultType.NOT_SERVED,
            "apiVersion",
            "",
            "Kubernetes "
                + version
                + " has no "
                + root.key("kind").text()
                + " in "
                + apiVersion.text()
                + " ("
                + when
                + ")",
            apiVersion.place(),
            ""));
  }

  private void schema(
      Field root, String type, int bits, KubernetesVersion version, Findings findings) {
    SchemaTable schemas = table();
    Value value = root.value();
    if (value == null) {
      return;
    }
    List<SchemaFault> faults = validator(schemas, bits).validate(value, type);
    if (!faults.isEmpty()) {
      synchronized (schemas) {
        boolean rulesKnown = type.equals(POD_TEMPLATE) || WorkloadCheck.knows(type.substring(2));
        new SchemaFindings(schemas, bits, version, root, type, rulesKnown).add(faults, findings);
      }
    }
  }

  /**
   * Puts findings into the order of the text, without those that only follow from a wrong type, or
   * that were said before.
   *
   * @param faults how many of them the schema found
   */
  private static List<Finding> ordered(List<Finding> found, int faults, CheckSettings settings) {
    List<Finding> kept = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Finding finding = found.get(i);
      boolean alpha = settings.allowAlpha() && finding.type() == FaultType.DROPPED;
      boolean ofRules = i >= faults && followsFrom(finding, found.subList(0, faults));
      boolean twice = i < faults && isSaidAgain(finding, found.subList(faults, found.size()));
      if (!alpha && !ofRules && !twice && !kept.contains(finding)) {
        kept.add(finding);
      }
    }
    if (kept.size() > 1) {
      kept.sort(Comparator.comparingInt(Checker::offset));
    }
    return kept;
  }

  private static int offset(Finding finding) {
    Location at = finding.at();
    return at == null ? 0 : at.span().start();
  }

  /** A value of another type, and everything below it, was not looked at. */
  private static boolean followsFrom(Finding finding, List<Finding> faults) {
    for (Finding fault : faults) {
      if (fault.type() == FaultType.WRONG_TYPE && isWithin(finding.path(), fault.path())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWithin(String path, String outer) {
    return path.startsWith(outer)
        && (path.length() == outer.length() || ".[".indexOf(path.charAt(outer.length())) >= 0);
  }

  /** The rules know more of a field that is missing. */
  private static boolean isSaidAgain(Finding fault, List<Finding> ofRules) {
    if (fault.type() != FaultType.REQUIRED) {
      return false;
    }
    for (Finding finding : ofRules) {
      if (finding.path().equals(fault.path()) && !finding.isWarning()) {
        return true;
      }
    }
    return false;
  }
}
