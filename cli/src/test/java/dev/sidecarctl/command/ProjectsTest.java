package dev.sidecarctl.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.template.ConflictPolicies;
import dev.sidecarctl.template.ConflictPolicy;
import dev.sidecarctl.template.SidecarTemplate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the cases of {@code testdata/command} cannot lay out, or cannot see. */
class ProjectsTest extends ToolFixture {
  private static final String CONFIGURATION =
      """
      apiVersion: sidecarctl.dev/v1
      kind: Configuration
      templates: [./t.yaml]
      """;

  @BeforeEach
  void someTemplate() throws Exception {
    file("t.yaml", TEMPLATE);
    file("app.yaml", "plain\n");
  }

  @Test
  void theSearchStopsAtTheTopOfTheRepository() throws Exception {
    file(".sidecarctl.yaml", CONFIGURATION);
    file("inner/k8s/app.yaml", "plain\n");

    run("inject", "inner/k8s/app.yaml").ends(ExitStatus.DONE);
    Files.createDirectory(folder.resolve("inner/.git"));
    run("inject", "inner/k8s/app.yaml").isUsageError().says("no template");
    file("inner/.sidecarctl.yaml", CONFIGURATION.replace("./t.yaml", "sidecar-logger"));
    run("inject", "inner/k8s/app.yaml").ends(ExitStatus.DONE);
  }

  @Test
  void aTemplateBesideTheRepositoryIsOutsideOfIt() throws Exception {
    Files.createDirectory(folder.resolve(".git"));
    file("k8s/.sidecarctl.yaml", CONFIGURATION.replace("./t.yaml", "../../t.yaml"));
    file("k8s/app.yaml", "plain\n");

    run("inject", "k8s/app.yaml")
        .ends(ExitStatus.REFUSED)
        .says("error[configuration-path]", "--> k8s/.sidecarctl.yaml:3:13");
  }

  @Test
  void withoutARepositoryNothingIsLeft() throws Exception {
    file("k8s/.sidecarctl.yaml", CONFIGURATION.replace("./t.yaml", "../t.yaml"));
    file("k8s/app.yaml", "plain\n");

    run("inject", "k8s/app.yaml").ends(ExitStatus.DONE);
  }

  @Test
  void aLinkFollowsTheConfigurationOfWhatItLeadsTo() throws Exception {
    file("real/.sidecarctl.yaml", CONFIGURATION.replace("./t.yaml", "../t.yaml"));
    Path real = file("real/app.yaml", "plain\n");
    Files.createSymbolicLink(folder.resolve("link.yaml"), real);

    run("inject", "-v", "link.yaml")
        .ends(ExitStatus.DONE)
        .says("sidecarctl: real/.sidecarctl.yaml counts for link.yaml\n");
  }

  @Test
  void excludedFilesAreNotReadInPlace() throws Exception {
    file(".sidecarctl.yaml", CONFIGURATION + "exclude: ['*.bin.yaml']\n");
    Files.write(folder.resolve("a.bin.yaml"), new byte[] {(byte) 0xff, 0});

    run("inject", "-i", "a.bin.yaml", "app.yaml").ends(ExitStatus.DONE);
    assertThat(Files.readAllBytes(folder.resolve("a.bin.yaml"))).hasSize(2);
    run("inject", "a.bin.yaml").ends(ExitStatus.REFUSED).says("error[not-utf8]");
  }

  @Test
  void anExcludedFileNeedsNoTemplate() throws Exception {
    file(".sidecarctl.yaml", CONFIGURATION.replace("templates: [./t.yaml]", "exclude: [app.yaml]"));

    run("inject", "app.yaml").ends(ExitStatus.DONE).prints("plain\n");
  }

