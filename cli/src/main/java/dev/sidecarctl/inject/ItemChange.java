package dev.sidecarctl.inject;

import dev.sidecarctl.merge.ItemPath;
import dev.sidecarctl.yaml.Value;

/**
 * What becomes of an item of the record.
 *
 * @param kind what is done
 * @param item its name
 * @param value as it is to be; as it is, where it goes
 */
public record ItemChange(Kind kind, ItemPath item, Value value) {

  /** What is done with an item. */
  public enum Kind {
    /** It is added. */
    ADD('+'),
    /** It takes the place of something of the user's. */
    REPLACE('~'),
    /** It was there, and changes. */
    CHANGE('~'),
    /** It was there, and goes. */
    REMOVE('-');

    private final char sign;

    Kind(char sign) {
      this.sign = sign;
    }

    /** The sign in front of it in a plan. */
    public char sign() {
      return sign;
    }
  }
}
