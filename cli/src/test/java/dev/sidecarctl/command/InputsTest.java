package dev.sidecarctl.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.command.file.ExitStatus;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputsTest extends ToolFixture {

  @Test
  void foldersYieldManifestsSortedByPath() throws Exception {
    manifests("k8s/b.yml", "k8s/a.yaml", "k8s/c.json", "k8s/notes.txt", "k8s/.hidden.yaml");
    manifests("k8s/sub/d.yaml", "k8s/.git/e.yaml");

    assertThat(read("k8s")).containsExactly("k8s/a.yaml", "k8s/b.yml", "k8s/c.json");
    assertThat(read("k8s/")).containsExactly("k8s/a.yaml", "k8s/b.yml", "k8s/c.json");
    assertThat(read("-R", "k8s"))
        .containsExactly("k8s/a.yaml", "k8s/b.yml", "k8s/c.json", "k8s/sub/d.yaml");
    assertThat(read("-R", ".")).contains("k8s/a.yaml").doesNotContain("./k8s/a.yaml");
  }

  @Test
  void aNamedFileIsReadWhateverItsName() throws Exception {
    manifests("notes.txt", ".hidden");

    assertThat(read("notes.txt", ".hidden")).containsExactly("notes.txt", ".hidden");
  }

  @Test
  void orderIsThatOfTheCommandLine() throws Exception {
    manifests("a.yaml", "b.yaml", "c.yaml");

    assertThat(read("c.yaml", "-f", "a.yaml", "b.yaml"))
        .containsExactly("c.yaml", "a.yaml", "b.yaml");
  }

  @Test
  void theSameFileTwiceIsReadOnce() throws Exception {
    manifests("k8s/a.yaml", "k8s/b.yaml");
    Files.createSymbolicLink(folder.resolve("link.yaml"), Path.of("k8s/a.yaml"));

    assertThat(read("k8s/b.yaml", "k8s", "./k8s/../k8s/a.yaml", "link.yaml"))
        .containsExactly("k8s/b.yaml", "k8s/a.yaml");
  }

  @Test
  void linksToFoldersAreNotFollowedInsideFolders() throws Exception {
    manifests("k8s/a.yaml");
    Files.createSymbolicLink(folder.resolve("k8s/up"), Path.of(".."));
    Files.createSymbolicLink(folder.resolve("named"), Path.of("k8s"));

    assertThat(read("-R", "named")).containsExactly("named/a.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"k8s/*.yaml", "*/[ab].yaml", "k8s/{a,b}.yaml", "**/?.yaml", "k8s/**"})
  void globs(String glob) throws Exception {
    manifests("k8s/a.yaml", "k8s/b.yaml", "k8s/.c.yaml");

    assertThat(read(glob)).containsExactly("k8s/a.yaml", "k8s/b.yaml");
  }

  @Test
  void globsMayBeAbsoluteAndMayMatchFolders() throws Exception {
    manifests("x/k8s/a.yaml", "x/k8s/b.txt");

    assertThat(read(folder + "/x/*")).containsExactly(folder + "/x/k8s/a.yaml");
  }

  @Test
  void aFileWhoseNameIsAGlobIsThatFile() throws Exception {
    manifests("[a].yaml", "a.yaml");

    assertThat(read("[a].yaml")).containsExactly("[a].yaml");
  }

  @Test
  void globsThatMatchNothing() throws Exception {
    inject("*.yml").ends(ExitStatus.FAILED).says("no file matches *.yml");
    inject("[a.yml").ends(ExitStatus.FAILED).says("the pattern [a.yml is not complete");
  }

  @Test
  void standardInputIsCalledStdin() throws Exception {
    standardInput("plain wrong");
    inject("-f", "-").ends(ExitStatus.REFUSED).says("--> <stdin>:1:7");
    standardInput("plain\n");
    inject("-", "-").ends(ExitStatus.DONE).prints("sidecar\n").says("<stdin>: Deployment shop/web");
  }

  @Test
  void missingFilesAndDanglingLinks() throws Exception {
    manifests("a.yaml", "k8s/b.yaml");
    Files.createSymbolicLink(folder.resolve("k8s/dangling.yaml"), Path.of("nowhere"));

    inject("a.yaml", "no.yaml")
        .ends(ExitStatus.FAILED)
        .prints("")
        .says("error[cannot-read]: no.yaml: no such file or folder", "nothing was written");
    inject("k8s/dangling.yaml")
        .ends(ExitStatus.FAILED)
        .says("a link to a file that does not exist");
    inject("k8s").ends(ExitStatus.FAILED).prints("").says("k8s/dangling.yaml is a link");
    inject("a.yaml/x").ends(ExitStatus.FAILED).prints("");
  }

  @Test
  void whatCannotBeFoundIsToldWithItsReason() throws Exception {
    manifests("a.yaml");
    Files.createSymbolicLink(folder.resolve("loop.yaml"), Path.of("loop.yaml"));

    inject("a.yaml/x").ends(ExitStatus.FAILED).says("a.yaml/x: not a directory");
    inject("loop.yaml")
        .ends(ExitStatus.FAILED)
        .says("loop.yaml: too many levels of symbolic links");
    inject("n".repeat(300)).ends(ExitStatus.FAILED).says("nnn: file name too long");
  }

  @Test
  void anEndlessInputIsRefused() {
    in =
        new InputStream() {
          @Override
          public int read() {
            return '#';
          }
        };

    run("eject", "-")
        .ends(ExitStatus.REFUSED)
        .says("<stdin> has more than the 64 MiB that are read");
    run("eject", "/dev/zero").ends(ExitStatus.REFUSED).says("/dev/zero has more than");
  }

  @Test
  void foldersWithoutManifests() throws Exception {
    Files.createDirectories(folder.resolve("k8s"));

    inject("k8s").ends(ExitStatus.DONE).prints("").says("warning[empty-folder]", "-R looks");
  }

  @Test
  void notUtf8() throws Exception {
    Files.write(folder.resolve("l.yaml"), "a: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    Files.write(folder.resolve("u.yaml"), "\uFEFFa: b\n".getBytes(StandardCharsets.UTF_16LE));

    inject("l.yaml", "u.yaml")
        .ends(ExitStatus.REFUSED)
        .prints("")
        .says("error[not-utf8]", "--> l.yaml:1:4", "--> u.yaml:1:", "iconv");
  }

  @Test
  void helmChartsPassThroughUnlessNamed() throws Exception {
    manifests("chart/Chart.yaml", "chart/templates/a.yaml", "other/b.yaml");

    inject("-R", ".");

    assertThat(engine.injections.get("chart/templates/a.yaml").source().skipUnrendered()).isTrue();
    assertThat(engine.injections.get("other/b.yaml").source().skipUnrendered()).isFalse();
    inject("chart/templates/a.yaml");
    assertThat(engine.injections.get("chart/templates/a.yaml").source().skipUnrendered()).isFalse();
    inject("--skip-unrendered", "chart/templates/a.yaml");
    assertThat(engine.injections.get("chart/templates/a.yaml").source().skipUnrendered()).isTrue();
    run("eject", "chart/templates");
    assertThat(engine.ejections.get("chart/templates/a.yaml").source().skipUnrendered()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kustomization.yaml", "kustomization.yml", "Kustomization"})
  void patchesOfAKustomizationAreKnown(String name) throws Exception {
    file(
        name,
        """
        resources: [k/resource.yaml]
        patches:
          - path: k/one.yaml
          - patch: |-
              kind: Pod
        patchesStrategicMerge: [./k/two.yaml, "kind: Pod\\nmetadata: {}"]
        patchesJson6902:
          - {path: k/three.yaml}
        """);
    manifests("k/one.yaml", "k/two.yaml", "k/three.yaml", "k/resource.yaml");

    inject("k");

    assertThat(engine.injections.get("k/one.yaml").source().kustomizePatch()).isTrue();
    assertThat(engine.injections.get("k/two.yaml").source().kustomizePatch()).isTrue();
    assertThat(engine.injections.get("k/three.yaml").source().kustomizePatch()).isTrue();
    assertThat(engine.injections.get("k/resource.yaml").source().kustomizePatch()).isFalse();
  }

  @Test
  void aKustomizationThatCannotBeReadListsNothing() throws Exception {
    file("kustomization.yaml", "patches: [{path: a.yaml}\n");
    manifests("a.yaml");

    inject("a.yaml").ends(ExitStatus.DONE);

    assertThat(engine.injections.get("a.yaml").source().kustomizePatch()).isFalse();
  }

  private void manifests(String... names) throws Exception {
    for (String name : names) {
      file(name, "plain " + name + "\n");
    }
  }

  /** The manifests that are read for some operands, in order. */
  private Iterable<String> read(String... operands) throws Exception {
    String[] arguments = new String[operands.length + 1];
    arguments[0] = "eject";
    System.arraycopy(operands, 0, arguments, 1, operands.length);
    engine.ejections.clear();
    String err = run(arguments).ends(ExitStatus.DONE).err();
    assertThat(err).doesNotContain("error");
    return engine.ejections.keySet();
  }
}
