package dev.sidecarctl.lint.trial;

import dev.sidecarctl.template.Glob;
import dev.sidecarctl.template.WrittenText;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of containers that a template's targets mean, so that a sample may have them. */
final class TargetNames {
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
        for (Value glob : mapping.sequence(list).items()) {
          glob.asText().ifPresent(text -> names.add(fitting(filled(text))));
        }
      }
    }
    names.remove("");
    return new ArrayList<>(names);
  }

  private String filled(String text) {
    String filled = text;
    for (String parameter : WrittenText.of(text).parameters()) {
      filled =
          filled.replace(WrittenText.referenceTo(parameter), values.getOrDefault(parameter, ""));
    }
    return filled;
  }

  /** A name that a glob means; empty where any will do, or none is easily found. */
  private static String fitting(String glob) {
    String name = glob.replace('*', 'a').replace('?', 'a');
    return !glob.equals("*") && Glob.matches(glob, name) ? name : "";
  }
}
