package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.kubernetes.Names;
import dev.sidecarctl.kubernetes.TypeWords;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the templates of a file and collects everything that is wrong with them. */
final class TemplateReader {
  static final String API_VERSION = "sidecarctl.dev/v1";
  static final String KIND = "SidecarTemplate";

  private final Source source;
  private final TemplateContext context;
  private final Problems problems = new Problems();
  private final List<SidecarTemplate> templates = new ArrayList<>();
  private boolean any;

  private TemplateReader(Source source, TemplateContext context) {
    this.source = source;
    this.context = context;
  }

  /**
   * @throws RefusedException with everything that is wrong
   */
  static List<SidecarTemplate> read(Source source, TemplateContext context) {
    TemplateReader reader = new TemplateReader(source, context);
    for (YamlDocument document : YamlStream.of(source).documents()) {
      if (!document.isEmpty()) {
        reader.any = true;
        reader.readDocument(document);
      }
    }
    reader.checkNames();
    reader.problems.throwIfAny();
    return List.copyOf(reader.templates);
  }

  /**
   * @throws RefusedException with everything that is wrong
   */
  static SidecarTemplate read(Source source, Value document, TemplateContext context) {
    TemplateReader reader = new TemplateReader(source, context);
    if (reader.isTemplate(document)) {
      reader.readWhole((Value.Mapping) document);
    }
    reader.problems.throwIfAny();
    return reader.templates.get(0);
  }

  private void readDocument(YamlDocument document) {
    try {
      Value value = document.value();
      problems.addAll(document.duplicateKeys());
      if (isTemplate(value)) {
        readWhole((Value.Mapping) value);
      }
    } catch (RefusedException e) {
      problems.addAll(e.diagnostics());
    }
  }

  private boolean isTemplate(Value value) {
    if (!(value instanceof Value.Mapping mapping)) {
      problems.add(
          Code.TEMPLATE_KIND,
          "the document is " + TypeWords.of(value) + ", no " + KIND,
          value,
          "a template begins with apiVersion: " + API_VERSION + " and kind: " + KIND);
      return false;
    }
    boolean version = hasHead(mapping, "apiVersion", API_VERSION);
    return hasHead(mapping, "kind", KIND) && version;
  }

  private boolean hasHead(Value.Mapping mapping, String key, String wanted) {
    Optional<Value> found = mapping.find(key);
    if (found.isEmpty()) {
      problems.add(
          Code.TEMPLATE_MISSING_KEY,
          "the document has no " + key,
          mapping,
          "a template has " + key + ": " + wanted);
      return false;
    }
    String text = found.get().asText().orElse("");
    if (text.equals(wanted)) {
      return true;
    }
    boolean near = NearestWord.of(text, List.of(wanted)).isPresent();
    problems.add(
        Code.TEMPLATE_KIND,
        "the document's "
            + key
            + " is "
            + (text.isEmpty() ? "no string" : text)
            + ", where "
            + wanted
            + " is due",
        found.get(),
        near ? "did you mean " + wanted + "?" : "give a file that holds templates alone");
    return false;
  }

  /** A template that is for other versions of this program may look in any way. */
  private void readWhole(Value.Mapping document) {
    Value.Mapping whole = Extension.whole(source, document, context);
    ToolRequirement requirement = new ToolRequirement(context, problems);
    int before = problems.count();
    Optional<Value> extended = document.mapping("spec").find(Extension.EXTENDS);
    if (requirement.holds(document) && (extended.isEmpty() || requirement.holds(whole))) {
      readTemplate(whole);
    }
    if (extended.isPresent()) {
      problems.noteForeign(before, source, at(extended.get()), "it is extended here");
    }
  }

  private void readTemplate(Value.Mapping document) {
    int before = problems.count();
    Value.Mapping spec = document.mapping("spec");
    Map<String, Parameter> parameters =
        new ParameterReader(problems).read(spec.sequence("parameters"));
    ReferenceCheck references = new ReferenceCheck(parameters, problems);
    new FormatCheck(references, new ConditionCheck(parameters, problems), problems).check(document);
    Value.Mapping metadata = document.mapping("metadata");
    checkTemplateName(metadata);
    TemplateParts parts = TemplateParts.of(spec);
    new PartsCheck(problems).check(spec, parts);
    templates.add(
        new SidecarTemplate(
            metadata.findText("name").orElse(""),
            spec.findText("version").orElse(""),
            spec.findText("description").orElse(""),
            at(metadata.find("name").orElse(document)),
            new MatchReader(problems).read(spec.mapping("match")),
            parameters,
            isTrue(spec.mapping("requires").find("podNetwork")),
            spec.mapping("requires").findText("os").orElse("linux"),
            parts,
            !references.workloadMatters(),
            document));
    // What is wrong with a part is said already.
    if (!parts.addsSomething() && spec.entries().size() > 0 && problems.count() == before) {
      problems.add(
          Code.TEMPLATE_EMPTY,
          "the template adds nothing to a pod",
          document.keyOrigin("spec"),
          "give it sidecars, containers, initContainers, volumes, targets or pod");
    }
  }

  private void checkTemplateName(Value.Mapping metadata) {
    Optional<String> name = metadata.findText("name");
    if (name.isPresent()) {
      List<String> reasons = Names.label(name.get());
      if (!reasons.isEmpty()) {
        problems.add(
            Code.TEMPLATE_NAME,
            "template name \"" + name.get() + "\": " + String.join("; ", reasons),
            metadata.find("name").orElse(metadata),
            "");
      }
    }
  }

  private void checkNames() {
    Location start = new Location(source, Span.at(0));
    if (!any) {
      problems.add(
          Code.TEMPLATE_EMPTY,
          "the file holds no " + KIND,
          Optional.of(start),
          "a template begins with apiVersion: " + API_VERSION + " and kind: " + KIND);
    }
    Set<String> names = new HashSet<>();
    for (SidecarTemplate template : templates) {
      if (!names.add(template.name()) && !template.name().isEmpty()) {
        problems.add(
            Code.TEMPLATE_DUPLICATE,
            "the file holds two templates of the name " + template.name(),
            Optional.of(template.at()),
            "rename one of the two");
      }
    }
  }

  private Location at(Value value) {
    return value.origin().orElse(new Location(source, Span.at(0)));
  }

  private static boolean isTrue(Optional<Value> value) {
    return value.isPresent()
        && value.get() instanceof Value.Scalar scalar
        && scalar.text().equals("true");
  }
}
