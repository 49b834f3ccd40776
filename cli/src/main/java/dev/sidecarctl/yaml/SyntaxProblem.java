package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in plain words, and at the right place of the file, why a document is no YAML. */
final class SyntaxProblem {
  private static final String TEMPLATE_HELP =
      "this looks like a template: render it first, "
          + "for example: helm template . | sidecarctl inject -f -";

  private static final String NO_COLON = "could not find expected ':'";
  private static final String NO_COMMA = "expected ',' or '";
  private static final String NO_CONTENT = "expected the node content";
  private static final String BAD_ESCAPE = "found unknown escape character ";
  private static final String UNCLOSED = "unexpected end of stream";
  private static final String DOCUMENT_START = "<document start>";
  private static final String END = "stream end";

  private final Source source;
  private final Span slice;

  SyntaxProblem(Source source, Span slice) {
    this.source = source;
    this.slice = slice;
  }

  /** What to tell of an error of the engine. */
  Diagnostic describe(YamlEngineException problem) {
    int forbidden = ForbiddenCharacters.find(source.text(), slice.start(), slice.end());
    if (forbidden >= 0) {
      return ForbiddenCharacters.describe(source, forbidden);
    }
    if (!(problem instanceof MarkedYamlEngineException marked)) {
      return diagnostic(expectation(String.valueOf(problem.getMessage())), slice.start(), "");
    }
    SliceOffsets offsets = new SliceOffsets(source.text(), slice);
    String engineSays = String.valueOf(marked.getProblem());
    // The engine notices a missing colon only further down; the line without it is its context.
    boolean late = engineSays.startsWith(NO_COLON) && marked.getContextMark().isPresent();
    int at = offsets.of(late ? marked.getContextMark() : marked.getProblemMark());
    Diagnostic told = diagnostic(message(engineSays, at), at, help(engineSays, at));
    Optional<Mark> context = marked.getContextMark();
    if (context.isPresent() && offsets.of(context) != at) {
      return told.noting(place(offsets.of(context)), context(marked.getContext()));
    }
    return told;
  }

  private Diagnostic diagnostic(String message, int at, String help) {
    return Diagnostic.error(Code.YAML_SYNTAX, message, place(at)).helping(help);
  }

  /** The character at an offset; nothing at the end of a line. */
  private Location place(int at) {
    int end = at;
    if (at < slice.end() && " \t\r\n".indexOf(source.text().charAt(at)) < 0) {
      end = source.text().offsetByCodePoints(at, 1);
    }
    return new Location(source, new Span(at, end));
  }

  private String message(String engineSays, int at) {
    if (engineSays.contains("TAB") || (isTab(at) && engineSays.contains("\\t"))) {
      return "a tab cannot indent YAML";
    }
    if (engineSays.startsWith("mapping values are not allowed")) {
      return "\"key: value\" cannot stand here";
    }
    if (engineSays.startsWith("sequence entries are not allowed")) {
      return "a list item cannot stand here";
    }
    if (engineSays.startsWith("mapping keys are not allowed")) {
      return "a key cannot stand here";
    }
    if (engineSays.startsWith(NO_COLON)) {
      return "this line has no \": \" and so is no key";
    }
    if (engineSays.contains(UNCLOSED)) {
      return "the quotation mark is never closed";
    }
    if (engineSays.contains("that cannot start any token")) {
      return "a text without quotes cannot begin with this character";
    }
    return expectation(engineSays);
  }

  /** Words for "expected this, but found that", and for the rest the engine's own. */
  private static String expectation(String engineSays) {
    if (engineSays.startsWith("expected <block end>")) {
      return "this does not belong where it is indented to: " + found(engineSays);
    }
    if (engineSays.contains(DOCUMENT_START)) {
      return "the document has ended, but more follows";
    }
    if (engineSays.startsWith(NO_CONTENT)) {
      return engineSays.contains(END)
          ? "the text ends where a value is due"
          : "a value is missing here: " + found(engineSays);
    }
    if (engineSays.startsWith(NO_COMMA)) {
      String close = engineSays.substring(NO_COMMA.length(), NO_COMMA.length() + 1);
      return engineSays.contains(END)
          ? "the text ends before a closing " + close
          : "a comma or a closing " + close + " is due here";
    }
    if (engineSays.startsWith(BAD_ESCAPE)) {
      return "\\" + engineSays.charAt(BAD_ESCAPE.length()) + " is no escape between double quotes";
    }
    if (engineSays.startsWith("Version{")) {
      return "no such version of YAML is known";
    }
    if (engineSays.startsWith("unexpected character found")) {
      return "this character cannot stand here";
    }
    if (engineSays.startsWith("expected a comment or a line break")) {
      return "only a comment can follow here";
    }
    return withoutBrackets(engineSays);
  }

  private String help(String engineSays, int at) {
    if (GoTemplates.isMentioned(source.text(), slice)) {
      return TEMPLATE_HELP;
    }
    if (isTab(at)) {
      return "replace the tab with spaces";
    }
    if (engineSays.startsWith("mapping values are not allowed")) {
      return "check the indentation; a text that holds \": \" must be quoted";
    }
    if (engineSays.contains("cannot start any token")) {
      return "quote the text";
    }
    if (engineSays.startsWith("expected <block end>")
        || engineSays.startsWith("sequence entries are not allowed")) {
      return "check the indentation of this line and of the one before";
    }
    return helpWithSigns(engineSays);
  }

  /** What to do about a colon, quotation mark, bracket or marker that is missing or wrong. */
  private String helpWithSigns(String engineSays) {
    if (engineSays.startsWith(NO_COLON)) {
      return "write it as KEY: VALUE";
    }
    if (engineSays.contains(UNCLOSED)) {
      return "close the quotation where the text is to end";
    }
    if (engineSays.startsWith(NO_COMMA)) {
      return "check the brackets from the one that begins there";
    }
    if (engineSays.startsWith(BAD_ESCAPE)) {
      return "write \\\\ for a backslash, or put the text in single quotes";
    }
    if (engineSays.contains(DOCUMENT_START)) {
      return source.text().startsWith("%", slice.start())
          ? "a line --- is due behind the lines with %"
          : "check the indentation; another document begins with a line ---";
    }
    return "";
  }

  private boolean isTab(int at) {
    return at < slice.end() && source.text().charAt(at) == '\t';
  }

  /** The engine's word for the token that stands where another was expected. */
  private static String found(String engineSays) {
    int but = engineSays.indexOf("but found");
    return but < 0 ? withoutBrackets(engineSays) : withoutBrackets(engineSays.substring(but + 4));
  }

  private static String context(String engineSays) {
    String doing = withoutBrackets(String.valueOf(engineSays));
    int scanning = doing.indexOf("while ");
    return scanning == 0 ? doing.substring("while ".length()) + " that begins here" : doing;
  }

  private static String withoutBrackets(String words) {
    return words.replace("<", "").replace(">", "");
  }
}
