package dev.sidecarctl.template;

/** The fields of the template format's own types, in the notation of {@link FieldTable}. */
final class FormatFields {
  static final String TABLE =
      """
      SidecarTemplate: apiVersion:s kind:s metadata:TemplateMetadata spec:TemplateSpec
      TemplateMetadata: name:s labels{s annotations{s
      TemplateSpec: version:s description:s parameters[Parameter match:Match \
      sidecars[ContainerItem containers[ContainerItem initContainers[ContainerItem \
      volumes[Volume requires:Requires targets[Target pod:PodPart placement:s
      Parameter: name:s type:s description:s default:* enum[* pattern:s minimum:* maximum:*
      Match: kinds[s names[s namespaces[s excludedNamespaces[s labelSelector:LabelSelector \
      policy:s
      Requires: podNetwork:b os:s
      ContainerItem: before:s after:s +Container
      Target: +Container -name -image -command -args -restartPolicy -restartPolicyRules \
      containers[s initContainers[s
      PodPart: metadata:PodPartMetadata spec:PodPartSpec
      PodPartMetadata: labels{s annotations{s
      PodPartSpec: +PodSpec -volumes -containers -initContainers -ephemeralContainers
      """;

  private FormatFields() {}
}
