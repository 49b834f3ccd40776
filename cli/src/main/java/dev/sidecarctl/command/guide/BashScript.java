package dev.sidecarctl.command.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The completion for bash, from 3.2 on. */
final class BashScript {
  private static final String FRAME =
      """

      # Sets words: the command line up to the cursor. bash has taken it apart at = and :, too.
      _sidecarctl_words() {
        local rest=${COMP_LINE:0:COMP_POINT} word gap i
        words=()
        for ((i = 0; i <= COMP_CWORD; i++)); do
          word=${COMP_WORDS[i]}
          gap=${rest%%[![:space:]]*}
          if ((i == COMP_CWORD)); then
            word=${rest#"$gap"}
          fi
          if [[ $i -eq 0 || -n $gap ]]; then
            words[${#words[@]}]=$word
          else
            words[${#words[@]} - 1]+=$word
          fi
          rest=${rest#*"$word"}
        done
      }

      # Offers the words that begin with what is typed, less what bash keeps of it: all up to = or :.
      _sidecarctl_offer() {
        local word kept=''
        local typed=${value#[\\"\\']}
        case $value in
          *[=:]*)
            word=${typed##*[=:]}
            kept=${typed%"$word"}
            case $COMP_WORDBREAKS in *"${kept: -1}"*) ;; *) kept= ;; esac
            ;;
        esac
        for word in "$@"; do
          if [[ $word == "$typed"* ]]; then
            COMPREPLY[${#COMPREPLY[@]}]=${word#"$kept"}
            case $word in *=) compopt -o nospace 2>/dev/null ;; esac
          fi
        done
      }

      # Files whose path begins with what is typed.
      _sidecarctl_files() {
        local file typed=${value##*[=]}
        if compopt -o default 2>/dev/null; then
          return # readline does it better
        fi
        while IFS= read -r file; do
          if [[ -d $file ]]; then file=$file/; fi
          COMPREPLY[${#COMPREPLY[@]}]=$file
        done < <(compgen "${1:--f}" -- "$typed")
      }

      # What the program itself knows: templates, or parameters of those on the command line.
      _sidecarctl_ask() {
        local line
        while IFS= read -r line; do
          _sidecarctl_offer "${line%%$'\\t'*}"
        done < <("${words[0]/#\\~/$HOME}" __complete "$1" "$value" "${words[@]:1}" 2>/dev/null)
      }

      _sidecarctl() {
        local words verb='' before value i kind keys
        local -a choices
        COMPREPLY=()
        _sidecarctl_words
        value=${words[${#words[@]} - 1]}
        before=
        for ((i = 1; i < ${#words[@]} - 1; i++)); do
          case ${words[i]} in
            --) before=-- ;;
            -*) [[ $before == -- ]] || before=${words[i]} ;;
            *) [[ $before == -- ]] || before= ;;
          esac
          if [[ ${words[i]} != -* ]]; then
            case $verb in
              '') verb=${words[i]} ;;
              @GROUPS@) verb="$verb ${words[i]}" ;;
            esac
          fi
        done
        case $value in
          --*=*)
            if [[ $before != -- ]]; then
              before=${value%%=*}
              value=${value#*=}
            fi
            ;;
        esac
        kind=
        choices=()
        keys=()
        case $verb in
      @VERBS@  esac
        case $kind in
          words) _sidecarctl_offer "${choices[@]}" ;;
          list)
            i=${value%"${value##*,}"}
            _sidecarctl_offer "${choices[@]/#/$i}"
            ;;
          pairs)
            case $value in
              *=*) _sidecarctl_offer "${choices[@]/#/${value%%=*}=}" ;;
              *) _sidecarctl_offer "${choices[@]}" "${keys[@]}" ;;
            esac
            ;;
          report)
            case $value in
              *=*) _sidecarctl_files ;;
              *) _sidecarctl_offer "${choices[@]}" ;;
            esac
            ;;
          files) _sidecarctl_files ;;
          folders) _sidecarctl_files -d ;;
          templates)
            _sidecarctl_ask templates
            if [[ ${#COMPREPLY[@]} -eq 0 || $value == */* ]]; then _sidecarctl_files; fi
            ;;
          parameters) _sidecarctl_ask parameters ;;
        esac
      }

      complete -F _sidecarctl sidecarctl
      """;

  private BashScript() {}

  static String of(ProgramGuide program) {
    StringBuilder verbs = new StringBuilder();
    branch("''", program.options(), ValueGuide.of(ValueGuide.Kind.WORDS, program.words()), verbs);
    for (CommandGuide command : program.commands()) {
      String pattern = String.join(" | ", CompletionScript.quoted(command.names()));
      branch(pattern, command.options(), command.operands(), verbs);
    }
    return CompletionScript.head("bash")
        + FRAME.replace("@GROUPS@", String.join(" | ", program.groups())).replace("@VERBS@", verbs);
  }

  /** What is offered behind one command. */
  private static void branch(
      String pattern, List<OptionGuide> options, ValueGuide operands, StringBuilder out) {
    out.append("    ").append(pattern).append(")\n");
    out.append("      case $before in\n");
    Map<String, List<String>> sharing = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    for (OptionGuide option : options) {
      names.addAll(option.names());
      if (option.takesValue()) {
        String value = value(option.value());
        sharing.computeIfAbsent(value, key -> new ArrayList<>()).addAll(option.names());
      }
    }
    for (Map.Entry<String, List<String>> one : sharing.entrySet()) {
      out.append("        ").append(String.join(" | ", one.getValue())).append(") ");
      out.append(one.getKey()).append(" ;;\n");
    }
    out.append("        *)\n");
    out.append("          if [[ $value == -* && $before != -- ]]; then\n");
    out.append("            kind=words\n            choices=(");
    out.append(String.join(" ", names)).append(")\n          else\n            ");
    out.append(value(operands)).append("\n          fi\n          ;;\n      esac\n      ;;\n");
  }

  private static String value(ValueGuide value) {
    String kind =
        switch (value.kind()) {
          case WORDS -> "kind=words";
          case LIST -> "kind=list";
          case PAIRS -> "kind=pairs";
          case REPORT -> "kind=report";
          case FILES -> "kind=files";
          case FOLDERS -> "kind=folders";
          case TEMPLATES -> "kind=templates";
          case PARAMETERS -> "kind=parameters";
          case FREE, NONE -> "kind=free";
        };
    String choices =
        value.words().isEmpty() ? "" : " choices=(" + String.join(" ", value.words()) + ")";
    String keys = value.keys().isEmpty() ? "" : " keys=(" + String.join("= ", value.keys()) + "=)";
    return kind + choices + keys;
  }
}
