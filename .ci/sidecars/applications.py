"""Manifests of applications for the runs."""


def deployment(spec="", metadata="", containers=""):
    """A Deployment of one container; further lines go where they are indented to."""
    return f"""
apiVersion: apps/v1
kind: Deployment
metadata: {{name: web, namespace: shop}}
spec:
  selector: {{matchLabels: {{app: web}}}}
  template:
    metadata:
      labels: {{app: web}}
{metadata}    spec:
{spec}      containers:
        - name: web
          image: example.com/web:1
          ports: [{{containerPort: 8080}}]
{containers}"""
