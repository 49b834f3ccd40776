package dev.sidecarctl.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.yaml.Value;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private final Catalogue catalogue = new Catalogue(CatalogueTest::resource);

  @Test
  void findsEveryTemplateUnderItsName() {
    for (String name : catalogue.names()) {
      SidecarTemplate template = catalogue.find(name).orElseThrow();
      assertThat(template.name()).isEqualTo(name);
      assertThat(template.version()).isNotEmpty();
      assertThat(template.description()).isNotEmpty();
      assertThat(template.at().describe()).startsWith("catalogue:" + name + ":");
    }
  }

  @Test
  void listsEveryFolderOfTheCatalogue() {
    String[] folders = new File("../templates").list((folder, name) -> !name.contains("."));
    assertThat(catalogue.names()).isEqualTo(Stream.of(folders).sorted().toList());
  }

  @Test
  void findsNothingElse() {
    assertThat(catalogue.find("nothing")).isEmpty();
    assertThat(catalogue.find("../templates/sidecar-logger")).isEmpty();
  }

  @Test
  void loggerTakesItsFileAsAnArgument() {
    Map<String, GivenValue> values = Given.set("logFile=x; rm -rf $HOME", "logPath=/logs");
    RenderedTemplate rendered = render(values);
    Value.Mapping logger = rendered.sidecars().get(0).value();
    assertThat(logger.sequence("args").items())
        .containsExactly(Value.text("/logs/x; rm -rf $HOME"));
    assertThat(logger.sequence("command").items().get(2).asText().orElseThrow())
        .doesNotContain("rm -rf");
    assertThat(logger.mapping("securityContext").find("runAsUser"))
        .contains(new Value.Scalar(Value.Kind.INTEGER, "65534", null));
  }

  /** The sidecar-logger as a Pod of one container gets it. */
  static RenderedTemplate render(Map<String, GivenValue> values) {
    return render("sidecar-logger", values);
  }

  /** A template of the catalogue as a Pod of one container gets it. */
  static RenderedTemplate render(String name, Map<String, GivenValue> values) {
    Workload workload =
        Given.workload("{apiVersion: v1, kind: Pod, spec: {containers: [{name: a, image: b}]}}");
    return new Catalogue(CatalogueTest::resource)
        .find(name)
        .orElseThrow()
        .render(values, Map.of(), Given.context(workload, ""));
  }

  static String resource(String path) {
    try (InputStream resource =
        Objects.requireNonNull(CatalogueTest.class.getResourceAsStream(path), path)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
