package dev.sidecarctl.template;

/** The fields of the template format's own types, in the notation of {@link FieldTable}. */
final class FormatFields {
  static final String TABLE =
      """
      SidecarTemplate: apiVersion:s kind:s metadata:TemplateMetadata spec:TemplateSpec \
      argsOneLiner:s argsFromFile:s
      TemplateMetadata: name:s labels{s annotations{s
      TemplateSpec: extends:s version:s description:s parameters[Parameter match:Match \
      sidecars[ContainerItem containers[ContainerItem initContainers[ContainerItem \
      volumes[VolumeItem requires:Requires targets[Target pod:PodPart placement:s onConflict:s
      Parameter: name:s type:s items:s description:s default:* enum[* pattern:s minimum:* maximum:*
      Match: kinds[s names[s namespaces[s excludedNamespaces[s labelSelector:LabelSelector \
      policy:s
      Requires: sidecarctl:s podNetwork:b os:s podSecurity:s
      ContainerItem: before:s after:s placement:s onConflict:s +Container
      VolumeItem: onConflict:s +Volume
      Target: +Container -name -image -command -args -restartPolicy -restartPolicyRules \
      containers[s initContainers[s onConflict:s env[TargetVariable \
      volumeMounts[TargetMount ports[TargetPort
      TargetVariable: onConflict:s +EnvVar
      TargetMount: onConflict:s +VolumeMount
      TargetPort: onConflict:s +ContainerPort
      PodPart: metadata:PodPartMetadata spec:PodPartSpec onConflict:s
      PodPartMetadata: labels{s annotations{s
      PodPartSpec: +PodSpec -volumes -containers -initContainers -ephemeralContainers
      """;

  private FormatFields() {}
}
