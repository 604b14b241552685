import fc from 'fast-check';
import { applyPatch } from '../testing/applyPatch';
import { applyEdits, TextEdit } from './TextEdit';
import { unifiedDiff } from './unifiedDiff';

const piece = fc.array(
  fc.constantFrom('a', 'b', '\n', '\r\n', ' - + @@', 'é'),
  {
    maxLength: 8,
  },
);
const long = fc
  .array(fc.constantFrom('a\n', 'b\n', '\n', '- x\n', '+ y\n', '@@ z\n'), {
    maxLength: 40,
  })
  .map(all => all.join(''));

const edited = fc
  .tuple(
    long,
    piece,
    fc.array(fc.tuple(fc.nat(), fc.nat(9), piece), { maxLength: 5 }),
  )
  .map(([head, tail, wanted]) => {
    const text = head + tail.join('');
    let from = 0;
    const edits: TextEdit[] = [];
    for (const [skip, length, coming] of wanted) {
      const start = Math.min(text.length, from + (skip % 40));
      const end = Math.min(text.length, start + length);
      edits.push({ start, end, text: coming.join('') });
      from = end;
    }
    return { text, edits };
  });

it('is what turns the text into the edited one, with at most three lines around', () => {
  fc.assert(
    fc.property(edited, ({ text, edits }) => {
      const after = applyEdits(text, edits);
      const patch = unifiedDiff('a.yaml', text, edits);
      expect(patch === '').toBe(after === text);
      expect(applyPatch(text, patch)).toBe(after);
      for (const hunk of patch.split(/^@@ .*\n/m).slice(1)) {
        expect(hunk).toMatch(/^(?: [^\n]*\n){0,3}[-+]/);
      }
    }),
    { numRuns: 1_000 },
  );
});

it('says what patch and git say', () => {
  const text = 'a\nb\nc\nd\ne\nf\ng\nh';
  expect(
    unifiedDiff('x.yaml', text, [
      { start: 2, end: 3, text: 'B' },
      { start: text.length, end: text.length, text: '\ni\n' },
    ]),
  ).toBe(`--- a/x.yaml
+++ b/x.yaml
@@ -1,8 +1,9 @@
 a
-b
+B
 c
 d
 e
 f
 g
-h
\\ No newline at end of file
+h
+i
`);
  expect(unifiedDiff('x.yaml', text, [])).toBe('');
  expect(unifiedDiff('x', '', [{ start: 0, end: 0, text: 'a\n' }])).toBe(
    '--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+a\n',
  );
});
