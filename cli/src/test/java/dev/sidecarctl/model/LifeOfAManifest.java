package dev.sidecarctl.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.cases.ManifestData;
import dev.sidecarctl.cases.ToolRun;
import dev.sidecarctl.layout.LayoutSample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * One manifest in some layout, injected, upgraded, edited, reformatted and ejected at random; after
 * each step it is held against the model.
 */
final class LifeOfAManifest {
  private static final int VERSIONS = 3;
  private static final Pattern ERROR = Pattern.compile("error\\[([a-z0-9-]+)]");

  /** What the model cannot foresee: the text is in the way. A refusal ends a life. */
  private static final Set<String> OF_THE_TEXT =
      Set.of("shared-anchor", "merge-key", "edit-not-possible");

  private final Random random;
  private final Path folder;
  private final List<String> steps = new ArrayList<>();
  private String text;
  private ModelWorkload model;

  /** Whether the text is the user's own still: no tool has written it anew. */
  private boolean users = true;

  /**
   * The templates that it has carried since it last carried none: one may lay out as another did.
   */
  private final Set<ModelTemplate> carried = EnumSet.noneOf(ModelTemplate.class);

  private boolean over;
  private int notes;
  private int refusals;

  /**
   * @param seed of the manifest and of what befalls it
   * @param folder with the files of the templates; see {@link #prepare}
   */
  LifeOfAManifest(int seed, Path folder) {
    this.random = new Random(seed);
    this.folder = folder;
    this.text = LayoutSample.of(seed).text();
    this.model = ModelWorkload.of(text);
  }

  /** Writes the templates in all versions. */
  static void prepare(Path folder) throws IOException {
    for (ModelTemplate template : ModelTemplate.values()) {
      for (int version = 1; version <= VERSIONS; version++) {
        Files.writeString(folder.resolve(file(template, version)), template.file(version));
      }
    }
  }

  private static String file(ModelTemplate template, int version) {
    return template.word() + "-" + version + ".yaml";
  }

  /** What befell it so far. */
  List<String> steps() {
    return steps;
  }

  /** The user's own text. */
  String usersText() {
    return model.text();
  }

  /** How many steps were refused. */
  int refusals() {
    return refusals;
  }

  /** Lives it. */
  void live() throws IOException {
    for (int step = 4 + random.nextInt(4); step > 0 && !over; step--) {
      step();
      if (!over) {
        checkData();
        checkText();
      }
    }
    if (!over) {
      eject(List.of(ModelTemplate.values()));
      checkData();
    }
  }

