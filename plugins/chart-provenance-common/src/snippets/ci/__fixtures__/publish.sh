#!/bin/sh
# Packages, pushes, signs and attests one release. Run it in a checkout of the release tag.
# It writes release/version, release/digest and release/archive-sha256: hand them to verify.sh.
set -eu

export CHART_NAME=payments
# Where Chart.yaml is in this repository; change it when it is elsewhere.
export CHART_PATH=charts/payments
export CHART_HOST=ghcr.io
export CHART_PARENT=oci://ghcr.io/acme/charts
export CHART_REPOSITORY=ghcr.io/acme/charts/payments
# What stands before the version in a release tag.
export TAG_PREFIX=v
# Values that the bill of materials is rendered with; empty: the chart's own.
export VALUES_FILE=''
export KUBE_VERSION=1.34.0
export BUILD_TYPE='https://github.com/chart-provenance/chart-provenance/blob/main/docs/publishing.md#provenance'
# Who may sign, as the chart's policy says it.
export SIGNER_ISSUER=https://token.actions.githubusercontent.com
export SIGNER_PATTERN='https://github\.com/acme/payments/\.github/workflows/release\.yml@refs/tags/v.+'
export CHART_PROVENANCE_URL=https://backstage.acme.example/api/chart-provenance
export GATE_ENVIRONMENT=prod
export CLI_VERSION=0.1.0
export PROMOTED_AS=prod

# What is released.
RELEASE_TAG=$(git describe --exact-match --tags)
RELEASE_REF=refs/tags/$RELEASE_TAG
RELEASE_COMMIT=$(git rev-parse HEAD)
RELEASE_PIPELINE=publish.sh
: "${RELEASE_SOURCE:?the address of the source repository}" "${RELEASE_BUILDER:?who builds}" "${RELEASE_RUN:?the address of this run}"

# Check what is released.
# A tag that says another version than Chart.yaml would publish what nobody reviewed.
mkdir -p release
name=$(helm show chart "$CHART_PATH" | sed -n 's/^name: *//p' | tr -d '"')
version=$(helm show chart "$CHART_PATH" | sed -n 's/^version: *//p' | tr -d '"')
if [ "$name" != "$CHART_NAME" ]; then
  echo "Chart.yaml has the name $name; this pipeline releases $CHART_NAME." >&2
  exit 1
fi
if ! expr "$version" : '[0-9][0-9A-Za-z.+-]*$' >/dev/null; then
  echo "Chart.yaml has no version: $version" >&2
  exit 1
fi
if [ "$RELEASE_TAG" != "$TAG_PREFIX$version" ]; then
  echo "The tag is $RELEASE_TAG, Chart.yaml has version $version: they must be the same." >&2
  exit 1
fi
printf '%s\n' "$version" >release/version

# Lint.
# File times are those of the commit, as archives hold them. Dependencies come from Chart.lock; for one
# from an index over https, add before: helm repo add
git ls-files -z | xargs -0 touch -d "@$(git log -1 --format=%ct)"
if [ -f "$CHART_PATH/Chart.lock" ]; then
  helm dependency build "$CHART_PATH"
fi
helm lint --strict "$CHART_PATH"

# Package.
# The same commit makes the same bytes, so that a run can be repeated.
find "$CHART_PATH" -exec touch -d "@$(git log -1 --format=%ct)" {} +
helm package "$CHART_PATH" --destination release
version=$(cat release/version)
touch -d "@$(git log -1 --format=%ct)" "release/$CHART_NAME-$version.tgz"
sha256sum "release/$CHART_NAME-$version.tgz" | cut -d ' ' -f 1 >release/archive-sha256

# Log in to the registry.
# One log-in for all: cosign writes Docker's config.json, and Helm reads it too. The verifying machine has
# an account that can only read.
if [ -n "${REGISTRY_USER:-}" ]; then
  printf '%s' "$REGISTRY_PASSWORD" | cosign login "$CHART_HOST" --username "$REGISTRY_USER" --password-stdin
