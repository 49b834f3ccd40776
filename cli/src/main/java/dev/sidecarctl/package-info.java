/**
 * sidecarctl: a manifest is text; we read it into nodes with exact places, plan the change of each
 * workload, lower the plan to text edits, apply them, read the result again, verify it, and report.
 * YAML that the user wrote is never printed anew.
 *
 * <p>The code map. A package may use those below it, never one above:
 *
 * <dl>
 *   <dt>{@code command}
 *   <dd>The command line: options to requests, the verbs, what is printed where.
 *       <em>Invariant:</em> it alone knows picocli, and in its folders the file system; nothing
 *       here ends the process.
 *   <dt>{@code command.lookup}
 *   <dd>What counts for a file: its project, the templates that are asked for, the values of their
 *       parameters. <em>Invariant:</em> knows no option; reads and never writes.
 *   <dt>{@code command.file}
 *   <dd>Files, folders and standard input: which are meant, reading them, writing them in place,
 *       exit statuses. <em>Invariant:</em> knows no option, and nothing of what a text says.
 *   <dt>{@code host}
 *   <dd>The forms in which a host, such as kustomize, hands manifests over with the template.
 *       <em>Invariant:</em> knows the forms and no process; what it is given and gives are texts.
 *   <dt>{@code output}
 *   <dd>Results as people and pipes get them: the YAML stream, JSON, a unified diff, and the lines
 *       about what happened. <em>Invariant:</em> makes text and nothing else; never opens a file or
 *       a stream.
 *   <dt>{@code plan}
 *   <dd>What an injection would do, and why, for people who want to know before.
 *       <em>Invariant:</em> looks at what {@code inject} decided and never decides itself.
 *   <dt>{@code status}
 *   <dd>What was injected, as a table and as JSON. Invariant: tells what {@code inject} read, and
 *       judges nothing.
 *   <dt>{@code reports}
 *   <dd>What {@code validate} found, for machines. <em>Invariant:</em> tells what {@code inject}
 *       found, and judges nothing.
 *   <dt>{@code inject}
 *   <dd>The straight line for one source: workloads, plan, edits, verified text; and the way back.
 *       <em>Invariant:</em> what it returns is the source itself, or has been read again and found
 *       to be what was planned.
 *   <dt>{@code merge}
 *   <dd>A pod template and sidecar templates made into one plan; conflicts; the record of what is
 *       whose. <em>Invariant:</em> works on data, never on a manifest's text; what a user wrote is
 *       kept, or the plan is refused.
 *   <dt>{@code project}
 *   <dd>What a project's {@code .sidecarctl.yaml} says, and the rules that follow from it.
 *       <em>Invariant:</em> works on the configuration's text alone; which one counts for a file,
 *       and what its paths lead to, is settled above.
 *   <dt>{@code template}
 *   <dd>Sidecar templates: reading them, their parameters, what they match, and the catalogue.
 *       <em>Invariant:</em> substitution works on values, never on YAML text.
 *   <dt>{@code check}
 *   <dd>Whether an API server would take an object: its schema, the rules for its kind, the Pod
 *       Security Standards. <em>Invariant:</em> it alone knows networknt and Jackson; looks at data
 *       and never changes it.
 *   <dt>{@code kubernetes}
 *   <dd>Which documents are workloads, where their pod template is, what items of lists are known
 *       by, and what means the same to a cluster. <em>Invariant:</em> knows the shape of Kubernetes
 *       objects, and nothing of sidecar templates.
 *   <dt>{@code yaml}
 *   <dd>YAML streams read into nodes with exact places, and wanted data lowered to edits of the
 *       text. <em>Invariant:</em> it alone knows SnakeYAML Engine; text that the user wrote is
 *       never printed anew.
 *   <dt>{@code diagnostic}
 *   <dd>What is wrong, where, and what to do about it; how that is laid out. <em>Invariant:</em>
 *       knows text, not YAML; every message is worded where it is found.
 *   <dt>{@code text}
 *   <dd>Source text, places in it, and edits to it. <em>Invariant:</em> edits are disjoint, sorted,
 *       and refer to the original.
 * </dl>
 *
 * <p>From {@code text} to {@code inject} no package sees a file, a stream or a clock, and nothing
 * but {@link Main} ends the process. {@code ArchitectureTest} holds us to all of this.
 */
@NullMarked
package dev.sidecarctl;

import org.jspecify.annotations.NullMarked;
