package dev.sidecarctl.editor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The texts that an editor shows over keys, out of a table: {@code TYPE.KEY: TEXT | WORDS}. */
public final class HoverTexts {
  private static final Path FOLDER =
      Path.of(
          System.getProperty("sidecarctl.root"), "cli/src/test/resources/dev/sidecarctl/editor");

  private final Map<String, String> lines = new LinkedHashMap<>();

  private HoverTexts() {}

  /** Reads a table of the resources. */
  public static HoverTexts of(String name) {
    HoverTexts texts = new HoverTexts();
    try {
      for (String line : Files.readAllLines(FOLDER.resolve(name))) {
        int colon = line.indexOf(": ");
        if (colon > 0 && !line.startsWith("#")) {
          texts.lines.put(line.substring(0, colon), line.substring(colon + 2));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /** The keys that have a text, each with its type. */
  public Set<String> keys() {
    return lines.keySet();
  }

  /** Description and words to offer; none where there is no text. */
  public Map<String, Object> annotations(String key) {
    Optional<String> line = Optional.ofNullable(lines.get(key));
    if (line.isEmpty()) {
      return Map.of();
    }
    String[] parts = line.get().split(" \\| ", 2);
    List<String> words = new ArrayList<>();
    if (parts.length > 1) {
      words.addAll(List.of(parts[1].split(" ")));
    }
    Map<String, Object> annotations = Keywords.of("description", parts[0]);
    if (!words.isEmpty()) {
      annotations.put("examples", words);
    }
    return annotations;
  }
}
