import { LintKind } from '../../api/lintTypes';
import { linesOf, parseYaml, YamlPlace } from '../read/yaml';
import { Span, withHoles } from '../text';
import { checkReference } from '../rules/referenceRules';
import { isChart, isIndex, lintChart, lintIndex } from './lintChart';
import { isCi, lintCi } from './lintCi';
import { isHelmfile, lintHelmfile } from './lintHelmfile';
import { LintContext } from './LintContext';
import { lintManifest } from './manifest';

/**
 * Looks at a YAML text, whatever it is for; what no parser reads is looked at line by line.
 *
 * @returns what it was for; undefined when nothing in it says
 */
export function lintYaml(
  span: Span,
  context: LintContext,
): LintKind | undefined {
  const { documents, unread } = parseYaml(context.source, span);
  context.unread.push(...unread);
  for (const { at } of unread) {
    lintLines(at, context);
  }
  const objects: YamlPlace[] = [];
  let kind: LintKind | undefined;
  for (const { root } of documents) {
    const own = lintOther(root, context);
    if (own === undefined) {
      objects.push(root);
    }
    kind ??= own;
  }
  lintManifest(objects, context.report);
  return (
    kind ?? (objects.some(root => root.at('kind')) ? 'manifest' : undefined)
  );
}

function lintOther(
  root: YamlPlace,
  context: LintContext,
): LintKind | undefined {
  if (isChart(root, context.name)) {
    lintChart(root, context);
    return 'chart';
  }
  if (root.at('kind') && root.at('apiVersion')) {
    return undefined;
  }
  if (isIndex(root)) {
    lintIndex(root, context);
    return 'chart';
  }
  if (isHelmfile(root, context.name)) {
    lintHelmfile(root, context);
    return 'helmfile';
  }
  if (isCi(root)) {
    lintCi(root, context);
    return 'ci';
  }
  return undefined;
}

const REFERENCE = /oci:\/\/[^\s"'`,]{1,500}/;
const LONGEST_LINE = 2_000;

/** What is wrong with the first reference of a line, whoever reads it. */
function lintLines(span: Span, { source, report }: LintContext): void {
  for (const line of linesOf(source, span)) {
    const { text } = line;
    if (
      text.length <= LONGEST_LINE &&
      text.includes('oci://') &&
      !/^\s*#/.test(text)
    ) {
      const piece = withHoles(line);
      const found = REFERENCE.exec(piece.text);
      if (found) {
        const to = found.index + found[0].length;
        checkReference(piece.slice(found.index, to), report, {
          tool: null,
          slashAtEnd: true,
        });
      }
    }
  }
}
