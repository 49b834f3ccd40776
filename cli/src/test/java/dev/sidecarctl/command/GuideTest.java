package dev.sidecarctl.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.guide.CommandGuide;
import dev.sidecarctl.command.guide.OptionGuide;
import dev.sidecarctl.command.guide.ProgramGuide;
import dev.sidecarctl.command.guide.ValueGuide;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program tells of itself is true, and fits on a screen. */
class GuideTest extends ToolFixture {
  private static final int SCREEN = 50;
  private static final int WIDTH = 100;

  /** What completion scripts cannot foretell. */
  private static final Set<String> FREE = Set.of("--namespace", "--container", "--workload");

  private final Verbs verbs = new Verbs(engine);
  private final ProgramGuide program = GuideMaker.program(verbs);

  @TestFactory
  Stream<DynamicTest> helpFitsOnAScreen() {
    Stream<String> words =
        Stream.concat(
            Stream.of(""),
            Stream.concat(
                program.commands().stream().map(CommandGuide::name),
                program.topics().keySet().stream()));
    return words.map(word -> DynamicTest.dynamicTest("help " + word, () -> checkSize(word)));
  }

  private void checkSize(String word) {
    Ran ran = run(("help " + word).strip().split(" ")).ends(ExitStatus.DONE);
    assertThat(ran.out().lines()).hasSizeLessThanOrEqualTo(SCREEN);
    assertThat(ran.out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(WIDTH));
    assertThat(ran.out()).endsWith("\n").doesNotContain("\n\n\n");
  }

  @Test
  void helpOfACommandIsThatOfItsOption() {
    for (Verb verb : verbs.all()) {
      String help = run((verb.name() + " --help").split(" ")).out();
      assertThat(help).startsWith("Usage: sidecarctl " + verb.name() + " ");
      if (!program.topics().containsKey(verb.name())) {
        assertThat(run(("help " + verb.name()).split(" ")).out()).isEqualTo(help);
      }
    }
  }

  @Test
  void everyNameIsFound() {
    for (Verb verb : verbs.all()) {
      assertThat(verbs.named(verb.name())).isNotNull();
      for (String alias : verb.aliases()) {
        assertThat(verbs.named(alias)).isNotNull().hasSameClassAs(verb);
      }
    }
  }

  @Test
  void everyOptionSaysInOneLineWhatItDoes() {
    for (CommandGuide command : program.commands()) {
      for (OptionGuide option : command.options()) {
        assertThat(option.summary()).as(option.names().toString()).doesNotEndWith(".").isNotEmpty();
        assertThat(option.more()).as(option.names().toString()).matches("|(?s).*\\.");
      }
    }
  }

  @Test
  void everyValueIsCompletedButThoseThatNobodyForesees() {
    for (CommandGuide command : program.commands()) {
      for (OptionGuide option : command.options()) {
        boolean free = option.value().kind() == ValueGuide.Kind.FREE;
        String name = option.names().get(option.names().size() - 1);
        assertThat(free).as(command.name() + " " + name).isEqualTo(FREE.contains(name));
      }
    }
  }

  /** Each word that is offered is taken, be it that the run fails for something else. */
  @TestFactory
  Stream<DynamicTest> everyWordThatIsOfferedIsTaken() throws Exception {
    file("x.yaml", "plain\n");
    file("t.yaml", TEMPLATE);
    List<DynamicTest> tests = new ArrayList<>();
    for (CommandGuide command : program.commands()) {
      for (OptionGuide option : command.options()) {
        for (String value : values(option.value())) {
          String words = command.name() + " " + option.names().get(0) + " " + value + " x.yaml";
          String[] line = words.split(" ", -1);
          tests.add(
              DynamicTest.dynamicTest(
                  String.join(" ", line),
                  () ->
                      assertThat(run(line).err())
                          .doesNotContain("error[usage]: " + option.names().get(0) + " ")));
        }
      }
    }
    return tests.stream();
  }

  private static List<String> values(ValueGuide value) {
    List<String> values = new ArrayList<>(value.words());
    for (String key : value.keys()) {
      value.words().forEach(word -> values.add(key + "=" + word));
    }
    return values;
  }

  /** PowerShell is not on every machine: what can be told of its script without it. */
  @Test
  void powershellIsBalancedAndHasEveryOption() {
    String script = run("completion", "powershell").out();
    for (CommandGuide command : program.commands()) {
      assertThat(script).contains("        '" + command.name() + "' = @(\n");
      for (OptionGuide option : command.options()) {
        assertThat(script).contains("Names = @('" + String.join("', '", option.names()) + "')");
      }
    }
    String code = script.replaceAll("(?m)^ *#.*$", "").replaceAll("'[^'\n]*'", "");
    assertThat(code).doesNotContain("'");
    for (String pair : List.of("{}", "()", "[]")) {
      assertThat(code.chars().filter(c -> c == pair.charAt(0)).count())
          .isEqualTo(code.chars().filter(c -> c == pair.charAt(1)).count());
    }
  }

  /** What somebody is told to say instead is an option, or a command, that there is. */
  @Test
  void adviceOnForeignWordsIsTrue() {
    List<String> names = new ArrayList<>();
    program
        .commands()
        .forEach(one -> one.options().forEach(option -> names.addAll(option.names())));
    program.options().forEach(option -> names.addAll(option.names()));
    List<String> words = new ArrayList<>(program.words());
    words.addAll(names);
    Pattern said = Pattern.compile("say (?<word>[-\\w]+)");
    List<String> advice = new ArrayList<>();
    ForeignWords.options().forEach(word -> advice.add(ForeignWords.option(word).orElseThrow()));
    ForeignWords.commands().forEach(word -> advice.add(ForeignWords.command(word).orElseThrow()));
    for (String sentence : advice) {
      Matcher matcher = said.matcher(sentence);
      if (matcher.find() && !sentence.startsWith("say k")) {
        assertThat(words).as(sentence).contains(matcher.group("word"));
      }
    }
    assertThat(program.words()).doesNotContainAnyElementsOf(ForeignWords.commands());
  }

  @Test
  void exitCodesAreThoseThatThereAre() {
    String text = run("help", "exit-codes").out();
    for (ExitStatus status : ExitStatus.values()) {
      assertThat(text).contains("\n  " + status.code() + "    " + status.meaning() + "\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"templates", "config"})
  void theExampleOfATopicIsReal(String topic) throws Exception {
    String example = example(run("help", topic).out());

    if (topic.equals("templates")) {
      file("t.yaml", example);
      file("x.yaml", "plain\n");
      run("inject", "-t", "./t.yaml", "x.yaml").ends(ExitStatus.DONE);
    } else {
      file("sidecars/audit.yaml", TEMPLATE);
      file(".sidecarctl.yaml", example);
      run("config").ends(ExitStatus.DONE);
    }
  }

  /** What stands between two lines that are not set in, the first of these. */
  private static String example(String text) {
    StringBuilder example = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (line.startsWith("  ")) {
        example.append(line.substring(2)).append('\n');
      } else if (example.length() > 0) {
        return example.toString();
      }
    }
    return example.toString();
  }
}
