package dev.sidecarctl.command.lookup;

import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.template.GivenValue;
import dev.sidecarctl.template.GivenValues;
import dev.sidecarctl.template.ParameterAssignment;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all {@code --set} of a run say. Of two that name the same, the last counts. */
public final class Settings {
  /** By parameter, under the template's name; under the empty name where none is given. */
  private final Map<String, Map<String, GivenValue>> values = new LinkedHashMap<>();

  /**
   * Takes the arguments apart.
   *
   * @throws StoppedException when one of them is no assignment
   */
  public static Settings of(List<String> arguments) {
    Settings settings = new Settings();
    for (String argument : arguments) {
      ParameterAssignment set =
          ParameterAssignment.parse(argument)
              .orElseThrow(
                  () ->
                      StoppedException.usage(
                          "--set " + argument + " sets nothing",
                          "say --set PARAMETER=VALUE or --set TEMPLATE.PARAMETER=VALUE"));
      String name = argument.substring(0, argument.length() - set.value().length() - 1);
      Span value = new Span(name.length() + 1, argument.length());
      Location at = new Location(new Source("--set " + name, argument), value);
      settings
          .values
          .computeIfAbsent(set.template(), key -> new LinkedHashMap<>())
          .put(set.parameter(), new GivenValue(set.value(), at));
    }
    return settings;
  }

  /** What is wrong with the values that a template is given. */
  public List<Diagnostic> refusals(SidecarTemplate template) {
    List<Diagnostic> refusals = new ArrayList<>();
    check(template, "", refusals);
    check(template, template.name(), refusals);
    return refusals;
  }

  private void check(SidecarTemplate template, String name, List<Diagnostic> refusals) {
    Map<String, GivenValue> given = values.getOrDefault(name, Map.of());
    for (Map.Entry<String, GivenValue> value : given.entrySet()) {
      if (template.hasParameter(value.getKey())) {
        template.admits(value.getKey(), value.getValue()).ifPresent(refusals::add);
      }
    }
  }

  /** The values, for those who are given them. */
  public GivenValues given() {
    return GivenValues.of(values);
  }

  /** A complaint for each setting that none of the templates has use for. */
  public List<Diagnostic> unused(Collection<SidecarTemplate> templates) {
    List<Diagnostic> unused = new ArrayList<>();
    for (Map.Entry<String, Map<String, GivenValue>> voice : values.entrySet()) {
      String name = voice.getKey();
      for (Map.Entry<String, GivenValue> value : voice.getValue().entrySet()) {
        if (!isUsed(name, value.getKey(), templates)) {
          unused.add(complaint(name, value.getKey(), value.getValue().at(), templates));
        }
      }
    }
    return unused;
  }

  private static boolean isUsed(
      String name, String parameter, Collection<SidecarTemplate> templates) {
    for (SidecarTemplate template : templates) {
      boolean meant = name.isEmpty() || name.equals(template.name());
      if (meant && template.hasParameter(parameter)) {
        return true;
      }
    }
    return false;
  }

  private static Diagnostic complaint(
      String name, String parameter, Location value, Collection<SidecarTemplate> templates) {
    List<String> names = new ArrayList<>();
    List<String> parameters = new ArrayList<>();
    for (SidecarTemplate template : templates) {
      names.add(template.name());
      if (name.isEmpty() || name.equals(template.name())) {
        parameters.addAll(template.parameterNames());
      }
    }
    Location at = new Location(value.source(), new Span(0, value.span().start() - 1));
    if (!name.isEmpty() && !names.contains(name)) {
      String message = "no template " + name + " is injected, so that it has no parameter to set";
      return Diagnostic.error(Code.TEMPLATE_UNKNOWN, message, at)
          .helping(names.isEmpty() ? "name it with -t" : NearestWord.help(name, names));
    }
    String owner = templates.isEmpty() ? "no template" : "none of " + String.join(", ", names);
    String message =
        name.isEmpty()
            ? owner + " has a parameter " + parameter
            : "the template " + name + " has no parameter " + parameter;
    return Diagnostic.error(Code.PARAMETER_UNKNOWN, message, at)
        .helping(parameters.isEmpty() ? "" : NearestWord.help(parameter, parameters));
  }
}
