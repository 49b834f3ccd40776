package dev.sidecarctl.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.diagnostic.Palette;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedDiffTest {

  @Test
  void isEmptyWhereNothingDiffers() {
    assertThat(diff("a\n", "a\n")).isEmpty();
  }

  @Test
  void hasThreeLinesOfContextAndAHunkForEachPlace() {
    String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n";
    String after = "1\n2\n3\n4\nnew\n5\n6\n7\n8\n9\n10\n11\nold\n";
    assertThat(diff(before, after))
        .isEqualTo(
            """
            --- a/k8s/web.yaml
            +++ b/k8s/web.yaml
            @@ -2,6 +2,7 @@
             2
             3
             4
            +new
             5
             6
             7
            @@ -9,4 +10,4 @@
             9
             10
             11
            -12
            +old
            """);
  }

  @Test
  void joinsHunksWhoseContextsMeet() {
    String after = "0\n1\n2\n3\n4\n5\n6\nx\n";
    assertThat(diff("1\n2\n3\n4\n5\n6\n", after)).containsOnlyOnce("@@ -1,6 +1,8 @@");
  }

  @Test
  void marksALastLineWithoutAnEnding() {
    assertThat(diff("a\nb", "a\nb\nc"))
        .endsWith(
            """
            @@ -1,2 +1,3 @@
             a
            -b
            \\ No newline at end of file
            +b
            +c
            \\ No newline at end of file
            """);
  }

  @Test
  void keepsCarriageReturns() {
    assertThat(diff("a\r\nb\r\n", "a\r\nc\r\n")).endsWith(" a\r\n-b\r\n+c\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "'k8s/my app.yaml', '--- a/k8s/my app.yaml\t'",
    "'한.yaml', '--- a/한.yaml'",
    "'a\"b\\c.yaml', '--- \"a/a\\\"b\\\\c.yaml\"'"
  })
  void writesNamesAsGitDoes(String name, String line) {
    assertThat(UnifiedDiff.of(name, "a\n", "b\n", Palette.PLAIN).lines().findFirst())
        .contains(line);
  }

  @Test
  void isColouredOnDemand() {
    assertThat(UnifiedDiff.of("a", "x\n", "y\n", Palette.COLOURED))
        .contains("\u001b[31m-x\u001b[0m\n\u001b[32m+y\u001b[0m\n");
  }

  /** Random texts, with and without endings: git makes of the one what the other is. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void gitAppliesIt(long seed, @TempDir Path folder) throws IOException, InterruptedException {
    Random random = new Random(seed);
    String before = randomText(random, 40);
    String after = edited(before, random);
    String name = "my manifests/í & é.yaml";
    Files.createDirectories(folder.resolve("my manifests"));
    Files.writeString(folder.resolve(name), before);
    String diff = UnifiedDiff.of(name, before, after, Palette.PLAIN);
    Files.writeString(folder.resolve("it.diff"), diff, StandardCharsets.UTF_8);
    Process git =
        new ProcessBuilder("git", "-c", "core.autocrlf=false", "apply", "it.diff")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(said).isZero();
    assertThat(Files.readString(folder.resolve(name))).isEqualTo(after);
  }

  private static String randomText(Random random, int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append("line ")
          .append(random.nextInt(12))
          .append(random.nextInt(9) == 0 ? "\r\n" : "\n");
    }
    return random.nextBoolean() ? text.toString() : text + "end";
  }

  private static String edited(String text, Random random) {
    StringBuilder edited = new StringBuilder();
    for (String line : text.split("(?<=\n)")) {
      int what = random.nextInt(10);
      edited.append(what == 0 ? "" : what == 1 ? "other\n" + line : line);
    }
    return random.nextBoolean() ? edited.toString() : edited + "tail\n";
  }

  private static String diff(String before, String after) {
    return UnifiedDiff.of("k8s/web.yaml", before, after, Palette.PLAIN);
  }
}
