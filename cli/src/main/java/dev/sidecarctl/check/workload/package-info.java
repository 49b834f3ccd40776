/** What an API server demands of objects and of the workloads that hold pods. */
@NullMarked
package dev.sidecarctl.check.workload;

import org.jspecify.annotations.NullMarked;
