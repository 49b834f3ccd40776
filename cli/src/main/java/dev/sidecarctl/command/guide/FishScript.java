package dev.sidecarctl.command.guide;

/** The completion for fish. */
final class FishScript {
  private static final String FRAME =
      """

      # Whether the command on the line is one of these; the empty one where there is none yet.
      function __sidecarctl_is
          set -l words (commandline -opc)
          set -l command ''
          for word in $words[2..-1]
              if not string match -q -- '-*' $word
                  switch $command
                      case ''
                          set command $word
                      case @GROUPS@
                          set command "$command $word"
                  end
              end
          end
          contains -- $command $argv
      end

      # What is typed of a value.
      function __sidecarctl_typed
          string replace -r -- '^--[^=]*=' '' (commandline -ct)
      end

      # What the program itself knows: a name, a tab, what it is.
      function __sidecarctl_ask
          set -l words (commandline -opc)
          set -l program (string replace -r '^~' $HOME -- $words[1])
          $program __complete $argv[1] (__sidecarctl_typed) $words[2..-1] 2>/dev/null
      end

      # One more word of a list with commas.
      function __sidecarctl_list
          set -l kept (string replace -r -- '[^,]*$' '' (__sidecarctl_typed))
          printf '%s\\n' $kept$argv
      end

      # A word or a key with a sign of equality; behind that, a word.
      function __sidecarctl_pairs
          set -l typed (__sidecarctl_typed)
          if string match -q -- '*=*' $typed
              set -l kept (string replace -r -- '=.*' '=' $typed)
              string match -v -- '*=' $argv | string replace -r -- '^' $kept
          else
              printf '%s\\n' $argv
          end
      end

      # A word, or a file behind a word.
      function __sidecarctl_report
          set -l typed (__sidecarctl_typed)
          if string match -q -- '*=*' $typed
              set -l kept (string replace -r -- '=.*' '=' $typed)
              __fish_complete_path (string replace -r -- '^[^=]*=' '' $typed) | string replace -r -- '^' $kept
          else
              printf '%s\\n' $argv
          end
      end

      """;

  private FishScript() {}

  static String of(ProgramGuide program) {
    StringBuilder out =
        new StringBuilder(CompletionScript.head("fish"))
            .append(FRAME.replace("@GROUPS@", String.join(" ", program.groups())));
    line("", "-f", "", out);
    for (OptionGuide option : program.options()) {
      option("", option, out);
    }
    for (CommandGuide command : program.firstWords()) {
      for (String name : command.names()) {
        line("", "-a " + name, command.summary(), out);
      }
    }
    for (CommandGuide command : program.commands()) {
      out.append('\n');
      String names = String.join(" ", CompletionScript.quoted(command.names()));
      ValueGuide operands = command.operands();
      if (operands.kind() == ValueGuide.Kind.WORDS) {
        String words = String.join(" ", operands.words());
        line(names, "-f -a " + quoted(words), "", out);
      } else if (operands.kind() == ValueGuide.Kind.TEMPLATES) {
        line(names, "-a '(__sidecarctl_ask templates)'", "", out);
      }
      for (OptionGuide option : command.options()) {
        option(names, option, out);
      }
    }
    return out.toString();
  }

  private static void option(String commands, OptionGuide option, StringBuilder out) {
    StringBuilder words = new StringBuilder();
    for (String name : option.names()) {
      words.append(words.length() == 0 ? "" : " ");
      words.append(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1));
    }
    line(commands, words + value(option.value()), option.summary(), out);
  }

  private static void line(String commands, String words, String text, StringBuilder out) {
    String condition = commands.isEmpty() ? "__sidecarctl_is \"\"" : "__sidecarctl_is " + commands;
    out.append("complete -c sidecarctl -n ").append(quoted(condition)).append(' ').append(words);
    out.append(text.isEmpty() ? "" : " -d " + quoted(text)).append('\n');
  }

  private static String value(ValueGuide value) {
    String words = String.join(" ", value.words());
    return switch (value.kind()) {
      case NONE -> "";
      case WORDS -> " -x -a " + quoted(words);
      case LIST -> " -x -a " + quoted("(__sidecarctl_list " + words + ")");
      case PAIRS ->
          " -x -a "
              + quoted(
                  "(__sidecarctl_pairs " + words + " " + String.join("= ", value.keys()) + "=)");
      case REPORT -> " -x -a " + quoted("(__sidecarctl_report " + words + ")");
      case FILES -> " -r -F";
      case FOLDERS -> " -x -a '(__fish_complete_directories)'";
      case TEMPLATES -> " -r -F -a '(__sidecarctl_ask templates)'";
      case PARAMETERS -> " -x -a '(__sidecarctl_ask parameters)'";
      case FREE -> " -x";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
