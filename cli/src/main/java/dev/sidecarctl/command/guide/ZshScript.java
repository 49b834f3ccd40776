package dev.sidecarctl.command.guide;

import java.util.List;

/** The completion for zsh. */
final class ZshScript {
  private static final String FRAME =
      """

      # What the program itself knows, as _describe wants it: a name, a colon, what it is.
      _sidecarctl_ask() {
        local line
        answer=()
        for line in "${(@f)$(${~${(Q)program}} __complete "$1" "$PREFIX" "${(@Q)typed}" 2>/dev/null)}"; do
          line=${line//:/\\\\:}
          [[ -z $line ]] || answer+=("${line/$'\\t'/:}")
        done
      }

      _sidecarctl_templates() {
        local -a answer
        _sidecarctl_ask templates
        local found=1
        _describe -t templates template answer && found=0
        _files && found=0
        return found
      }

      _sidecarctl_parameters() {
        local -a answer
        _sidecarctl_ask parameters
        _describe -t parameters parameter answer -S ''
      }

      # _sidecarctl_pairs "WORD…" "KEY…": a word, or one behind a key.
      _sidecarctl_pairs() {
        if compset -P '*='; then
          compadd - ${=1}
        else
          compadd - ${=1}
          compadd -S '' - ${^${=2}}=
        fi
      }

      # _sidecarctl_report WORD…: a word, and perhaps a file behind it.
      _sidecarctl_report() {
        if compset -P '*='; then
          _files
        else
          compadd - "$@"
        fi
      }

      _sidecarctl_commands() {
        local -a commands
        commands=(
      @COMMANDS@  )
        _describe -t commands command commands
      }

      _sidecarctl() {
        local curcontext=$curcontext state line program=$words[1]
        local -a typed
        local -A opt_args
        typed=("${(@)words[2,CURRENT-1]}")
        _arguments -s -S -C \\
      @ROOT@    '1: :_sidecarctl_commands' \\
          '*:: :->rest' && return
        [[ $state == rest ]] || return
        local verb=$words[1]
        case $verb in
          @GROUPS@)
            if (( CURRENT > 2 )); then
              verb="$verb $words[2]"
              shift words
              (( CURRENT-- ))
            fi
            ;;
        esac
        case $verb in
      @VERBS@  esac
      }

      if [[ $funcstack[1] == _sidecarctl ]]; then
        _sidecarctl "$@"
      else
        compdef _sidecarctl sidecarctl
      fi
      """;

  private ZshScript() {}

  static String of(ProgramGuide program) {
    StringBuilder commands = new StringBuilder();
    StringBuilder verbs = new StringBuilder();
    for (CommandGuide command : program.firstWords()) {
      for (String name : command.names()) {
        String described = name + ":" + command.summary().replace(":", "\\:");
        commands.append("    ").append(quoted(described)).append('\n');
      }
    }
    for (CommandGuide command : program.commands()) {
      branch(command, verbs);
    }
    StringBuilder root = new StringBuilder();
    for (OptionGuide option : program.options()) {
      root.append("    ").append(option(option)).append(" \\\n");
    }
    return "#compdef sidecarctl\n"
        + CompletionScript.head("zsh")
        + FRAME
            .replace("@GROUPS@", String.join(" | ", program.groups()))
            .replace("@COMMANDS@", commands)
            .replace("@ROOT@", root)
            .replace("@VERBS@", verbs);
  }

  private static void branch(CommandGuide command, StringBuilder out) {
    out.append("    ")
        .append(String.join(" | ", CompletionScript.quoted(command.names())))
        .append(")\n");
    out.append("      _arguments -s -S -C");
    for (OptionGuide option : command.options()) {
      out.append(" \\\n        ").append(option(option));
    }
    boolean one = command.operands().kind() == ValueGuide.Kind.WORDS;
    String operands = (one ? "1:word:" : "*:file:") + action(command.operands());
    out.append(" \\\n        ").append(quoted(operands)).append("\n      ;;\n");
  }

  /** One specification in the words of {@code _arguments}. */
  private static String option(OptionGuide option) {
    List<String> names = option.names();
    String excluded = option.repeatable() ? "*" : "(" + String.join(" ", names) + ")";
    StringBuilder written = new StringBuilder();
    for (String name : names) {
      String sign = name.startsWith("--") ? "=" : "+";
      written.append(written.length() == 0 ? "" : ",").append(name);
      written.append(option.takesValue() ? sign : "");
    }
    String all = names.size() == 1 ? written.toString() : "{" + written + "}";
    String text = "[" + option.summary().replace("[", "\\[").replace("]", "\\]") + "]";
    String value =
        option.takesValue()
            ? ":" + option.label().replace(":", "\\:") + ":" + action(option.value())
            : "";
    return quoted(excluded) + all + quoted(text + value);
  }

  private static String action(ValueGuide value) {
    String words = String.join(" ", value.words());
    return switch (value.kind()) {
      case WORDS -> "(" + words + ")";
      case LIST -> "{_values -s , word " + words + "}";
      case PAIRS ->
          "{_sidecarctl_pairs \"" + words + "\" \"" + String.join(" ", value.keys()) + "\"}";
      case REPORT -> "{_sidecarctl_report " + words + "}";
      case FILES -> "_files";
      case FOLDERS -> "_files -/";
      case TEMPLATES -> "_sidecarctl_templates";
      case PARAMETERS -> "_sidecarctl_parameters";
      case FREE, NONE -> " ";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
