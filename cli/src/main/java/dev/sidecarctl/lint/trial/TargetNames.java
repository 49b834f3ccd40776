package dev.sidecarctl.lint.trial;

import dev.sidecarctl.template.Glob;
import dev.sidecarctl.template.WrittenText;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of containers that a template's targets mean, so that a sample may have them. */
final class TargetNames {
  private static final String ITEM = "$(item)";
  private static final String FOR_EACH = "forEach";

  private final WrittenTemplate written;
  private final Map<String, String> values;

  /**
   * @param values of parameters
   */
  TargetNames(WrittenTemplate written, Map<String, String> values) {
    this.written = written;
    this.values = values;
  }

  /**
   * A name for each glob.
   *
   * @param list {@code containers} or {@code initContainers}
   */
  List<String> of(String list) {
    Set<String> names = new LinkedHashSet<>();
    for (Value target : written.spec().sequence("targets").items()) {
      if (target instanceof Value.Mapping mapping) {
        List<String> outer = elements(mapping.findText(FOR_EACH).orElse(""));
        for (String glob : globs(mapping.find(list).orElse(Value.nothing()), outer)) {
          names.add(fitting(glob));
        }
      }
    }
    names.remove("");
    return new ArrayList<>(names);
  }

  /**
   * @param elements what {@code $(item)} is
   */
  private List<String> globs(Value value, List<String> elements) {
    List<String> globs = new ArrayList<>();
    if (value instanceof Value.Sequence list) {
      list.items().forEach(item -> globs.addAll(globs(item, elements)));
    } else if (value instanceof Value.Mapping item) {
      List<String> own = elements(item.findText(FOR_EACH).orElse(""));
      globs.addAll(
          globs(item.find("value").orElse(Value.nothing()), own.isEmpty() ? elements : own));
    } else {
      String text = value.asText().orElse("");
      WrittenText references = WrittenText.of(text);
      String parameter = references.parameters().isEmpty() ? "" : references.parameters().get(0);
      if (references.isOneReference() && isList(parameter)) {
        globs.addAll(elements(parameter));
      } else {
        globs.addAll(filled(text, references, elements));
      }
    }
    return globs;
  }

  private List<String> filled(String text, WrittenText references, List<String> elements) {
    String filled = text;
    for (String parameter : references.parameters()) {
      String value = values.getOrDefault(parameter, "");
      filled = filled.replace(WrittenText.referenceTo(parameter), value);
    }
    if (!filled.contains(ITEM)) {
      return List.of(filled);
    }
    List<String> repeated = new ArrayList<>();
    for (String element : elements) {
      repeated.add(filled.replace(ITEM, element));
    }
    return repeated;
  }

  private boolean isList(String parameter) {
    Declared declared = written.parameters().get(parameter);
    return declared != null && declared.isList();
  }

  /** The elements of a list parameter. */
  private List<String> elements(String parameter) {
    String text = values.getOrDefault(parameter, "");
    if (!text.startsWith("[")) {
      return text.isEmpty() ? List.of() : List.of(text.split("\\s*,\\s*"));
    }
    List<String> elements = new ArrayList<>();
    Value list = YamlStream.of(new Source("list", text)).documents().get(0).value();
    for (Value item : ((Value.Sequence) list).items()) {
      elements.add(((Value.Scalar) item).text());
    }
    return elements;
  }

  /** A name that a glob means; empty where any will do, or none is easily found. */
  private static String fitting(String glob) {
    String name = glob.replace('*', 'a').replace('?', 'a');
    return !glob.equals("*") && Glob.matches(glob, name) ? name : "";
  }
}
