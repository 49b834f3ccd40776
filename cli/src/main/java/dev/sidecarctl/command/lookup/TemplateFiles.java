package dev.sidecarctl.command.lookup;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.InputReader;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.template.Catalogue;
import dev.sidecarctl.template.SidecarTemplate;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The templates in files that {@code -t} names; each file is read once. */
public final class TemplateFiles {
  private final Path folder;
  private final Catalogue catalogue;
  private final Map<String, List<SidecarTemplate>> read = new HashMap<>();

  /**
   * @param folder what relative paths are relative to
   * @param catalogue what templates may extend, beside files
   */
  public TemplateFiles(Path folder, Catalogue catalogue) {
    this.folder = folder;
    this.catalogue = catalogue;
  }

  /** Whether a text is a path, if only an empty one, and not a name. */
  public static boolean isPath(String text) {
    return text.isEmpty()
        || text.indexOf('/') >= 0
        || text.endsWith(".yaml")
        || text.endsWith(".yml");
  }

  /** Whether there is a file of a name that is no path. */
  boolean exists(String name) {
    return Files.exists(folder.resolve(name));
  }

  /**
   * The templates of a file, in order.
   *
   * @throws StoppedException when it cannot be read, or is wrong
   */
  public List<SidecarTemplate> in(String path) {
    if (path.isEmpty()) {
      throw StoppedException.usage("the template's name is empty", "");
    }
    return inFileNamed(path);
  }

  /**
   * The templates of a file, in order, whatever its name looks like.
   *
   * @throws StoppedException when it cannot be read, or is wrong
   */
  public List<SidecarTemplate> inFileNamed(String path) {
    List<SidecarTemplate> known = read.get(path);
    if (known != null) {
      return known;
    }
    try {
      Path file = folder.resolve(path);
      InputReader reader = new InputReader(InputStream.nullInputStream());
      List<SidecarTemplate> templates =
          SidecarTemplate.read(
              reader.read(path, file), TemplateFolder.ofFile(path, folder, catalogue));
      read.put(path, templates);
      return templates;
    } catch (InvalidPathException e) {
      throw StoppedException.usage(path + " is no path", "");
    } catch (RefusedException e) {
      throw new StoppedException(ExitStatus.REFUSED, e.diagnostics());
    }
  }
}
