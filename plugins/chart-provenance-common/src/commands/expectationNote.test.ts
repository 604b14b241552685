import { RequirementResult } from '../verdict/types';
import { commandNotes } from './commandNotes';
import { expectationNote } from './expectationNote';

const line = (
  id: string,
  result: RequirementResult['result'],
  code?: RequirementResult['reasons'][number]['code'],
): RequirementResult => ({
  id,
  title: `Title of ${id}`,
  result,
  metBy: [],
  reasons: code ? [{ code, message: 'x', side: 'trust' }] : [],
});
const SIGNATURE = 'policy:acme:signature';
const met = line(SIGNATURE, 'met');

describe('what to expect of the commands', () => {
  it.each([
    ['verified', [met], /expected to succeed/],
    [
      'unsigned',
      [line(SIGNATURE, 'failed', 'no-signature')],
      /every command that verifies .* to fail/,
    ],
    [
      'rejected',
      [line(SIGNATURE, 'failed', 'wrong-identity')],
      /at least one .* to fail/,
    ],
    [
      'rejected',
      [met, line('policy:acme:source', 'failed', 'wrong-source')],
      /at least one .* to fail/,
    ],
    [
      'rejected',
      [met, line('tag-version', 'failed', 'name-or-version-mismatch')],
      /may succeed: “Title of tag-version”/,
    ],
    [
      'rejected',
      [
        line('distrust', 'failed', 'distrusted'),
        line(SIGNATURE, 'failed', 'distrusted'),
      ],
      /may succeed: “Title of distrust”/,
    ],
    [
      'rejected',
      [met, line('policy:acme:attestation:x', 'failed', 'wrong-builder')],
      /may succeed/,
    ],
    [
      'indeterminate',
      [met, line('freshness', 'undecided', 'stale')],
      /Nothing is decided .* “Title of freshness”/,
    ],
    ['indeterminate', [], /who may sign it/],
  ] as const)('%s %j', (status, requirements, expected) => {
    expect(
      expectationNote({ status, requirements: [...requirements] }),
    ).toMatch(expected);
  });

  it('is told first, and only where there is a command', () => {
    const input = {
      registry: 'ghcr.io',
      repository: 'acme/charts/payments',
      digest: `sha256:${'a'.repeat(64)}`,
      verdict: { status: 'verified' as const, requirements: [met] },
    };
    const anyOf = [{ kind: 'key' as const, key: 'release' }];
    expect(commandNotes({ ...input, anyOf })[0]).toMatch(/is verified/);
    expect(commandNotes({ ...input, anyOf: [] })).toEqual([]);
  });
});
