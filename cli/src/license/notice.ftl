sidecarctl

lib/sidecarctl.jar holds these libraries. The text of the Apache License is in LICENSE, all other texts that the libraries
bring along, and their notices, are in licenses/.

<#list dependencyMap as entry>
<#assign library = entry.getKey()>
  (<#list entry.getValue() as licence>${licence}<#sep>, </#list>) ${library.name} (${library.groupId}:${library.artifactId}:${library.version} - ${library.url!"no url"})
</#list>
