package dev.sidecarctl.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values that are given for parameters outside template and workload: by {@code --set}, by the
 * project. Immutable. A stronger voice may be laid over a weaker one.
 */
public final class GivenValues {
  private static final String EVERY_TEMPLATE = "";
  private static final GivenValues NONE = new GivenValues(List.of());

  /** By parameter under the template's name; the weakest voice first. */
  private final List<Map<String, Map<String, GivenValue>>> voices;

  private GivenValues(List<Map<String, Map<String, GivenValue>>> voices) {
    this.voices = List.copyOf(voices);
  }

  /** Nobody gives anything. */
  public static GivenValues none() {
    return NONE;
  }

  /**
   * What one voice gives.
   *
   * @param values by parameter under the template's name, or under the empty name for every
   *     template that has such a parameter
   */
  public static GivenValues of(Map<String, Map<String, GivenValue>> values) {
    return new GivenValues(List.of(values));
  }

  /** These, and where they give nothing, the weaker ones. */
  public GivenValues over(GivenValues weaker) {
    List<Map<String, Map<String, GivenValue>>> all = new ArrayList<>(weaker.voices);
    all.addAll(voices);
    return new GivenValues(all);
  }

  /**
   * The values for one template, by parameter. Within a voice those for this template count before
   * those for every template.
   */
  public Map<String, GivenValue> forTemplate(SidecarTemplate template) {
    Map<String, GivenValue> values = new LinkedHashMap<>();
    for (Map<String, Map<String, GivenValue>> voice : voices) {
      Map<String, GivenValue> general = voice.getOrDefault(EVERY_TEMPLATE, Map.of());
      for (Map.Entry<String, GivenValue> value : general.entrySet()) {
        if (template.hasParameter(value.getKey())) {
          values.put(value.getKey(), value.getValue());
        }
      }
      values.putAll(voice.getOrDefault(template.name(), Map.of()));
    }
    return values;
  }
}
