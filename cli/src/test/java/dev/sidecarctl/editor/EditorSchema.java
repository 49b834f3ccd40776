package dev.sidecarctl.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schema for editors as it is checked in, under networknt's validator. */
public final class EditorSchema {
  private static final Path FOLDER = Path.of(System.getProperty("sidecarctl.root"), "templates");

  private final String name;
  private @Nullable Schema schema;

  /**
   * @param name of the file among the templates, read when something is first held against it
   */
  public EditorSchema(String name) {
    this.name = name;
  }

  /** Compares a file with what is generated; {@code -Dupdate=true} writes it anew, and fails. */
  public static void check(String name, String text) throws IOException {
    Path file = FOLDER.resolve(name);
    String before = Files.exists(file) ? Files.readString(file) : "";
    if (Boolean.getBoolean("update") && !before.equals(text)) {
      Files.writeString(file, text);
    }
    assertThat(before).isEqualTo(text);
  }

  /** What is wrong with a document, in the validator's words. */
  public List<String> faults(String json) {
    if (schema == null) {
      schema = read();
    }
    return schema.validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
  }

  private Schema read() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(Files.readString(FOLDER.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
