package dev.sidecarctl.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The log-collector says nothing that Fluent Bit does not know: it would stop at its start. The
 * program itself cannot be had here; these are the names that its source declares.
 */
class LogCollectorOptionsTest {
  private static final Set<String> OPTIONS =
      Set.of(
          "http_server",
          "http_listen",
          "http_port",
          "input",
          "filter",
          "output",
          "tag",
          "match",
          "prop");
  private static final Set<String> OF_EVERY_OUTPUT =
      Set.of("host", "port", "tls", "tls.verify", "retry_limit", "http_user", "http_passwd");
  private static final Map<String, Set<String>> PROPERTIES =
      Map.of(
          "tail",
          Set.of(
              "path",
              "path_key",
              "multiline.parser",
              "read_from_head",
              "refresh_interval",
              "skip_long_lines",
              "mem_buf_limit",
              "db"),
          "record_modifier",
          Set.of("record"),
          "es",
          Set.of("index", "suppress_type_name"),
          "opensearch",
          Set.of("index", "suppress_type_name"),
          "loki",
          Set.of("labels", "line_format"),
          "splunk",
          Set.of("event_index", "splunk_send_raw"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host=a",
        "host=a output=opensearch",
        "host=a output=loki port=3100 formatProperty=line_format=json indexProperty=labels=job=a,$pod",
        "host=a output=splunk port=8088 formatProperty=splunk_send_raw=off"
            + " indexProperty=event_index=a user=hec"
      })
  void saysWhatFluentBitKnows(String settings) {
    String plugin = "";
    List<String> plugins = new ArrayList<>();
    for (String argument : arguments(settings)) {
      assertThat(argument).startsWith("--");
      String[] option = argument.substring(2).split("=", 3);
      assertThat(OPTIONS).contains(option[0]);
      if (option[0].endsWith("put") || option[0].equals("filter")) {
        plugin = option[1];
        plugins.add(plugin);
      } else if (option[0].equals("prop")) {
        assertThat(option).as(argument).hasSize(3);
        assertThat(isKnown(plugin, option[1])).as(plugin + ": " + argument).isTrue();
      }
    }
    assertThat(plugins).hasSize(3).startsWith("tail", "record_modifier");
  }

  private static boolean isKnown(String plugin, String property) {
    boolean output = !plugin.equals("tail") && !plugin.equals("record_modifier");
    return PROPERTIES.get(plugin).contains(property)
        || (output && OF_EVERY_OUTPUT.contains(property));
  }

  private static List<String> arguments(String settings) {
    RenderedTemplate rendered =
        CatalogueTest.render("log-collector", Given.set(settings.split(" ")));
    return Texts.of(rendered.sidecars().get(0).value().sequence("args"));
  }
}
