package dev.sidecarctl.project;

import dev.sidecarctl.check.CheckLevel;
import dev.sidecarctl.check.security.PodSecurityLevel;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.kubernetes.TypeWords;
import dev.sidecarctl.template.Glob;
import dev.sidecarctl.template.Problems;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a configuration and collects everything that is wrong with it. */
final class ConfigurationReader {
  static final List<String> KNOWN =
      List.of(
          "apiVersion",
          "kind",
          "metadata",
          "argsOneLiner",
          "argsFromFile",
          "templates",
          "parameters",
          "workloads",
          "kubernetesVersion",
          "onConflict",
          "warnings",
          "exclude",
          "excludeContainers",
          "images",
          "validate",
          "podSecurity");

  private static final String BEGINNING =
      "a configuration begins with apiVersion: "
          + Configuration.API_VERSION
          + " and kind: "
          + Configuration.KIND;

  private final Source source;
  private final Problems problems = new Problems();
  private final Keys keys;

  private ConfigurationReader(Source source) {
    this.source = source;
    this.keys = new Keys(source, problems);
  }

  static Configuration read(Source source) {
    ConfigurationReader reader = new ConfigurationReader(source);
    return reader.read(reader.root());
  }

  static Configuration read(Source source, Value.Mapping root) {
    return new ConfigurationReader(source).read(root);
  }

  private Configuration read(Value.Mapping root) {
    checkHead(root, "apiVersion", Configuration.API_VERSION);
    checkHead(root, "kind", Configuration.KIND);
    keys.checkKnown(root, "the configuration", KNOWN);
    RulesReader rules = new RulesReader(keys);
    Configuration configuration =
        new Configuration(
            source,
            templates(root),
            parameters(root),
            new WorkloadsReader(keys).read(root),
            version(root),
            rules.onConflict(root),
            rules.warnings(root),
            exclude(root),
            excludeContainers(root),
            images(root),
            word(root, "validate", CheckLevel.WORDS, CheckLevel::of),
            word(root, "podSecurity", PodSecurityLevel.WORDS, PodSecurityLevel::of));
    problems.throwIfAny();
    return configuration;
  }

  /** The only document, if its head is as it should be. */
  private Value.Mapping root() {
    List<YamlDocument> documents = new ArrayList<>();
    for (YamlDocument document : YamlStream.of(source).documents()) {
      if (!document.isEmpty()) {
        documents.add(document);
      }
    }
    if (documents.isEmpty()) {
      problems.add(
          Code.CONFIGURATION_KIND,
          "the file holds no " + Configuration.KIND,
          Optional.of(keys.start()),
          BEGINNING);
      problems.throwIfAny();
    }
    Value value = documents.get(0).value();
    problems.addAll(documents.get(0).duplicateKeys());
    if (documents.size() > 1) {
      problems.add(
          Code.CONFIGURATION_KIND,
          "the file holds a second document",
          documents.get(1).value(),
          "a project has one configuration: join the two");
    }
    if (!(value instanceof Value.Mapping root)) {
      problems.add(
          Code.CONFIGURATION_KIND,
          "the document is " + TypeWords.of(value) + ", no " + Configuration.KIND,
          value,
          BEGINNING);
      problems.throwIfAny();
      throw new IllegalStateException("unreachable");
    }
    return root;
  }

  private void checkHead(Value.Mapping root, String key, String wanted) {
    Optional<Value> found = keys.find(root, key);
    if (found.isEmpty()) {
      problems.add(
          Code.CONFIGURATION_MISSING_KEY, "the configuration has no " + key, root, BEGINNING);
      return;
    }
    String text = found.get().asText().orElse("");
    if (!text.equals(wanted)) {
      String is = text.isEmpty() ? TypeWords.of(found.get()) : text;
      problems.add(
          Code.CONFIGURATION_KIND,
          "the configuration's " + key + " is " + is + ", where " + wanted + " is due",
          found.get(),
          NearestWord.of(text, List.of(wanted)).isPresent()
              ? "did you mean " + wanted + "?"
              : BEGINNING);
    }
  }

  private Optional<List<Placed<String>>> templates(Value.Mapping root) {
    if (keys.find(root, "templates").isEmpty()) {
      return Optional.empty();
    }
    List<Placed<String>> templates = keys.texts(root, "templates");
    Map<String, Location> seen = new HashMap<>();
    for (Placed<String> template : templates) {
      String text = template.value();
      String same = text.startsWith("./") ? text.substring(2) : text;
      Location first = seen.putIfAbsent(same, template.at());
      if (first != null) {
        problems.add(Repeated.of("template " + text + " is listed twice", template.at(), first));
      }
    }
    return Optional.of(templates);
  }

