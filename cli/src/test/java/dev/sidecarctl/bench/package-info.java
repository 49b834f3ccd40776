/** How fast the program is, next to its peer; {@code bench/README.md} says more. */
package dev.sidecarctl.bench;
