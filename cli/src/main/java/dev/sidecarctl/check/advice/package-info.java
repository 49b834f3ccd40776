/**
 * What an API server takes and people had better know of: advice on what a sidecar does to a pod.
 */
@NullMarked
package dev.sidecarctl.check.advice;

import org.jspecify.annotations.NullMarked;
