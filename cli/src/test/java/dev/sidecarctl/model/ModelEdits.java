package dev.sidecarctl.model;

/**
 * What somebody edited by hand in the sidecar of {@link ModelTemplate#ALPHA}.
 *
 * @param level whether the value of its variable LEVEL
 * @param image its image; empty for none
 */
record ModelEdits(boolean level, String image) {
  static final ModelEdits NONE = new ModelEdits(false, "");
}
