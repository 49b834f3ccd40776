/**
 * sidecarctl: a manifest is text; we read it into nodes with exact spans, plan the additions per
 * workload, lower the plan to text edits, apply them, read the result again, verify it, and report.
 * YAML that the user wrote is never printed anew.
 *
 * <p>The code map. A package may use those below it, never one above:
 *
 * <dl>
 *   <dt>{@code command}
 *   <dd>Options to requests, files and standard streams, atomic writing, exit codes.
 *       <em>Invariant:</em> it alone knows picocli and the file system.
 *   <dt>{@code output}
 *   <dd>Results to what is printed: a YAML stream, a diff, a summary. <em>Invariant:</em> one
 *       result always gives the same bytes, and wording comes from the diagnostics.
 *   <dt>{@code inject}
 *   <dd>The straight line for one source: plan, edit, verify. <em>Invariant:</em> what it returns
 *       has been read again and found to be the original plus the plan.
 *   <dt>{@code merge}
 *   <dd>A pod template and sidecar templates to a plan, and the plan to edits. <em>Invariant:</em>
 *       all templates of a workload are planned before any text exists.
 *   <dt>{@code template}
 *   <dd>Sidecar templates, their parameters, what they match. <em>Invariant:</em> substitution
 *       works on values, never on YAML text.
 *   <dt>{@code kubernetes}
 *   <dd>Which nodes are manifests and workloads, where the pod template is, how lists merge.
 *       <em>Invariant:</em> what it does not know passes through untouched.
 *   <dt>{@code yaml}
 *   <dd>Streams, documents and nodes with tight spans; structural edits lowered to text edits.
 *       <em>Invariant:</em> it alone knows SnakeYAML Engine, and every span lies in its source.
 *   <dt>{@code diagnostic}
 *   <dd>Severity, code, message, places, and the printed excerpt. <em>Invariant:</em> it knows
 *       text, not YAML.
 *   <dt>{@code text}
 *   <dd>Sources, spans, positions, edits. <em>Invariant:</em> edits are disjoint, sorted, and refer
 *       to the original.
 * </dl>
 *
 * <p>From {@code text} to {@code inject} no package sees a file, a stream or a clock, and nothing
 * but {@link Main} ends the process. {@code ArchitectureTest} holds us to all of this.
 */
@NullMarked
package dev.sidecarctl;

import org.jspecify.annotations.NullMarked;