  @Test
  void policiesOfTheCommandLineLieOverThoseOfTheConfiguration() throws Exception {
    String policies = "onConflict: {default: keep, volume-conflict: replace}\n";
    file(".sidecarctl.yaml", CONFIGURATION + policies);

    run("inject", "app.yaml");
    assertThat(policies().of(Code.VOLUME_CONFLICT)).contains(ConflictPolicy.REPLACE);
    assertThat(policies().of(Code.FIELD_CONFLICT)).contains(ConflictPolicy.KEEP);
    run("inject", "app.yaml", "--on-conflict", "field-conflict=fail");
    assertThat(policies().of(Code.VOLUME_CONFLICT)).contains(ConflictPolicy.REPLACE);
    assertThat(policies().of(Code.FIELD_CONFLICT)).contains(ConflictPolicy.FAIL);
    run("inject", "app.yaml", "--on-conflict", "fail", "--on-conflict", "env-conflict=keep");
    assertThat(policies().of(Code.VOLUME_CONFLICT)).contains(ConflictPolicy.FAIL);
    assertThat(policies().of(Code.ENV_CONFLICT)).contains(ConflictPolicy.KEEP);
    run("eject", "app.yaml", "--on-conflict", "volume-conflict=keep");
    ConflictPolicies ejecting = engine.ejections.get("app.yaml").policies();
    assertThat(ejecting.of(Code.VOLUME_CONFLICT)).contains(ConflictPolicy.KEEP);
    assertThat(ejecting.of(Code.FIELD_CONFLICT)).contains(ConflictPolicy.KEEP);
  }

  @Test
  void warningsAsErrorsNeedNoConfiguration() throws Exception {
    file("empty/readme.txt", "");

    run("inject", "empty", "-t", "./t.yaml").ends(ExitStatus.DONE).says("warning[empty-folder]");
    run("inject", "empty", "-t", "./t.yaml", "--warnings-as-errors")
        .ends(ExitStatus.REFUSED)
        .says("error[empty-folder]");
  }

  @Test
  void onePolicyForAllConflicts() throws Exception {
    file(".sidecarctl.yaml", CONFIGURATION + "onConflict: replace\n");

    run("inject", "app.yaml");
    assertThat(policies().of(Code.VOLUME_CONFLICT)).contains(ConflictPolicy.REPLACE);
  }

  @Test
  void ejectNeedsNoTemplates() throws Exception {
    file(".sidecarctl.yaml", CONFIGURATION.replace("./t.yaml", "./gone.yaml"));
    file("app.yaml", "sidecar\n");

    run("eject", "app.yaml").ends(ExitStatus.DONE).prints("plain\n");
    run("inject", "app.yaml").ends(ExitStatus.FAILED).says("cannot read gone.yaml");
    run("inject", "app.yaml", "-t", "./t.yaml").ends(ExitStatus.DONE);
  }

  @Test
  void settingsAreForTheTemplatesOfAllProjects() throws Exception {
    file("one/.sidecarctl.yaml", CONFIGURATION.replace("./t.yaml", "../t.yaml"));
    file("two/.sidecarctl.yaml", CONFIGURATION.replace("./t.yaml", "sidecar-logger"));
    file("one/app.yaml", "plain\n");
    file("two/app.yaml", "plain\n");

    run("inject", "one/app.yaml", "two/app.yaml", "--set", "port=81").ends(ExitStatus.DONE);
    run("inject", "two/app.yaml", "--set", "port=81").isUsageError().says("--> --set port");
  }

  @Test
  void theConfigurationGivesTemplatesInItsOrder() throws Exception {
    file("u.yaml", TEMPLATE.replace("name: logger", "name: second"));
    file(".sidecarctl.yaml", CONFIGURATION.replace("./t.yaml", "u.yaml, sidecar-logger, t.yaml"));

    run("inject", "app.yaml").ends(ExitStatus.DONE);
    List<SidecarTemplate> templates = engine.injections.get("app.yaml").offer().templates();
    assertThat(templates)
        .extracting(SidecarTemplate::name)
        .containsExactly("second", "sidecar-logger", "logger");
  }

  @Test
  void whatConfigPrintsIsAConfiguration() throws Exception {
    String text = CONFIGURATION + "images: {docker.io: mirror.example}\nwarnings: {drift: off}\n";
    file("k8s/.sidecarctl.yaml", text.replace("./t.yaml", "../t.yaml"));
    String printed = run("config", "k8s").ends(ExitStatus.DONE).out();

    file("k8s/.sidecarctl.yaml", printed);
    String again = run("config", "k8s").ends(ExitStatus.DONE).out();
    assertThat(again.replaceAll(" # .*", "")).isEqualTo(printed.replaceAll(" # .*", ""));
  }

  private ConflictPolicies policies() {
    return engine.injections.get("app.yaml").policies();
  }
}
