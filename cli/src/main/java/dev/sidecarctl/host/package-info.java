/**
 * The forms in which a host hands manifests over: kustomize's ResourceList, with the template in it
 * and results that go back, and the call of its older plugins.
 *
 * <p>Invariant: knows the forms and no process; what it is given and gives are texts.
 */
@NullMarked
package dev.sidecarctl.host;

import org.jspecify.annotations.NullMarked;
