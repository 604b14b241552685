import { rejected, VERIFIED } from './build.ts';
import type { Cell, ProvenanceFile } from './types.ts';

/** Helm's own signatures; `helm pull --verify` is the tool that they are held against. */
export function provenanceFileCells(): Cell[] {
  return [
    cell('prov', 'debian', { by: 'release' }),
    cell('prov-first-layer', 'ggcr', { by: 'release', first: true }),
    cell('prov-dev', 'dev-no-referrers', { by: 'release' }),
    {
      ...cell('prov-stranger', 'dev', { by: 'stranger' }),
      expect: rejected('untrusted-key'),
      toolSays: 'signature made by unknown entity',
    },
    {
      ...cell('prov-altered', 'debian', { by: 'release', altered: true }),
      expect: rejected('bad-signature'),
      toolSays: 'invalid signature',
    },
    {
      ...cell('prov-of-another', 'ggcr', { by: 'release', ofAnother: true }),
      expect: rejected('digest-mismatch'),
      toolSays: 'sha256 sum does not match',
    },
    {
      ...cell('prov-missing', 'dev'),
      expect: { status: 'unsigned', code: 'no-signature' },
      toolSays: 'failed to fetch provenance',
    },
    {
      ...cell('prov-and-cosign', 'dev', { by: 'release' }),
      method: 'cosign3-bundle',
      steps: [{ do: 'sign', by: 'github' }],
      policy: { identity: 'github' },
    },
  ];
}

function cell(
  id: string,
  registry: Cell['registry'],
  provenance?: ProvenanceFile,
): Cell {
  return {
    ...{ id, registry, provenance },
    set: 'core',
    steps: [],
    policy: { keyring: 'release' },
    expect: VERIFIED,
  };
}
