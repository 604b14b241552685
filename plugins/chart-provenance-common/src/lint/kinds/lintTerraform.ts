import { Piece, Span, withHoles } from '../text';
import { checkReference } from '../rules/referenceRules';
import { checkHelmVersion } from '../rules/versionRules';
import { LintContext } from './LintContext';
import { lintLocation } from './lintLocation';

const BLOCK = /^[ \t]*resource\s+"helm_release"\s+"[^"\n]{1,200}"\s*\{/gm;
const MAX_BLOCK = 20_000;
/** Blocks within the block. */
const MAX_DEPTH = 16;

/** Looks at the `helm_release` resources of a Terraform text. */
export function lintTerraform(span: Span, context: LintContext): void {
  const text = context.source.slice(span.start, span.end);
  for (const match of text.matchAll(BLOCK)) {
    const from = match.index + match[0].length;
    lintRelease(
      attributesOf(
        context.source,
        span.start + from,
        text.slice(from, from + MAX_BLOCK),
      ),
      context,
    );
  }
}

function lintRelease(
  attributes: ReadonlyMap<string, Piece>,
  { report }: LintContext,
): void {
  const location = attributes.get('repository');
  const chart = attributes.get('chart');
  const version = attributes.get('version');
  const isOci = location?.text.startsWith('oci://') === true;
  if (location && isOci) {
    lintLocation({ location, name: chart }, report, {
      tool: 'helm',
      // The provider joins them as a path.
      slashAtEnd: true,
    });
  }
  if (chart?.text.startsWith('oci://')) {
    checkReference(chart, report, { tool: 'helm' });
  }
  if (version && (isOci || chart?.text.startsWith('oci://'))) {
    checkHelmVersion(version, report, { tool: 'helm', oci: true });
  }
}

/** The attributes of a block itself that are one string on one line. */
function attributesOf(
  source: string,
  base: number,
  text: string,
): Map<string, Piece> {
  const attributes = new Map<string, Piece>();
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    const line = text.slice(at, end);
    if (/^[ \t]*resource\s/.test(line)) {
      break;
    }
    const [whole, name, value] =
      /^\s{0,80}(repository|chart|version)\s{0,80}=\s{0,80}"([^"\\\n]{0,1000})"/.exec(
        line,
      ) ?? [];
    if (depth === 0 && whole !== undefined) {
      const start = base + at + whole.length - 1 - value.length;
      attributes.set(
        name,
        withHoles(Piece.of(source, { start, end: start + value.length })),
      );
    }
    for (const character of line) {
      depth += '{[('.includes(character) ? 1 : 0;
      depth -= '}])'.includes(character) ? 1 : 0;
    }
    if (depth < 0 || depth > MAX_DEPTH) {
      break;
    }
    at = end + 1;
  }
  return attributes;
}
