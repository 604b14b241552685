import { CiSettings } from './settings';
import { CiStep } from './types';

/** @internal */
export function gateStep({ input }: CiSettings): CiStep {
  const http = input.gate.apiUrl.startsWith('http:') ? ' --allow-http' : '';
  return {
    name: 'Ask the gate',
    why: [
      'Distrust, roll-backs and what else the policy asks is known there. It may not have looked at the new version yet, so it is asked again for a while. Any exit code but 0 stops the release.',
    ],
    script: [
      'npx --yes "chart-provenance-cli@$CLI_VERSION" gate "oci://$CHART_REPOSITORY@$CHART_DIGEST" \\',
      `  --environment "$GATE_ENVIRONMENT" --wait 120s${http}`,
    ],
  };
}

/** @internal */
export function tagStep({ place }: CiSettings): CiStep {
  const http = place.plainHttp ? ' --plain-http' : '';
  return {
    name: 'Promote by a tag',
    why: [
      'A tag of its own for each version, so that it never moves. Consumers still pin the digest.',
    ],
    script: [
      `tag=$PROMOTED_AS-$(printf '%s' "$CHART_VERSION" | tr '+' '_')`,
      `oras tag${http} "$CHART_REPOSITORY@$CHART_DIGEST" "$tag"`,
    ],
  };
}

/**
 * Writes the digest into a file of the repository that deploys.
 *
 * @param propose - what opens the request, after the branch was pushed
 * @internal
 */
export function pullRequestStep(
  push: readonly string[],
  propose: readonly string[],
): CiStep {
  return {
    name: 'Promote by a pull request',
    why: [
      'In DEPLOY_FILE the line with the digest ends with this comment:  # chart: <registry>/<repository of the chart>',
    ],
    script: [
      'cd deploy',
      'awk -v digest="$CHART_DIGEST" -v marker="# chart: $CHART_REPOSITORY" \\',
      "  'substr($0, length($0) - length(marker) + 1) == marker { sub(/sha256:[0-9a-f]+/, digest) } { print }' \\",
      '  "$DEPLOY_FILE" >deploy-file.new',
      'if cmp -s "$DEPLOY_FILE" deploy-file.new; then',
      '  echo "No line of $DEPLOY_FILE was changed: none ends with # chart: $CHART_REPOSITORY, or it has the digest already." >&2',
      '  exit 1',
      'fi',
      'mv deploy-file.new "$DEPLOY_FILE"',
      'git switch --create "promote-$CHART_NAME-$CHART_VERSION"',
      'git config user.name "chart promotion"',
      'git config user.email "chart-promotion@users.noreply.invalid"',
      'git add "$DEPLOY_FILE"',
      'git commit --message "Deploy $CHART_NAME $CHART_VERSION ($CHART_DIGEST)"',
      ...push,
      ...propose,
    ],
  };
}