fi

# Refuse to change a published version.
# A version is published once. Only immutable tags of the registry hold that for certain; this catches the
# accident.
version=$(cat release/version)
mkdir -p release/published
if helm pull "oci://$CHART_REPOSITORY" --version "$version" --destination release/published >/dev/null 2>&1; then
  if ! cmp -s "release/published/$CHART_NAME-$version.tgz" "release/$CHART_NAME-$version.tgz"; then
    echo "Version $version is published already, with other contents: raise the version." >&2
    exit 1
  fi
fi

# Push.
# Helm 3 names the digest on stderr and Helm 4 on stdout: both are read. Everything after this goes by
# digest.
version=$(cat release/version)
if ! pushed=$(helm push "release/$CHART_NAME-$version.tgz" "$CHART_PARENT" 2>&1); then
  printf '%s\n' "$pushed" >&2
  exit 1
fi
digest=$(printf '%s\n' "$pushed" | sed -n 's/^Digest: *//p')
if ! expr "$digest" : 'sha256:[0-9a-f]\{64\}$' >/dev/null; then
  echo "helm push named no digest: $pushed" >&2
  exit 1
fi
printf '%s\n' "$digest" >release/digest
echo "Pushed $CHART_REPOSITORY@$digest"

# Sign.
# By digest: a tag could point elsewhere by the time it is signed.
digest=$(cat release/digest)
cosign sign --yes "$CHART_REPOSITORY@$digest"

# Write the bill of materials.
# Subcharts, and the images of one rendering: other values deploy other images, so the values used are
# named in it.
# It lists no packages inside the images; those need SBOMs of their own.
version=$(cat release/version)
archive=release/$CHART_NAME-$version.tgz
rm -rf reader && mkdir -p reader/templates reader/rendered reader/read reader/archive
if [ -n "$VALUES_FILE" ]; then
  values="$VALUES_FILE, sha256 $(sha256sum "$VALUES_FILE" | cut -d ' ' -f 1)"
  helm template "$CHART_NAME" "$archive" --kube-version "$KUBE_VERSION" --values "$VALUES_FILE" >reader/rendered/all.yaml
else
  values="the chart's own values.yaml"
  helm template "$CHART_NAME" "$archive" --kube-version "$KUBE_VERSION" >reader/rendered/all.yaml
fi
tar -xzf "$archive" -C reader/archive
number=0
find reader/archive -mindepth 3 -path "*/charts/*/Chart.yaml" | sort | while read -r file; do
  number=$((number + 1))
  cp "$file" "reader/read/$number.yaml"
done
if [ -f "reader/archive/$CHART_NAME/Chart.lock" ]; then
  cp "reader/archive/$CHART_NAME/Chart.lock" reader/read/lock.yaml
