import fc from 'fast-check';
import { LintReport } from '../api/lintTypes';
import { lintText } from '.';

const DIGEST = `sha256:${'4f2a'.repeat(16)}`;
const NAMES = [
  '',
  'a.sh',
  'a.yaml',
  'a.md',
  'Chart.yaml',
  'main.tf',
  '.gitlab-ci.yml',
  'helmfile.yaml',
  'Makefile',
  'a.json',
];
/** Pieces of what is read, so that random texts are not all unreadable. */
const PIECES = [
  'helm ',
  'push ',
  'pull ',
  'registry login ',
  'repo add a ',
  'cosign verify ',
  'cosign sign ',
  'payments-1.8.2.tgz ',
  'oci://ghcr.io/',
  'https://',
  'Acme/',
  'charts',
  '/payments',
  ':1.8.2',
  ':1.8.2+b5 ',
  ':1.8.2_b5 ',
  ` @${DIGEST}`,
  '@sha256:ab ',
  '--version ',
  '--version=',
  '1.8.2_b5 ',
  DIGEST,
  ' --plain-http ',
  ' --insecure-skip-tls-verify ',
  '--repo ',
  "--certificate-identity-regexp 'https://github.com/acme/.*' ",
  '--key k ',
  ' | tee x',
  '$(',
  ')',
  '`',
  '"',
  "'",
  '\\\n',
  '\n',
  '  ',
  '- ',
  ': ',
  '{{ x }}',
  '${X}',
  '$X',
  '<x>',
  '#',
  '```sh\n',
  '```\n',
  '~~~yaml\n',
  'apiVersion: source.toolkit.fluxcd.io/v1\n',
  'apiVersion: argoproj.io/v1alpha1\n',
  'kind: OCIRepository\n',
  'kind: HelmRepository\n',
  'kind: Application\n',
  'spec:\n',
  '  url: ',
  '  source:\n',
  '    repoURL: ',
  '    chart: ',
  '    targetRevision: ',
  'dependencies:\n',
  '  - name: payments\n',
  '    repository: ',
  '    version: ',
  'jobs:\n a:\n  steps:\n   - run: ',
  'script:\n  - ',
  '|\n',
  '>\n',
  '---\n',
  '&a ',
  '*a',
  '[',
  ']',
  '{',
  '}',
  ',',
  '\r\n',
  '\t',
  '\u0000',
  '\u2028',
  'é',
  '😀',
  '\ud800',
  'resource "helm_release" "a" {\n',
  '  repository = "',
  '"\n',
  '<<EOF\n',
  'EOF\n',
  '2>&1',
];
const text = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...PIECES) },
      fc.string({ maxLength: 5 }),
    ),
    { maxLength: 40 },
  )
  .map(parts => parts.join(''));

const keyOf = ({ findings }: LintReport) =>
  findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule);

it('reads anything: what it finds is inside the text, and corrections make no new errors', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...NAMES), (given, filename) => {
      const report = lintText({ text: given, filename });
      for (const { start, end, correction } of report.findings) {
        expect(start.offset).toBeGreaterThanOrEqual(0);
        expect(end.offset).toBeGreaterThanOrEqual(start.offset);
        expect(end.offset).toBeLessThanOrEqual(given.length);
        const before = given.slice(0, start.offset);
        expect(start.line).toBe(before.split('\n').length);
        expect(start.column).toBe(start.offset - before.lastIndexOf('\n'));
        expect(correction).not.toBe(given.slice(start.offset, end.offset));
      }
      expect(lintText({ text: given, filename })).toEqual(report);
      settles(given, filename, report);
    }),
    { numRuns: 1_500 },
  );
});

/** Correcting again and again comes to an end, and no error is there that was not before. */
function settles(given: string, filename: string, report: LintReport): void {
  const before = new Set(keyOf(report));
  let at = report;
  for (let round = 0; at.corrected !== null; round += 1) {
    expect(round).toBeLessThan(20);
    const next = lintText({ text: at.corrected, filename });
    expect(at.corrected).not.toBe(given);
    at = next;
  }
  const news = keyOf(at).filter(rule => !before.has(rule));
  expect(news).toEqual([]);
}

const SIZE = 250_000;
it.each<[string, string, string]>([
  ['expansions that do not end', '$('.repeat(SIZE / 2), 'a.sh'],
  ['backquotes', '` '.repeat(SIZE / 2), 'a.sh'],
  ['quotes', `helm '${'"'.repeat(SIZE)}`, 'a.sh'],
  ['braces', `helm ${'{'.repeat(SIZE)}`, 'a.yaml'],
  ['brackets', `helm: ${'[\n'.repeat(SIZE / 2)}`, 'a.yaml'],
  ['templates that do not end', `helm ${'{{'.repeat(SIZE / 2)}`, 'a.sh'],
  ['angles', `helm ${'<a'.repeat(SIZE / 2)}`, 'a.sh'],
  ['here-documents', `helm ${'<<a '.repeat(SIZE / 4)}\n`, 'a.sh'],
  ['words', 'helm pull oci://a/b '.repeat(SIZE / 20), 'a.sh'],
  ['lines', 'helm pull oci://a.b/c\n'.repeat(SIZE / 22), 'a.sh'],
  ['one long reference', `helm pull oci://${'a/'.repeat(SIZE / 2)}`, 'a.sh'],
  ['slashes', `helm pull oci://a.b/${'/'.repeat(SIZE)}`, 'a.sh'],
  ['colons', `helm pull oci://a.b/c${':'.repeat(SIZE)}`, 'a.sh'],
  [
    'one long version',
    `helm pull oci://a.b/c --version ${'1.'.repeat(SIZE / 2)}`,
    'a.sh',
  ],
  ['spaces', `helm${' '.repeat(SIZE)}x`, 'a.sh'],
  ['fences', '```\nhelm\n'.repeat(SIZE / 9), 'a.md'],
  ['backquotes in prose', '`helm '.repeat(SIZE / 6), 'a.md'],
  ['a bare word', 'a'.repeat(SIZE), ''],
  ['blank lines', '\n'.repeat(SIZE), ''],
  ['resources', 'resource "helm_release" "a" {\n'.repeat(SIZE / 30), 'main.tf'],
  ['blanks in a resource', `resource ${' '.repeat(SIZE)}`, 'main.tf'],
  ['documents', 'helm: 1\n---\n'.repeat(1_900), 'a.yaml'],
  ['lines of a template', 'helm: {{\n'.repeat(SIZE / 9), 'a.yaml'],
  [
    'oci in every line of what is no YAML',
    `a: [\n${'b oci://\n'.repeat(SIZE / 9)}`,
    'a.yaml',
  ],
])('takes its time in proportion: %s', (_, given, filename) => {
  const began = performance.now();
  lintText({ text: given, filename });
  expect(performance.now() - began).toBeLessThan(2_500);
});
