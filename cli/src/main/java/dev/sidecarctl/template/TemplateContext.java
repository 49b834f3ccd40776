package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.text.Source;
import java.util.Optional;

/** What a template may refer to outside of its own text. */
public interface TemplateContext {

  /** The version of this program, which {@code requires.sidecarctl} is held against. */
  String toolVersion();

  /**
   * Finds the file with the template that {@code extends} names.
   *
   * @param word a name, or the path of a file
   * @param at where it is said
   * @param asking the name of the template that extends it, which never means itself
   * @throws dev.sidecarctl.diagnostic.RefusedException where there is none, or it cannot be read
   */
  Base base(String word, Location at, String asking);

  /**
   * A file with a template that another one extends.
   *
   * @param source its text
   * @param name which of the file's templates is meant; empty for the only one
   * @param context what the file refers to itself
   */
  record Base(Source source, Optional<String> name, TemplateContext context) {}
}
