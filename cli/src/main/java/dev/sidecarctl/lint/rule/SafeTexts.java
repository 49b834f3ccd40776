package dev.sidecarctl.lint.rule;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.lint.trial.Declared;
import dev.sidecarctl.lint.trial.WrittenPlace;
import dev.sidecarctl.template.WrittenText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parameter inside a longer text, or in what a shell reads, may hold what the text takes for its
 * own: a comma, a quote, a command. So its values have to be fenced in, and those that get into a
 * shell must not be able to say anything there.
 */
public final class SafeTexts implements Rule {
  private static final String ITEM = "$(item)";

  /** What Kubernetes checks to the last character. */
  private static final Set<String> CHECKED = Set.of("name", "containers", "initContainers");

  @Override
  public void check(Subject subject, Remarks remarks) {
    ShellScripts scripts = new ShellScripts(subject.written().spec());
    for (WrittenPlace place : subject.written().places()) {
      WrittenText text = place.text();
      boolean script = scripts.include(place.scalar());
      for (String name : text.parameters()) {
        Declared parameter = subject.written().parameters().get(name);
        boolean whole = text.isOneReference() || CHECKED.contains(place.key());
        if (parameter != null && parameter.isText()) {
          String piece = WrittenText.referenceTo(name);
          check(parameter, piece, whole, script, place, subject, remarks);
        }
      }
      Declared list = subject.written().parameters().get(place.repeated());
      String said = place.scalar().text();
      if (list != null && list.isText() && said.contains(ITEM)) {
        boolean whole = said.equals(ITEM) || CHECKED.contains(place.key());
        check(list, ITEM, whole, script, place, subject, remarks);
      }
    }
  }

  private static void check(
      Declared parameter,
      String piece,
      boolean whole,
      boolean script,
      WrittenPlace place,
      Subject subject,
      Remarks remarks) {
    if (parameter.hasChoices()) {
      return;
    }
    if (parameter.isOpen() && (script || !whole)) {
      open(parameter, piece, script, place, remarks);
    } else if (script && !whole) {
      String text = place.scalar().text();
      int before = 0;
      for (int at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
        hostile(parameter, ShellQuotes.at(text, at), place.find(piece, before++), subject, remarks);
      }
    }
  }

  private static void open(
      Declared parameter, String piece, boolean script, WrittenPlace place, Remarks remarks) {
    String where = script ? "a shell command" : "a longer text";
    remarks.refuse(
        Code.PARAMETER_UNSAFE,
        place.find(piece, 0),
        "parameter "
            + parameter.name()
            + " gets into "
            + where
            + ", and nothing says which values it may have",
        "give it a pattern or an enum"
            + (script ? ", or hand it to the script as an argument or a variable" : ""));
  }

  private static void hostile(
      Declared parameter,
      ShellQuotes quotes,
      @Nullable Location at,
      Subject subject,
      Remarks remarks) {
    String usual = subject.plan().usual(parameter);
    for (String character : quotes.hostile()) {
      for (String value :
          List.of("a" + character + "a", usual + character + "a", character + usual)) {
        if (subject.plan().admits(parameter, value)) {
          remarks.refuse(
              Code.PARAMETER_UNSAFE,
              at,
              "parameter "
                  + parameter.name()
                  + " gets into a shell command, and its pattern admits "
                  + shown(value),
              "let the pattern admit letters, digits and the like alone, or hand the value to the"
                  + " script as an argument or a variable");
          return;
        }
      }
    }
  }

  private static String shown(String value) {
    return value.contains("\n") ? "a line break" : "\"" + value + "\"";
  }
}
