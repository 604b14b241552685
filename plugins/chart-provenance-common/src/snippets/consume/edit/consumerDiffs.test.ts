import { parseAllDocuments } from 'yaml';
import { compareGate } from '../../../consumers/gate';
import { readConsumers } from '../../../consumers/readConsumers';
import type { SnippetConsumer } from '../../types';
import { pinOf } from '../facts';
import { fluxTrusts } from '../flux/fluxTrust';
import { applyPatch } from '../testing/applyPatch';
import { CHANGED } from '../testing/changed';
import { LEFT } from '../testing/left';
import { DIGEST, snippetInput } from '../testing/inputs';
import { ChangePurpose, consumerDiffs } from './consumerDiffs';

const GATES: Partial<Record<ChangePurpose, string>> = {
  'flux-oci-repository': 'as-policy',
  'chart-dependency': 'not-applicable',
};

function change(purpose: ChangePurpose, consumer: SnippetConsumer) {
  const input = snippetInput({ consumers: [consumer] });
  const [trust] = fluxTrusts(input);
  return consumerDiffs(input, pinOf(input), purpose, { trust });
}

describe.each(CHANGED)('$title', ({ purpose, consumer, after, notes, pin }) => {
  const made = change(purpose, consumer);

  it('changes what has to change, and nothing else', () => {
    expect(made.diffs.map(diff => diff.after)).toEqual([after]);
    expect(applyPatch(consumer.text, made.diffs[0].patch)).toBe(after);
    for (const note of notes) {
      expect(made.notes.join('\n')).toMatch(note);
    }
    expect(made.notes.join('\n')).not.toMatch(/not changed here/);
  });

  it('reads as pinned', () => {
    const documents = parseAllDocuments(after).map(one => one.toJS());
    const { consumers } = readConsumers(
      documents.map(value =>
        purpose === 'chart-dependency'
          ? { kind: 'chart', value }
          : { kind: 'manifest', value },
      ),
    );
    const ours = consumers
      .map(({ reading }) => reading)
      .filter(
        ({ target }) =>
          target.kind === 'oci' && target.repository === 'acme/charts/payments',
      );
    expect(ours).toHaveLength(1);
    expect(ours[0]).toMatchObject({ pin: pin ?? 'digest', findings: [] });
    const { policies } = snippetInput();
    const options = { publicRoots: ['public'] };
    expect(compareGate(ours[0].gate, policies, options).strength).toBe(
      GATES[purpose] ?? 'none',
    );
  });

  it('has nothing more to change afterwards', () => {
    const again = change(purpose, { ...consumer, text: after });
    expect(again.diffs).toEqual([]);
  });

  it('does the same with other line breaks, and without one at the end', () => {
    const windows = consumer.text.replaceAll('\n', '\r\n');
    const other = change(purpose, { ...consumer, text: windows });
    expect(other.diffs[0].after).toBe(after.replaceAll('\n', '\r\n'));
    const bare = change(purpose, {
      ...consumer,
      text: consumer.text.trimEnd(),
    });
    expect(bare.diffs[0].after?.trimEnd()).toBe(after.trimEnd());
    expect(applyPatch(consumer.text.trimEnd(), bare.diffs[0].patch)).toBe(
      bare.diffs[0].after,
    );
  });
});

it.each(LEFT)('leaves $title, and says why', ({ purpose, consumer, why }) => {
  const { diffs, notes } = change(purpose, consumer);
  expect(diffs).toEqual([]);
  expect(notes).toEqual([expect.stringMatching(why)]);
  expect(notes[0]).toMatch(/ is not changed here: .*\.$/);
});

it('has no whole text where only the object is known', () => {
  const [{ purpose, consumer }] = CHANGED;
  const [diff] = change(purpose, {
    ...consumer,
    wholeFile: false,
    path: null,
  }).diffs;
  expect(diff).toMatchObject({ after: null, path: null });
  expect(diff.patch).toContain(`+    targetRevision: ${DIGEST}`);
  expect(diff.patch).toMatch(
    /^--- a\/Application\.yaml\n\+\+\+ b\/Application\.yaml\n@@/,
  );
});

it.each(['../x.yaml', '/etc/x.yaml', 'a\n+++ b/other', 'a\tb', ''])(
  'names no file outside for the path %j',
  path => {
    const [{ purpose, consumer }] = CHANGED;
    const [{ patch }] = change(purpose, { ...consumer, path }).diffs;
    expect(patch).toMatch(
      /^--- a\/Application\.yaml\n\+\+\+ b\/Application\.yaml\n@@/,
    );
  },
);

it('reads no more than it has time for, and says which are left', () => {
  const [{ purpose, consumer }] = CHANGED;
  const text = `${consumer.text}${'# a comment\n'.repeat(12_000)}`;
  const input = snippetInput({
    consumers: Array.from({ length: 5 }, (_, at) => ({
      ...consumer,
      ...{ id: `c${at}`, text: at === 4 ? consumer.text : text },
    })),
  });
  const { diffs, notes } = consumerDiffs(input, pinOf(input), purpose);
  expect(diffs.map(({ consumerId }) => consumerId)).toEqual(['c0', 'c1']);
  expect(notes.filter(note => /read at once/.test(note))).toHaveLength(3);
});
