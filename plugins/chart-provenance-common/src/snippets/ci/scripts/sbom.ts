import { CiStep } from './types';

/**
 * Bill of materials of a chart. No scanner lists what a chart deploys, so it is made here: Helm renders the packaged chart and, as a chart
 * of its own, reads the YAML back as JSON; jq picks the images and subcharts.
 *
 * @internal
 */
export function sbomStep(): CiStep {
  return {
    name: 'Write the bill of materials',
    why: [
      'Subcharts, and the images of one rendering: other values deploy other images, so the values used are named in it.',
      'It lists no packages inside the images; those need SBOMs of their own.',
    ],
    script: [...render(), ...readBack(), ...write()],
  };
}

function render(): string[] {
  return [
    'version=$(cat release/version)',
    'archive=release/$CHART_NAME-$version.tgz',
    'rm -rf reader && mkdir -p reader/templates reader/rendered reader/read reader/archive',
    'if [ -n "$VALUES_FILE" ]; then',
    '  values="$VALUES_FILE, sha256 $(sha256sum "$VALUES_FILE" | cut -d \' \' -f 1)"',
    '  helm template "$CHART_NAME" "$archive" --kube-version "$KUBE_VERSION" --values "$VALUES_FILE" >reader/rendered/all.yaml',
    'else',
    '  values="the chart\'s own values.yaml"',
    '  helm template "$CHART_NAME" "$archive" --kube-version "$KUBE_VERSION" >reader/rendered/all.yaml',
    'fi',
  ];
}

function readBack(): string[] {
  return [
    'tar -xzf "$archive" -C reader/archive',
    'number=0',
    'find reader/archive -mindepth 3 -path "*/charts/*/Chart.yaml" | sort | while read -r file; do',
    '  number=$((number + 1))',
    '  cp "$file" "reader/read/$number.yaml"',
    'done',
    'if [ -f "reader/archive/$CHART_NAME/Chart.lock" ]; then',
    '  cp "reader/archive/$CHART_NAME/Chart.lock" reader/read/lock.yaml',
    'fi',
    'rm -rf reader/archive',
    String.raw`printf 'apiVersion: v2\nname: reader\nversion: 0.0.0\n' >reader/Chart.yaml`,
    "cat >reader/templates/read.yaml <<'TEMPLATE'",
    '{{- $documents := list }}',
    String.raw`{{- range regexSplit "(?m)^---.*$" (.Files.Get "rendered/all.yaml") -1 }}`,
    String.raw`{{- if regexMatch "(?m)^[^#\\s]" . }}{{ $documents = append $documents (fromYaml .) }}{{ end }}`,
    '{{- end }}',
    '{{- $charts := list }}',
    '{{- range $path, $_ := .Files.Glob "read/[0-9]*.yaml" }}',
    '{{- $charts = append $charts ($.Files.Get $path | fromYaml) }}',
    '{{- end }}',
    '{{- $lock := .Files.Get "read/lock.yaml" | fromYaml }}',
    '{{- dict "apiVersion" "v1" "kind" "Read" "documents" $documents "charts" $charts "lock" $lock | toJson }}',
    'TEMPLATE',
    'helm template reader reader >release/read.yaml',
    "sed '/^---/d; /^#/d' release/read.yaml >release/read.json",
    'rm -rf reader',
  ];
}

/** Strict where it matters: a document that cannot be read stops the release, it is not left out. */
function write(): string[] {
  return [
    'jq --arg name "$CHART_NAME" --arg version "$version" --arg values "$values" --arg kube "$KUBE_VERSION" \\',
    '  --arg digest "$(cut -d : -f 2 release/digest)" --arg repository "$CHART_REPOSITORY" --arg time "$(date -u +%Y-%m-%dT%H:%M:%SZ)" \'',
    '  def image:',
    '    (split("@") | {before: .[0], digest: .[1]}) as $at',
    '    | ($at.before | capture("^(?<name>.*?)(?::(?<tag>[^:/]*))?$")) as $parts',
    '    | ($parts.name | split("/") | last | ascii_downcase) as $last',
    '    | {type: "container", "bom-ref": ., name: $parts.name, version: ($at.digest // $parts.tag // "latest")}',
    '      + (if $at.digest then {',
    '          hashes: [{alg: "SHA-256", content: ($at.digest | ltrimstr("sha256:"))}],',
    '          purl: "pkg:oci/\\($last)@\\($at.digest | @uri)?repository_url=\\($parts.name | @uri)"',
    '        } else {} end)',
    '      + {properties: [{name: "chart-provenance:pinned", value: (if $at.digest then "true" else "false" end)}]};',
    '  def subchart($lock):',
    '    .name as $of | ([$lock.dependencies[]? | select(.name == $of) | .repository] | first) as $from',
    '    | {type: "application", "bom-ref": "subchart \\(.name) \\(.version)", name, version,',
    '        purl: "pkg:helm/\\(.name | @uri)@\\(.version | @uri)"}',
    '      + (if ($from // "") == "" then {} else {properties: [{name: "chart-provenance:repository", value: $from}]} end);',
    '  [.documents[], .charts[], .lock | select(has("Error"))] as $broken',
    '  | if ($broken | length) > 0 then error("what was rendered cannot be read: \\($broken[0].Error)") else . end',
    '  | .lock as $lock',
    '  | ([.documents[] | select(.kind != "ConfigMap" and .kind != "Secret") | .. | objects | .image? | strings | select(. != "")]',
    '      | unique | map(image)) as $images',
    '  | ([.charts[] | subchart($lock)] | unique_by(."bom-ref")) as $subcharts',
    '  | {bomFormat: "CycloneDX", specVersion: "1.6", version: 1,',
    '      metadata: {',
    '        timestamp: $time, lifecycles: [{phase: "build"}],',
    '        component: {type: "application", "bom-ref": "chart", name: $name, version: $version,',
    '          purl: "pkg:helm/\\($name | @uri)@\\($version | @uri)",',
    '          properties: [{name: "chart-provenance:manifest", value: "\\($repository)@sha256:\\($digest)"}]},',
    '        properties: [',
    '          {name: "chart-provenance:values", value: $values},',
    '          {name: "chart-provenance:kube-version", value: $kube}',
    '        ]',
    '      },',
    '      components: ($subcharts + $images),',
    '      dependencies: [{ref: "chart", dependsOn: [($subcharts + $images)[] | ."bom-ref"]}]}',
    "  ' release/read.json >release/sbom.cdx.json",
    'jq -r \'"Bill of materials: \\(.components | length) components"\' release/sbom.cdx.json',
  ];
}
