package dev.sidecarctl.command;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.StoppedException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A command such as {@code inject}. */
interface Verb {

  String name();

  /** Other names of the same command. */
  default List<String> aliases() {
    return List.of();
  }

  /** Its options and its help; made anew at each call. */
  CommandSpec spec();

  /**
   * Does what the command line says.
   *
   * @throws StoppedException when it cannot be done
   */
  ExitStatus run(ParseResult parsed, Surroundings around);
}
