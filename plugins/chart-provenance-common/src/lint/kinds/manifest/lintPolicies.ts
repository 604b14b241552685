import { YamlPlace } from '../../read/yaml';
import { checkExpression } from '../../rules/anchors';
import { Report } from '../../rules/Report';
import { ManifestObject } from './objects';

const MAX_DEPTH = 16;
const EXPRESSIONS = ['issuerRegExp', 'subjectRegExp'];
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  'kyverno.io': ['ClusterPolicy', 'Policy'],
  'policies.kyverno.io': [
    'ImageValidatingPolicy',
    'NamespacedImageValidatingPolicy',
  ],
  'policy.sigstore.dev': ['ClusterImagePolicy'],
};

/** Looks at whom admission policies let sign, wherever `keyless` stands in them. */
export function lintPolicies(
  { group, kind, root }: ManifestObject,
  report: Report,
): void {
  if (Object.hasOwn(OWNERS, group) && OWNERS[group].includes(kind)) {
    const spec = root.at('spec');
    if (spec) {
      walk(spec, report, 0);
    }
  }
}

function walk(place: YamlPlace, report: Report, depth: number): void {
  if (depth > MAX_DEPTH) {
    return;
  }
  for (const { key, place: child } of place.entries) {
    if (key === 'keyless' && child.isMap) {
      lintKeyless(child, report, place.keySpan('keyless'));
    }
    walk(child, report, depth + 1);
  }
  for (const item of place.items) {
    walk(item, report, depth + 1);
  }
}

function lintKeyless(
  keyless: YamlPlace,
  report: Report,
  key: { start: number; end: number } | undefined,
): void {
  const identities = keyless.at('identities');
  const holders = identities?.items ?? [keyless];
  const namesNobody = ['identities', 'subject', ...EXPRESSIONS].every(name =>
    keyless.lacks(name),
  );
  if (namesNobody && key && !isOther(keyless)) {
    report.add({ rule: 'keyless-without-identity', at: key });
  }
  for (const holder of holders) {
    for (const name of EXPRESSIONS) {
      const piece = holder.at(name)?.rawPiece;
      if (piece && !/\{\{|\$\{/.test(piece.text)) {
        checkExpression(piece, report);
      }
    }
  }
}

/** Something of the author's own, e.g. further attestors or roots, that says who may sign. */
function isOther(keyless: YamlPlace): boolean {
  return keyless.entries.some(
    ({ key }) =>
      ![
        'rekor',
        'ctlog',
        'url',
        'issuer',
        'roots',
        'trustRootRef',
        'insecureIgnoreSCT',
      ].includes(key),
  );
}
