import { ReasonCode, VerdictStatus } from '../../verdict/types';
import { Distrust } from '../types';
import {
  OTHER_DIGEST,
  SPDX,
  SLSA,
  keyless,
  byKey,
  asksKey,
  policy,
  proven,
  Overrides,
} from './judgeInputs';

/** Evidence the tables are made of. */
export const good = proven(keyless, '01');
export const wrongIdentity = proven(
  {
    ...keyless,
    subject:
      'https://github.com/acme/tools/.github/workflows/x.yml@refs/heads/main',
  },
  '02',
);
export const wrongSource = proven(
  { ...keyless, sourceRepository: 'https://github.com/acme/tools' },
  '03',
);
export const wrongIssuer = proven(
  { ...keyless, issuer: 'https://gitlab.com' },
  '04',
);
export const signedByKey = proven(byKey, '05');
export const keyPolicy = { policies: [policy({ anyOf: [asksKey] })] };
export const sbomPolicy = {
  policies: [policy({ requireAttestations: [{ type: SPDX }] })],
};
export const sbom = proven(keyless, '06', { predicateType: `${SPDX}/v2.3` });
export const sbomByOther = proven(
  { ...keyless, subject: 'https://github.com/x/y' },
  '07',
  { predicateType: `${SPDX}/v2.3` },
);
export const provenance = (source: string, id = '08') =>
  proven(byKey, id, { predicateType: SLSA, predicate: { source } });
export const aboutOther = proven(keyless, '09', { subjects: [OTHER_DIGEST] });

export function distrust(entry: Partial<Distrust>): Distrust {
  return { id: 'd', reason: 'It leaked.', ...entry };
}

/** Input and expected outcome. */
export type Row = [
  what: string,
  overrides: Overrides,
  status: VerdictStatus,
  codes: ReasonCode[],
];