  private Value.Mapping parameters(Value.Mapping root) {
    Value.Mapping all = keys.mapping(root, "parameters", "parameters");
    for (String template : all.entries().keySet()) {
      String path = "parameters." + template;
      Value.Mapping values = keys.mapping(all, template, path);
      values
          .entries()
          .forEach(
              (name, value) -> {
                if (value instanceof Value.Mapping || value.isNull()) {
                  keys.complain(value, path + "." + name, "a string, number, boolean or list");
                }
              });
    }
    return all;
  }

  private Optional<Placed<KubernetesVersion>> version(Value.Mapping root) {
    Optional<Value> value = keys.find(root, "kubernetesVersion");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!(value.get() instanceof Value.Scalar scalar)) {
      keys.complain(value.get(), "kubernetesVersion", "a version");
      return Optional.empty();
    }
    // 1.30 without quotes is the number 1.3: what counts is what stands there.
    String text = scalar.kind() == Value.Kind.STRING ? scalar.text() : written(scalar);
    Optional<KubernetesVersion> version = KubernetesVersion.parse(text);
    if (version.isEmpty()) {
      problems.add(
          Code.CONFIGURATION_VALUE,
          "\"" + text + "\" is no version from " + KubernetesVersion.OLDEST + " on",
          scalar,
          "say it like \"1.31\" or v1.31.4");
    }
    return version.map(found -> new Placed<>(found, keys.at(scalar)));
  }

  /** One of a few words. */
  private <T> Optional<Placed<T>> word(
      Value.Mapping root, String key, List<String> words, Function<String, Optional<T>> reader) {
    Optional<Value> value = keys.find(root, key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<Placed<String>> text = keys.text(value.get(), key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> found = reader.apply(text.get().value());
    if (found.isEmpty()) {
      problems.add(
          Code.CONFIGURATION_VALUE,
          key + " is " + String.join(", ", words) + ", not " + text.get().value(),
          value.get(),
          NearestWord.help(text.get().value(), words));
    }
    return found.map(result -> new Placed<>(result, text.get().at()));
  }

  private String written(Value.Scalar scalar) {
    Location at = keys.at(scalar);
    return at.source().text().substring(at.span().start(), at.span().end());
  }

  private List<Placed<PathGlob>> exclude(Value.Mapping root) {
    List<Placed<PathGlob>> globs = new ArrayList<>();
    for (Placed<String> item : keys.texts(root, "exclude")) {
      Optional<String> problem = PathGlob.problem(item.value());
      if (problem.isPresent()) {
        String message = "\"" + item.value() + "\" matches no path";
        problems.add(Code.CONFIGURATION_VALUE, message, Optional.of(item.at()), problem.get());
      } else {
        globs.add(new Placed<>(new PathGlob(item.value()), item.at()));
      }
    }
    return globs;
  }

  private List<Placed<String>> excludeContainers(Value.Mapping root) {
    List<Placed<String>> globs = keys.texts(root, "excludeContainers");
    for (Placed<String> glob : globs) {
      if (!Glob.isWellFormed(glob.value())) {
        String message = "\"" + glob.value() + "\" matches no name";
        problems.add(
            Code.CONFIGURATION_VALUE, message, Optional.of(glob.at()), "close the bracket");
      }
    }
    return globs;
  }

  private Map<String, Placed<String>> images(Value.Mapping root) {
    Map<String, Placed<String>> images = new LinkedHashMap<>();
    Value.Mapping all = keys.mapping(root, "images", "images");
    all.entries()
        .forEach(
            (prefix, value) -> {
              String from = withoutSlashes(prefix);
              Optional<Placed<String>> to = keys.text(value, "images[" + prefix + "]");
              if (from.isEmpty()) {
                problems.add(
                    Code.CONFIGURATION_VALUE,
                    "an image's prefix is empty",
                    Optional.of(keys.at(all, prefix)),
                    "write a registry or more, as in docker.io/library");
              } else if (to.isPresent()) {
                images.put(from, new Placed<>(withoutSlashes(to.get().value()), to.get().at()));
              }
            });
    return images;
  }

  private static String withoutSlashes(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '/') {
      end--;
    }
    return text.substring(0, end);
  }
}
