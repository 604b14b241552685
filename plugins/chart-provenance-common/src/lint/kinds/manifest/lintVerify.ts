import { YamlPlace } from '../../read/yaml';
import { checkExpression } from '../../rules/anchors';
import { Report } from '../../rules/Report';

/** Looks at what Flux verifies. */
export function lintVerify(
  verify: YamlPlace | undefined,
  report: Report,
): void {
  const provider = verify?.textAt('provider') ?? 'cosign';
  const key = verify?.keySpan('provider');
  if (!verify?.isMap || provider !== 'cosign' || !verify.lacks('secretRef')) {
    return;
  }
  const identities = verify.at('matchOIDCIdentity');
  if (verify.lacks('matchOIDCIdentity') || identities?.value() === null) {
    report.add({ rule: 'flux-verify-anyone', at: key ?? verify.span });
    return;
  }
  const [, second] = identities?.items ?? [];
  if (second) {
    report.add({ rule: 'flux-verify-several-identities', at: lineOf(second) });
  }
  for (const identity of identities?.items ?? []) {
    for (const name of ['issuer', 'subject']) {
      const piece = identity.at(name)?.rawPiece;
      if (piece && !/\{\{|\$\{/.test(piece.text)) {
        checkExpression(piece, report, { rule: 'flux-verify-unanchored' });
      }
    }
  }
}

/** The first line of an entry. */
function lineOf(place: YamlPlace) {
  const { start, end } = place.span;
  const stop = place.source.indexOf('\n', start);
  return { start, end: stop < 0 ? end : Math.min(stop, end) };
}
