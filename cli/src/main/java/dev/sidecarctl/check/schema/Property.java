package dev.sidecarctl.check.schema;

/**
 * One form of a property.
 *
 * @param type in the letters of the {@link SchemaTable}
 * @param required whether an object without it is none
 * @param versions in which it has this form
 */
public record Property(String type, boolean required, int versions) {}
