package dev.sidecarctl.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a file or a template holds, the program ends with a diagnostic or with a result that
 * stands: never with an error of its own. {@code -Dmutations=100000} tries more of them.
 */
class MutationTest {
  private static final int MUTATIONS = Integer.getInteger("mutations", 400);

  @TempDir Path scratch;

  private record Texts(String input, String template) {}

  @Test
  void mutatedTextsGiveDiagnosticsOrResults() throws Exception {
    List<Texts> cases = cases();
    List<String> inputs = cases.stream().map(Texts::input).toList();
    for (int seed = 0; seed < MUTATIONS; seed++) {
      tryOut(seed, cases, inputs);
    }
  }

  private void tryOut(int seed, List<Texts> cases, List<String> inputs) throws IOException {
    Random random = new Random(seed);
    Mutation mutation = new Mutation(random, inputs);
    Texts texts = cases.get(random.nextInt(cases.size()));
    boolean manifest = random.nextInt(3) > 0;
    String input = manifest ? mutation.of(texts.input()) : texts.input();
    String template = manifest ? texts.template() : mutation.of(texts.template());
    Files.write(scratch.resolve("input.yaml"), mutation.bytes(input));
    Files.write(scratch.resolve("template.yaml"), mutation.bytes(template));
    check("seed " + seed);
  }

  private void check(String seed) throws IOException {
    ToolRun run = inject();
    assertThat(run.err()).as(seed).doesNotContain("internal error");
    if (run.status() != 0) {
      assertThat(run.status()).as(seed + run.err()).isBetween(2, 3);
      assertThat(run.out()).as(seed).isEmpty();
      assertThat(run.err()).as(seed).contains("error[");
      return;
    }
    byte[] before = Files.readAllBytes(scratch.resolve("input.yaml"));
    Files.write(scratch.resolve("input.yaml"), run.out());
    ToolRun again = inject();
    assertThat(again.status()).as("%s, once more: %s", seed, again.err()).isZero();
    assertThat(again.out()).as("%s, once more", seed).isEqualTo(run.out());
    ToolRun back = ToolRun.of(scratch, List.of("eject", "input.yaml"));
    assertThat(back.err()).as("%s, eject", seed).doesNotContain("internal error");
    boolean recorded = new String(before, StandardCharsets.UTF_8).contains("sidecarctl.dev/status");
    // A pod may mount a volume that it does not have, until the template brings it.
    boolean inUse = back.err().contains("error[volume-in-use]");
    if (!recorded && !inUse) {
      assertThat(back.status()).as("%s, eject: %s", seed, back.err()).isZero();
      assertThat(back.out()).as("%s, eject", seed).isEqualTo(before);
    }
  }

  private ToolRun inject() {
    return ToolRun.of(scratch, List.of("inject", "input.yaml", "-t", "./template.yaml"));
  }

  private static List<Texts> cases() throws IOException {
    List<Texts> texts = new ArrayList<>();
    for (CaseFolder folder : CaseFolder.all()) {
      Path template = folder.path().resolve("template.yaml");
      if (Files.exists(template)) {
        String input = Files.readString(folder.path().resolve(folder.inputName()));
        texts.add(new Texts(input, Files.readString(template)));
      }
    }
    return texts;
  }
}
