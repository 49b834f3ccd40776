package dev.sidecarctl;

import dev.sidecarctl.command.CommandLineTool;
import dev.sidecarctl.command.Surroundings;
import dev.sidecarctl.command.file.ExitStatus;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.List;

/** The process: standard streams in, exit code out. Nothing else in the program ends it. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // Straight to the descriptors: System.out hides errors, and sets up an encoder that we do not
    // need.
    Surroundings around =
        Surroundings.ofProcess(
            // Behind a buffer: a bare FileInputStream asks a pipe for its position.
            new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err));
    ExitStatus status = new CommandLineTool().run(List.of(args), around);
    // halt instead of exit: nothing waits for a shutdown hook, and exit costs milliseconds.
    Runtime.getRuntime().halt(status.code());
  }
}
