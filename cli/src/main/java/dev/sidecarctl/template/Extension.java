package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.template.TemplateContext.Base;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows {@code extends} from template to template, and lays each over the one that it extends.
 */
final class Extension {
  /** The key that names another template. */
  static final String EXTENDS = "extends";

  private final List<Step> chain = new ArrayList<>();

  /** A template on the way. */
  private record Step(Source source, Value.Mapping document) {
    String name() {
      return nameOf(document);
    }

    boolean is(Step other) {
      return source.text().equals(other.source.text()) && name().equals(other.name());
    }
  }

  private Extension() {}

  /**
   * The template as a whole: what it says itself, over what it extends.
   *
   * @throws RefusedException where there is no such template, it is broken, or extends this one
   */
  static Value.Mapping whole(Source source, Value.Mapping document, TemplateContext context) {
    return new Extension().laid(new Step(source, document), context);
  }

  private Value.Mapping laid(Step step, TemplateContext context) {
    Value.Mapping document = step.document();
    Optional<Value> word = document.mapping("spec").find(EXTENDS);
    if (word.isEmpty() || word.get().asText().isEmpty()) {
      return document;
    }
    Location at = word.get().origin().orElseThrow();
    chain.add(step);
    Base base = base(word.get().asText().get(), at, step, context);
    Step next = new Step(base.source(), document(base, at));
    refuseCycle(next, at);
    Value.Mapping below = laid(next, base.context());
    return document.with("spec", Overlay.lay(document.mapping("spec"), below.mapping("spec")));
  }

  /** A name means a template of the same file first. */
  private static Base base(String word, Location at, Step step, TemplateContext context) {
    if (word.isEmpty()) {
      throw refused(Code.TEMPLATE_VALUE, "extends names no template", at, "name one, or a file");
    }
    boolean beside = !word.equals(step.name()) && names(step.source()).contains(word);
    return beside
        ? new Base(step.source(), Optional.of(word), context)
        : context.base(word, at, step.name());
  }

  private static Value.Mapping document(Base base, Location at) {
    List<Value.Mapping> found = new ArrayList<>();
    for (Value.Mapping template : documents(base.source())) {
      if (base.name().isEmpty() || base.name().get().equals(nameOf(template))) {
        found.add(template);
      }
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    String file = base.source().name();
    if (found.isEmpty()) {
      throw refused(
          Code.TEMPLATE_EMPTY, file + " holds no SidecarTemplate", at, "name another file");
    }
    String names = String.join(", ", names(base.source()));
    throw refused(
        Code.TEMPLATE_VALUE,
        file + " holds several templates: " + names,
        at,
        "put the one that is meant into a file of its own");
  }

  private void refuseCycle(Step next, Location at) {
    for (int i = 0; i < chain.size(); i++) {
      if (chain.get(i).is(next)) {
        List<String> members = new ArrayList<>();
        chain.subList(i, chain.size()).forEach(member -> members.add(member.name()));
        members.add(next.name());
        throw refused(
            Code.TEMPLATE_CYCLE,
            "templates extend each other: " + String.join(" -> ", members),
            at,
            "let one of them extend another template, or none");
      }
    }
  }

  /** The templates of a file, as they are written. */
  private static List<Value.Mapping> documents(Source source) {
    List<Value.Mapping> templates = new ArrayList<>();
    for (YamlDocument document : YamlStream.of(source).documents()) {
      if (!document.isEmpty()
          && document.value() instanceof Value.Mapping mapping
          && SidecarTemplate.isTemplate(mapping)) {
        List<Diagnostic> duplicates = document.duplicateKeys();
        if (!duplicates.isEmpty()) {
          throw new RefusedException(duplicates);
        }
        templates.add(mapping);
      }
    }
    return templates;
  }

  /** The names of the templates of a file; none where it cannot be read. */
  static List<String> names(Source source) {
    List<String> names = new ArrayList<>();
    try {
      documents(source).forEach(template -> names.add(nameOf(template)));
    } catch (RefusedException e) {
      // Whoever reads the file for its own sake tells what is wrong with it.
    }
    return names;
  }

  private static String nameOf(Value.Mapping document) {
    return document.mapping("metadata").findText("name").orElse("");
  }

  private static RefusedException refused(Code code, String message, Location at, String help) {
    return new RefusedException(Diagnostic.error(code, message, at).helping(help));
  }
}
