package dev.sidecarctl.inject;

import java.util.Optional;
import java.util.Set;

/**
 * How far a run takes over what it did not add itself, and gives up what nobody lists any more.
 *
 * @param adopt whether what is there already and equals the template's comes into the record
 *     ({@code --adopt})
 * @param prune whether recorded templates go that the project does not list ({@code --prune})
 * @param listing what the project lists; empty where it does not say
 */
public record Ownership(boolean adopt, boolean prune, Optional<Listing> listing) {
  private static final Ownership PLAIN = new Ownership(false, false, Optional.empty());

  /**
   * The templates of a project.
   *
   * @param file the configuration that lists them, as messages name it
   * @param templates their names
   * @param whole whether the run is about all of them, and no {@code -t} chooses some
   */
  public record Listing(String file, Set<String> templates, boolean whole) {

    /** Takes a copy. */
    public Listing {
      templates = Set.copyOf(templates);
    }
  }

  /** Takes over nothing, gives up nothing. */
  public static Ownership plain() {
    return PLAIN;
  }
}
