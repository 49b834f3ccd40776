package dev.sidecarctl.command.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;

/** Why input or output failed, in words. */
public final class Failure {
  private Failure() {}

  /** A phrase without the file's name, such as {@code permission denied}. */
  public static String reason(Exception failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (failure instanceof NotDirectoryException) {
      return "it is no folder";
    }
    if (failure instanceof ReadOnlyFileSystemException) {
      return "the file system is read-only";
    }
    if (failure instanceof AtomicMoveNotSupportedException) {
      return "the file cannot be replaced in one step";
    }
    if (failure instanceof FileSystemException system && system.getReason() != null) {
      return lower(system.getReason());
    }
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : lower(message);
  }

  /** Whether whoever read our output has gone, which needs no words. */
  public static boolean isClosedStream(IOException failure) {
    String message = failure.getMessage();
    if (message == null) {
      return false;
    }
    return message.contains("Broken pipe")
        || message.contains("Bad file descriptor")
        || message.contains("Stream closed")
        || message.contains("pipe is being closed")
        || message.contains("pipe has been ended");
  }

  private static String lower(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
