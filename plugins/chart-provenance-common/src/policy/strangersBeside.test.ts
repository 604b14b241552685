import { judge } from './judge';
import { asksGenerator, byGenerator, requiring } from './testing/attestations';
import {
  asksKeyless,
  byKey,
  inputOf,
  Item,
  keyless,
  Overrides,
  policy,
  proven,
  SPDX,
} from './testing/judgeInputs';
import { distrust, good } from './testing/signatures';
import { vouchedStatements } from './vouchedStatements';

const CYCLONEDX = 'https://cyclonedx.org/bom';
const calledFrom = (repository: string) => ({
  ...byGenerator,
  sourceRepository: `https://github.com/${repository}`,
});

function outcome(overrides: Overrides) {
  const { status, reasons } = judge(inputOf(overrides));
  return [status, reasons[0].code];
}

describe('a stranger who calls the same shared workflow', () => {
  const stranger = calledFrom('mallory/payments');
  const asks = policy({
    anyOf: [asksGenerator],
    requireAttestations: [{ type: SPDX }, { type: CYCLONEDX }],
  });
  const theirs = [
    proven(stranger, 's1'),
    proven(stranger, 's2', { predicateType: SPDX }),
    proven(stranger, 's3', { predicateType: CYCLONEDX }),
  ];

  it.each(['00', 'zz'])(
    'turns no doubt into a rejection by attesting more, signature %s',
    id => {
      const mine = proven(byGenerator, id);
      const chart = { policies: [asks] };
      const alone = judge(inputOf({ items: [mine], chart, incomplete: true }));
      const beside = judge(
        inputOf({ items: [mine, ...theirs], chart, incomplete: true }),
      );
      expect(alone.status).toBe('indeterminate');
      expect([beside.status, beside.signer]).toEqual([
        alone.status,
        alone.signer,
      ]);
      // Nor where the publisher's own is not read yet; once all is, it does.
      const read = { items: theirs, chart };
      expect(outcome({ ...read, incomplete: true })).toEqual([
        'indeterminate',
        'registry-limited',
      ]);
      expect(outcome(read)).toEqual(['rejected', 'wrong-source']);
    },
  );

  it('attests nothing that is asked of the workflow', () => {
    const chart = requiring({ type: SPDX, anyOf: [asksGenerator] });
    const attested = (by: typeof byGenerator): Item[] => [
      good,
      proven(by, 's4', { predicateType: SPDX }),
    ];
    expect(outcome({ items: attested(byGenerator), chart })).toEqual([
      'verified',
      'policy-met',
    ]);
    expect(outcome({ items: attested(stranger), chart })).toEqual([
      'rejected',
      'wrong-source',
    ]);
    // Beside it, the right one counts, in whichever order.
    for (const id of ['00', 'zz']) {
      const right = proven(byGenerator, id, { predicateType: SPDX });
      expect(outcome({ items: [...attested(stranger), right], chart })).toEqual(
        ['verified', 'policy-met'],
      );
    }
  });

  it('is no workflow that runs in its own repository, whatever that is', () => {
    const scanner = {
      ...keyless,
      subject:
        'https://github.com/acme/Security/.github/workflows/scan.yml@refs/heads/main',
      sourceRepository: 'https://github.com/acme/security',
    };
    const chart = requiring({
      type: SPDX,
      anyOf: [{ kind: 'keyless', ...scannerIdentity(scanner.subject) }],
    });
    const items = [good, proven(scanner, 's5', { predicateType: SPDX })];
    expect(outcome({ items, chart })).toEqual(['verified', 'policy-met']);
    // The same workflow, called from the repository of a stranger.
    const called = {
      ...scanner,
      sourceRepository: 'https://github.com/mallory/security',
    };
    const other = [good, proven(called, 's5', { predicateType: SPDX })];
    expect(outcome({ items: other, chart })).toEqual([
      'rejected',
      'wrong-source',
    ]);
  });
});

function scannerIdentity(subject: string) {
  const { root, issuer } = asksKeyless;
  return { root, issuer, subject };
}

it('an SBOM from a run that the policy would not let sign is not vouched for', () => {
  const asks = { ...asksKeyless, trigger: 'push' };
  const vouchedWhen = (trigger: string) => {
    const input = inputOf({
      items: [
        proven({ ...keyless, trigger: 'push' }, 't1'),
        proven({ ...keyless, trigger }, 't2', { predicateType: SPDX }),
      ],
      chart: { policies: [policy({ anyOf: [asks] })] },
    });
    const verdict = judge(input);
    expect(verdict.status).toBe('verified');
    return vouchedStatements(verdict, input).length;
  };
  expect(vouchedWhen('push')).toBe(1);
  expect(vouchedWhen('workflow_dispatch')).toBe(0);
});

it('a key whose id looks like a fingerprint is distrusted by that id, in whatever case', () => {
  const id = 'A'.repeat(40);
  const chart = {
    expectedSource: null,
    policies: [policy({ anyOf: [{ kind: 'key', key: id }] })],
  };
  const items = [proven({ ...byKey, key: id }, 'k1')];
  expect(outcome({ items, chart })).toEqual(['verified', 'policy-met']);
  // As the configuration hands it on.
  const entry = distrust({ key: id.toLowerCase() });
  expect(outcome({ items, chart, distrust: [entry] })).toEqual([
    'rejected',
    'distrusted',
  ]);
});