  private void step() throws IOException {
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> inject(ModelTemplate.ALPHA);
      case 3, 4 -> inject(ModelTemplate.BETA);
      case 5 -> eject(List.of(random.nextBoolean() ? ModelTemplate.ALPHA : ModelTemplate.BETA));
      case 6 -> editUsersImage();
      case 7 -> addComment();
      case 8 -> editOurs();
      default -> reformat();
    }
  }

  private void inject(ModelTemplate template) throws IOException {
    int version = 1 + random.nextInt(VERSIONS);
    steps.add("inject " + template.word() + " " + version);
    ToolRun run = run(text, "inject", "-t", "./" + file(template, version));
    boolean refused = model.isInConflict(template, version) || (isOrdinary(template) && isJob());
    if (refused) {
      String code = isOrdinary(template) ? "job-never-completes" : "drift-conflict";
      assertThat(code(run)).isEqualTo(code);
      assertThat(run.out()).as("output of a refusal").isEmpty();
      refusals++;
      return;
    }
    if (taken(run)) {
      model = model.with(template, version);
      carried.add(template);
    }
  }

  private static boolean isOrdinary(ModelTemplate template) {
    return template == ModelTemplate.BETA;
  }

  private boolean isJob() {
    return model.isJob();
  }

  private void eject(List<ModelTemplate> templates) throws IOException {
    for (ModelTemplate template : templates) {
      steps.add("eject " + template.word());
      if (taken(run(text, "eject", "-t", template.word()))) {
        model = model.without(template);
      }
    }
    if (model.injected().isEmpty()) {
      carried.clear();
    }
  }

  /** Whether a run went well; its output is the text then, and else its refusal ends the life. */
  private boolean taken(ToolRun run) {
    if (run.status() == 0) {
      text = output(run);
      return true;
    }
    assertThat(OF_THE_TEXT).as(run.err()).contains(code(run));
    assertThat(run.out()).as("output of a refusal").isEmpty();
    steps.add(code(run));
    refusals++;
    over = true;
    return false;
  }

  private void editUsersImage() {
    String image = "busybox:1." + (38 + notes++);
    Matcher old = Pattern.compile("busybox:1\\.\\d+").matcher(model.text());
    if (old.find()) {
      steps.add("edit the user's " + old.group());
      model = model.withText(model.text().replaceFirst("busybox:1\\.\\d+", image));
      text = text.replaceFirst("busybox:1\\.\\d+", image);
    }
  }

  private void addComment() {
    steps.add("add a comment");
    String note = "# note " + notes++;
    text = withFirstLine(text, note);
    model = model.withText(withFirstLine(model.text(), note));
  }

  private static String withFirstLine(String text, String line) {
    int start = text.startsWith("\uFEFF") ? 1 : 0;
    Matcher end = Pattern.compile("\r\n|\r|\n").matcher(text);
    String ending = end.find() ? end.group() : "\n";
    return text.substring(0, start) + line + ending + text.substring(start);
  }

  private void editOurs() {
    Integer version = model.injected().get(ModelTemplate.ALPHA);
    if (version == null) {
      return;
    }
    ModelEdits edits = model.edits();
    if (random.nextInt(4) > 0) {
      steps.add("edit our variable");
      text = text.replaceFirst("level-one", "level-hand");
      model = model.withEdits(new ModelEdits(true, edits.image()));
    } else if (edits.image().isEmpty()) {
      steps.add("edit our image");
      text = text.replaceFirst("alpha:" + version, "alpha:by-hand");
      model = model.withEdits(new ModelEdits(edits.level(), "alpha:by-hand"));
    }
  }

  /** Another tool writes the manifest anew: its data stay, its text does not. */
  private void reformat() {
    // The tool at hand knows no binary numbers.
    if (ManifestData.documents(text, false).size() > 1 || text.contains(" 0b")) {
      return;
    }
    steps.add("reformat");
    text = json(text);
    model = model.withText(json(model.text()));
    users = false;
  }

  private static String json(String text) {
    Object document = ManifestData.documents(text, false).get(0);
    String json =
        ManifestData.JSON
            .writerWithDefaultPrettyPrinter()
            .with(JsonWriteFeature.ESCAPE_NON_ASCII)
            .writeValueAsString(document);
    return json.replace("\u007f", "\\u007f") + "\n";
  }

  private void checkData() {
    Object data = ModelWorkload.plain(ManifestData.documents(text, false));
    assertThat(data).as("data").isEqualTo(model.data());
  }

  private void checkText() throws IOException {
    if (!users) {
      return;
    }
    ToolRun ejected = run(text, "eject");
    assertThat(output(ejected)).as("ejected: " + ejected.err()).isEqualTo(model.text());
    Map<ModelTemplate, Integer> injected = model.injected();
    for (Map.Entry<ModelTemplate, Integer> one : injected.entrySet()) {
      ToolRun again = run(text, "inject", "-t", "./" + file(one.getKey(), one.getValue()));
      assertThat(output(again)).as("injected again: " + one).isEqualTo(text);
    }
    if (injected.size() == 1 && carried.size() == 1 && model.edits().equals(ModelEdits.NONE)) {
      Map.Entry<ModelTemplate, Integer> only = injected.entrySet().iterator().next();
      ToolRun fresh =
          run(model.text(), "inject", "-t", "./" + file(only.getKey(), only.getValue()));
      assertThat(output(fresh)).as("injected into the original").isEqualTo(text);
    }
  }

  private ToolRun run(String input, String... arguments) throws IOException {
    Files.writeString(folder.resolve("input.yaml"), input);
    List<String> line = new ArrayList<>(List.of(arguments));
    line.add("input.yaml");
    if (arguments[0].equals("inject")) {
      // These manifests are about layout and ownership, and no API server would take them.
      line.addAll(List.of("--validate", "ignore"));
    }
    return ToolRun.of(folder, line);
  }

  private static String output(ToolRun run) {
    return new String(run.out(), StandardCharsets.UTF_8);
  }

  private static String code(ToolRun run) {
    Matcher error = ERROR.matcher(run.err());
    return error.find() ? error.group(1) : run.err();
  }
}
