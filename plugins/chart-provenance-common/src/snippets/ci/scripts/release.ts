import { CiSettings } from './settings';
import { CiStep } from './types';

/** `--plain-http` where the operator configured the registry so. */
const http = ({ place }: CiSettings) =>
  place.plainHttp ? ' --plain-http' : '';

/** A digest, and nothing before, after or beside it: `$` of expr is the end of the text, not of a line. */
const DIGEST = String.raw`'sha256:[0-9a-f]\{64\}$'`;

/**
 * Tag, branch and Chart.yaml must say the same.
 *
 * @internal
 */
export function guardStep({ plan }: CiSettings): CiStep {
  const tagged = plan.identity?.ref.kind !== 'branch';
  return {
    name: 'Check what is released',
    why: [
      'A tag that says another version than Chart.yaml would publish what nobody reviewed.',
    ],
    script: [
      'mkdir -p release',
      String.raw`name=$(helm show chart "$CHART_PATH" | sed -n 's/^name: *//p' | tr -d '"')`,
      String.raw`version=$(helm show chart "$CHART_PATH" | sed -n 's/^version: *//p' | tr -d '"')`,
      'if [ "$name" != "$CHART_NAME" ]; then',
      '  echo "Chart.yaml has the name $name; this pipeline releases $CHART_NAME." >&2',
      '  exit 1',
      'fi',
      String.raw`if ! expr "$version" : '[0-9][0-9A-Za-z.+-]*$' >/dev/null; then`,
      '  echo "Chart.yaml has no version: $version" >&2',
      '  exit 1',
      'fi',
      ...(tagged
        ? [
            'if [ "$RELEASE_TAG" != "$TAG_PREFIX$version" ]; then',
            '  echo "The tag is $RELEASE_TAG, Chart.yaml has version $version: they must be the same." >&2',
            '  exit 1',
            'fi',
          ]
        : []),
      String.raw`printf '%s\n' "$version" >release/version`,
    ],
  };
}

/** @internal */
export function lintStep(settings: CiSettings): CiStep {
  return {
    name: 'Lint',
    why: [
      'File times are those of the commit, as archives hold them. Dependencies come from Chart.lock; for one from an index over https, add before: helm repo add',
    ],
    script: [
      'git ls-files -z | xargs -0 touch -d "@$(git log -1 --format=%ct)"',
      'if [ -f "$CHART_PATH/Chart.lock" ]; then',
      `  helm dependency build "$CHART_PATH"${http(settings)}`,
      'fi',
      'helm lint --strict "$CHART_PATH"',
    ],
  };
}

/** @internal */
export function packageStep({ helm }: CiSettings): CiStep {
  return {
    name: 'Package',
    why:
      helm === '4'
        ? [
            'The same commit makes the same bytes, so that a run can be repeated.',
          ]
        : [
            'Helm 3 writes the hour into the archive: a repeated run makes other bytes, and the next step but one then stops it.',
          ],
    script: [
      'find "$CHART_PATH" -exec touch -d "@$(git log -1 --format=%ct)" {} +',
      'helm package "$CHART_PATH" --destination release',
      'version=$(cat release/version)',
      'touch -d "@$(git log -1 --format=%ct)" "release/$CHART_NAME-$version.tgz"',
      String.raw`sha256sum "release/$CHART_NAME-$version.tgz" | cut -d ' ' -f 1 >release/archive-sha256`,
    ],
  };
}

/** @internal */
export function publishedStep(settings: CiSettings): CiStep {
  return {
    name: 'Refuse to change a published version',
    why: [
      'A version is published once. Only immutable tags of the registry hold that for certain; this catches the accident.',
    ],
    script: [
      'version=$(cat release/version)',
      'mkdir -p release/published',
      `if helm pull "oci://$CHART_REPOSITORY" --version "$version" --destination release/published${http(
        settings,
      )} >/dev/null 2>&1; then`,
      '  if ! cmp -s "release/published/$CHART_NAME-$version.tgz" "release/$CHART_NAME-$version.tgz"; then',
      '    echo "Version $version is published already, with other contents: raise the version." >&2',
      '    exit 1',
      '  fi',
      'fi',
    ],
  };
}

/** @internal */
export function pushStep(settings: CiSettings): CiStep {
  return {
    name: 'Push',
    why: [
      'Helm 3 names the digest on stderr and Helm 4 on stdout: both are read. Everything after this goes by digest.',
    ],
    script: [
      'version=$(cat release/version)',
      `if ! pushed=$(helm push "release/$CHART_NAME-$version.tgz" "$CHART_PARENT"${http(
        settings,
      )} 2>&1); then`,
      String.raw`  printf '%s\n' "$pushed" >&2`,
      '  exit 1',
      'fi',
      String.raw`digest=$(printf '%s\n' "$pushed" | sed -n 's/^Digest: *//p')`,
      `if ! expr "$digest" : ${DIGEST} >/dev/null; then`,
      '  echo "helm push named no digest: $pushed" >&2',
      '  exit 1',
      'fi',
      String.raw`printf '%s\n' "$digest" >release/digest`,
      'echo "Pushed $CHART_REPOSITORY@$digest"',
    ],
  };
}

/**
 * What another job is handed is checked again: it comes from outside.
 *
 * @internal
 */
export function pullStep(settings: CiSettings): CiStep {
  return {
    name: 'Pull by digest',
    why: [
      'With tag and digest Helm refuses a tag that points elsewhere by now. The bytes must be those that were packaged.',
    ],
    script: [
      'rm -rf pulled && mkdir pulled',
      `if ! expr "$CHART_DIGEST" : ${DIGEST} >/dev/null; then`,
      '  echo "This is no digest: $CHART_DIGEST" >&2',
      '  exit 1',
      'fi',
      `tag=$(printf '%s' "$CHART_VERSION" | tr '+' '_')`,
      `helm pull "oci://$CHART_REPOSITORY:$tag@$CHART_DIGEST" --destination pulled${http(
        settings,
      )}`,
      'mv pulled/*.tgz pulled/chart.tgz',
      `echo "$ARCHIVE_SHA256  pulled/chart.tgz" | sha256sum -c -`,
      String.raw`version=$(helm show chart pulled/chart.tgz | sed -n 's/^version: *//p' | tr -d '"')`,
      'if [ "$version" != "$CHART_VERSION" ]; then',
      '  echo "The archive has version $version, not $CHART_VERSION." >&2',
      '  exit 1',
      'fi',
    ],
  };
}
