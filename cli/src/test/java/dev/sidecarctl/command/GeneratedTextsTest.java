package dev.sidecarctl.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.command.guide.CommandGuide;
import dev.sidecarctl.command.guide.CompletionScript;
import dev.sidecarctl.command.guide.ManPage;
import dev.sidecarctl.command.guide.ProgramGuide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The completion scripts and manual pages that are checked in are what the program makes of its
 * options; {@code -Dupdate=true} writes them anew, and fails.
 */
class GeneratedTextsTest extends ToolFixture {
  private static final Path ROOT = Path.of(System.getProperty("sidecarctl.root"));

  private static final Map<String, String> SCRIPTS =
      Map.of(
          "bash", "sidecarctl.bash",
          "zsh", "_sidecarctl",
          "fish", "sidecarctl.fish",
          "powershell", "sidecarctl.ps1");

  @TestFactory
  Stream<DynamicTest> isWhatIsCheckedIn() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String shell : CompletionScript.SHELLS) {
      texts.put("completions/" + SCRIPTS.get(shell), run("completion", shell).out());
    }
    ProgramGuide program = GuideMaker.program(new Verbs(engine));
    String version = run("--version").out().strip().substring("sidecarctl ".length());
    texts.put("docs/man/sidecarctl.1", ManPage.of(program, version));
    for (CommandGuide command : program.commands()) {
      String page = ManPage.of(command, program, version);
      texts.put("docs/man/" + ManPage.title(command, program) + ".1", page);
    }
    return texts.entrySet().stream()
        .map(
            text ->
                DynamicTest.dynamicTest(
                    text.getKey(), () -> check(ROOT.resolve(text.getKey()), text.getValue())));
  }

  private static void check(Path file, String text) throws IOException {
    String before = Files.exists(file) ? Files.readString(file) : "";
    if (Boolean.getBoolean("update") && !before.equals(text)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertThat(before).isEqualTo(text);
  }
}
