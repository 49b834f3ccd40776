package dev.sidecarctl.template;

import java.util.Optional;

/**
 * What holds at a place of a template, as far as it is to be checked.
 *
 * @param filled whether references are filled in there, and conditions have a say
 * @param item whether the value there is an item of a list, which may be repeated
 * @param repeated whether it is below an item with {@code forEach}, so that there is an {@code
 *     $(item)}
 * @param element what {@code $(item)} is; empty where that is not known
 */
record Scope(boolean filled, boolean item, boolean repeated, Optional<ParameterType> element) {
  /** Where nothing is filled in. */
  static final Scope PLAIN = new Scope(false, false, false, Optional.empty());

  /** The same, where references are filled in. */
  Scope asFilled() {
    return filled ? this : new Scope(true, item, repeated, element);
  }

  /** The same, for an item of a list. */
  Scope asItem() {
    return new Scope(filled, true, repeated, element);
  }

  /** The same, for what is below an item, or is the value of a field. */
  Scope below() {
    return item ? new Scope(filled, false, repeated, element) : this;
  }

  /** The same, for what is below an item that is repeated for the elements of a parameter. */
  Scope repeatedFor(Optional<Parameter> list) {
    Optional<ParameterType> type =
        list.isPresent() ? Optional.of(list.get().type()) : Optional.empty();
    return new Scope(filled, item, true, type);
  }
}