fi
rm -rf reader/archive
printf 'apiVersion: v2\nname: reader\nversion: 0.0.0\n' >reader/Chart.yaml
cat >reader/templates/read.yaml <<'TEMPLATE'
{{- $documents := list }}
{{- range regexSplit "(?m)^---.*$" (.Files.Get "rendered/all.yaml") -1 }}
{{- if regexMatch "(?m)^[^#\\s]" . }}{{ $documents = append $documents (fromYaml .) }}{{ end }}
{{- end }}
{{- $charts := list }}
{{- range $path, $_ := .Files.Glob "read/[0-9]*.yaml" }}
{{- $charts = append $charts ($.Files.Get $path | fromYaml) }}
{{- end }}
{{- $lock := .Files.Get "read/lock.yaml" | fromYaml }}
{{- dict "apiVersion" "v1" "kind" "Read" "documents" $documents "charts" $charts "lock" $lock | toJson }}
TEMPLATE
helm template reader reader >release/read.yaml
sed '/^---/d; /^#/d' release/read.yaml >release/read.json
rm -rf reader
jq --arg name "$CHART_NAME" --arg version "$version" --arg values "$values" --arg kube "$KUBE_VERSION" \
  --arg digest "$(cut -d : -f 2 release/digest)" --arg repository "$CHART_REPOSITORY" --arg time "$(date -u +%Y-%m-%dT%H:%M:%SZ)" '
  def image:
    (split("@") | {before: .[0], digest: .[1]}) as $at
    | ($at.before | capture("^(?<name>.*?)(?::(?<tag>[^:/]*))?$")) as $parts
    | ($parts.name | split("/") | last | ascii_downcase) as $last
    | {type: "container", "bom-ref": ., name: $parts.name, version: ($at.digest // $parts.tag // "latest")}
      + (if $at.digest then {
          hashes: [{alg: "SHA-256", content: ($at.digest | ltrimstr("sha256:"))}],
          purl: "pkg:oci/\($last)@\($at.digest | @uri)?repository_url=\($parts.name | @uri)"
        } else {} end)
      + {properties: [{name: "chart-provenance:pinned", value: (if $at.digest then "true" else "false" end)}]};
  def subchart($lock):
    .name as $of | ([$lock.dependencies[]? | select(.name == $of) | .repository] | first) as $from
    | {type: "application", "bom-ref": "subchart \(.name) \(.version)", name, version,
        purl: "pkg:helm/\(.name | @uri)@\(.version | @uri)"}
      + (if ($from // "") == "" then {} else {properties: [{name: "chart-provenance:repository", value: $from}]} end);
  [.documents[], .charts[], .lock | select(has("Error"))] as $broken
  | if ($broken | length) > 0 then error("what was rendered cannot be read: \($broken[0].Error)") else . end
  | .lock as $lock
  | ([.documents[] | select(.kind != "ConfigMap" and .kind != "Secret") | .. | objects | .image? | strings | select(. != "")]
      | unique | map(image)) as $images
  | ([.charts[] | subchart($lock)] | unique_by(."bom-ref")) as $subcharts
  | {bomFormat: "CycloneDX", specVersion: "1.6", version: 1,
      metadata: {
        timestamp: $time, lifecycles: [{phase: "build"}],
        component: {type: "application", "bom-ref": "chart", name: $name, version: $version,
          purl: "pkg:helm/\($name | @uri)@\($version | @uri)",
          properties: [{name: "chart-provenance:manifest", value: "\($repository)@sha256:\($digest)"}]},
        properties: [
          {name: "chart-provenance:values", value: $values},
          {name: "chart-provenance:kube-version", value: $kube}
        ]
      },
      components: ($subcharts + $images),
      dependencies: [{ref: "chart", dependsOn: [($subcharts + $images)[] | ."bom-ref"]}]}
  ' release/read.json >release/sbom.cdx.json
jq -r '"Bill of materials: \(.components | length) components"' release/sbom.cdx.json

# Attest the bill of materials.
# Signed by the same identity, so that it can be told whose it is.
digest=$(cat release/digest)
cosign attest --yes --type cyclonedx --predicate release/sbom.cdx.json "$CHART_REPOSITORY@$digest"

# Attest where it was built.
# SLSA provenance, written by this job about itself: source and commit. The certificate says the same, and
# is what verifiers compare it with.
digest=$(cat release/digest)
jq -n --arg source "$RELEASE_SOURCE" --arg ref "$RELEASE_REF" --arg commit "$RELEASE_COMMIT" \
  --arg builder "$RELEASE_BUILDER" --arg run "$RELEASE_RUN" --arg pipeline "$RELEASE_PIPELINE" --arg type "$BUILD_TYPE" '{
    buildDefinition: {
      buildType: $type,
      externalParameters: {workflow: {repository: $source, ref: $ref, path: $pipeline}},
      resolvedDependencies: [{uri: "git+\($source)@\($ref)", digest: {gitCommit: $commit}}]
    },
    runDetails: {builder: {id: $builder}, metadata: {invocationId: $run}}
  }' >release/provenance.json
cosign attest --yes --type slsaprovenance1 --predicate release/provenance.json "$CHART_REPOSITORY@$digest"
