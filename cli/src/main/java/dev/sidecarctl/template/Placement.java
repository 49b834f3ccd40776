package dev.sidecarctl.template;

/** Where an item goes among the containers, or among the init containers, of a pod. */
public sealed interface Placement {

  /** Before all others. */
  record First() implements Placement {}

  /** Behind all others. */
  record Last() implements Placement {}

  /** Right before the one of that name. */
  record Before(String name) implements Placement {}

  /** Right behind the one of that name. */
  record After(String name) implements Placement {}
}
