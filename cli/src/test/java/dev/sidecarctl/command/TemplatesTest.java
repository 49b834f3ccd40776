package dev.sidecarctl.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.inject.InjectionRequest;
import dev.sidecarctl.template.GivenValue;
import dev.sidecarctl.template.SidecarTemplate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TemplatesTest extends ToolFixture {

  @BeforeEach
  void someManifest() throws Exception {
    file("app.yaml", "plain\n");
  }

  @Test
  void aFilesTemplatesAreTakenInOrderEachOnce() throws Exception {
    file("two.yaml", TEMPLATE + "---\n" + TEMPLATE.replace("name: logger", "name: second"));

    run("inject", "app.yaml", "-t", "two.yaml", "-t", "./two.yaml", "-t", "two.yaml");
    run("inject", "app.yaml", "-t", "two.yaml", "-t", "two.yaml").ends(ExitStatus.DONE);

    assertThat(request().offer().templates())
        .extracting(SidecarTemplate::name)
        .containsExactly("logger", "second");
  }

  @Test
  void twoTemplatesOfOneNameAreRefused() throws Exception {
    file("u.yaml", TEMPLATE);

    inject("-t", "u.yaml", "app.yaml").isUsageError().says("two templates are named logger");
  }

  @Test
  void missingTemplateFiles() {
    run("inject", "app.yaml", "-t", "no.yaml").ends(ExitStatus.FAILED).prints("").says("no.yaml");
    run("inject", "app.yaml", "-t", "./no").ends(ExitStatus.FAILED).says("no such file");
    run("inject", "app.yaml", "-t", "./").ends(ExitStatus.FAILED).says("it is a folder");
  }

  @Test
  void aFileThatLooksLikeANameIsPointedOut() throws Exception {
    file("logger", TEMPLATE);

    run("inject", "app.yaml", "-t", "logger").isUsageError().says("say -t ./logger");
  }

  @Test
  void wrongTemplatesAreRefused() throws Exception {
    file("w.yaml", TEMPLATE.replace("sidecars", "sidecar"));

    run("inject", "app.yaml", "-t", "w.yaml")
        .ends(ExitStatus.REFUSED)
        .prints("")
        .says("--> w.yaml:");
  }

  @Test
  void nothingSaysWhatToInject() {
    run("inject", "app.yaml").isUsageError().says("no template", "-t", "sidecar-logger");
  }

  @Test
  void anAnnotationThatNamesATemplateIsEnough() throws Exception {
    file("app.yaml", "plain asks:whatever\n");

    run("inject", "app.yaml").ends(ExitStatus.DONE).prints("sidecar asks:whatever\n");
  }

  @Test
  void annotationsFindTheGivenTemplatesToo() throws Exception {
    inject("app.yaml");

    assertThat(request().offer().library().find("logger")).isPresent();
    assertThat(request().offer().library().find("no-such-thing")).isEmpty();
  }

  @Test
  void settingsReachTheEngine() throws Exception {
    inject("app.yaml", "--set", "port=8080", "--set", "logger.image=a=b", "--set", "port=81");

    Map<String, GivenValue> given =
        request().offer().given().forTemplate(request().offer().templates().get(0));
    assertThat(given.get("port").text()).isEqualTo("81");
    assertThat(given.get("image").text()).isEqualTo("a=b");
    assertThat(given.get("image").at().describe()).isEqualTo("--set logger.image");
  }

  @Test
  void settingsThatNameNothing() throws Exception {
    inject("app.yaml", "--set", "prt=1")
        .isUsageError()
        .says("none of logger has a parameter prt", "did you mean port?", "--> --set prt");
    inject("app.yaml", "--set", "logger.prt=1")
        .isUsageError()
        .says("the template logger has no parameter prt");
    inject("app.yaml", "--set", "loger.port=1").isUsageError().says("did you mean logger?");
  }

  @Test
  void settingsThatTheParameterDoesNotAdmit() throws Exception {
    inject("app.yaml", "--set", "port=high").isUsageError().says("--> --set port", "port=high");
  }

  @Test
  void theRequestCarriesVersionAndNamespace() throws Exception {
    inject("app.yaml", "-n", "shop", "--kubernetes-version", "v1.31.4-eks-1");

    assertThat(request().namespace()).isEqualTo("shop");
    assertThat(request().version().minor()).isEqualTo(31);
  }

  @Test
  void ejectTakesNamesAndFiles() throws Exception {
    file("t.yaml", TEMPLATE);

    run("eject", "app.yaml", "-t", "gone", "-t", "./t.yaml");

    assertThat(engine.ejections.get("app.yaml").templates()).containsExactly("gone", "logger");
  }

  private InjectionRequest request() {
    return engine.injections.get("app.yaml");
  }
}
