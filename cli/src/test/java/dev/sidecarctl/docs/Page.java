package dev.sidecarctl.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the documentation.
 *
 * @param text its Markdown
 */
record Page(String text) {

  /** The folder that holds this project. */
  static final Path ROOT = Path.of(System.getProperty("sidecarctl.root"));

  private static final Pattern BLOCK =
      Pattern.compile("^```(?<info>.+)\n(?<text>(?:.*\n)*?)```$", Pattern.MULTILINE);

  static Page of(String path) {
    try {
      return new Page(Files.readString(ROOT.resolve(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fenced blocks that are introduced by these words. */
  List<String> blocks(String info) {
    List<String> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      if (block.group("info").equals(info)) {
        blocks.add(block.group("text"));
      }
    }
    return blocks;
  }
}
