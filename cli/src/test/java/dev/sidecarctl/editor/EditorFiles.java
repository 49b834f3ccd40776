package dev.sidecarctl.editor;

import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Documents of a kind in the files of the project. */
public final class EditorFiles {
  private static final Path ROOT = Path.of(System.getProperty("sidecarctl.root"));

  private EditorFiles() {}

  /** Those that can be read as YAML and have this kind, below some folders. */
  public static List<Value> ofKind(String kind, String... folders) {
    List<Value> documents = new ArrayList<>();
    for (String folder : folders) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
        for (Path file : files.filter(EditorFiles::isYaml).sorted().toList()) {
          addDocuments(file, kind, documents);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return documents;
  }

  private static boolean isYaml(Path file) {
    return Files.isRegularFile(file) && file.toString().matches(".*\\.ya?ml");
  }

  private static void addDocuments(Path file, String kind, List<Value> documents)
      throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    if (!text.contains(kind)) {
      return;
    }
    try {
      for (YamlDocument document : YamlStream.of(new Source(file.toString(), text)).documents()) {
        if (!document.isEmpty()
            && document.value() instanceof Value.Mapping mapping
            && mapping.says("kind", kind)
            && mapping.findText("apiVersion").orElse("").startsWith("sidecarctl.dev/")) {
          documents.add(mapping);
        }
      }
    } catch (RefusedException e) {
      // A case of something that is no YAML.
      return;
    }
  }
}
