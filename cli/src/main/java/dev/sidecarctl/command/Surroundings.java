package dev.sidecarctl.command;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a run sees of the process around it.
 *
 * @param in standard input
 * @param out where the manifest goes, and nothing else
 * @param err where everything that is said goes
 * @param environment the environment variables
 * @param folder the working directory: paths are relative to it
 * @param inputIsTerminal whether somebody would have to type the input
 * @param outputIsTerminal whether a diff may be coloured
 * @param errorIsTerminal whether what is said may be coloured
 */
public record Surroundings(
    InputStream in,
    OutputStream out,
    OutputStream err,
    Map<String, String> environment,
    Path folder,
    boolean inputIsTerminal,
    boolean outputIsTerminal,
    boolean errorIsTerminal) {

  /**
   * What surrounds this process. Which streams are terminals only the launcher can tell; it says so
   * in the property {@code sidecarctl.terminals}, by the numbers of their descriptors.
   */
  public static Surroundings ofProcess(InputStream in, OutputStream out, OutputStream err) {
    String terminals = System.getProperty("sidecarctl.terminals", "");
    return new Surroundings(
        in,
        out,
        err,
        System.getenv(),
        Path.of(""),
        terminals.indexOf('0') >= 0,
        terminals.indexOf('1') >= 0,
        terminals.indexOf('2') >= 0);
  }

  /** Whether a variable is set, and not to the empty text. */
  boolean isSet(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }
}
