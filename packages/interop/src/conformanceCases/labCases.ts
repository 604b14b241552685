import type { CaseRow } from './CaseFiles.ts';
import type { LabBundles } from './MadeBundles.ts';

/** Certificates, entries and times that no tool makes. */
export function labCases(lab: LabBundles): CaseRow[] {
  const { trustedRoot, identity, issuer } = lab;
  const rows: CaseRow[] = [
    {
      name: 'lab-statement',
      why: 'By the Sigstore in memory that the cases after it are made with.',
      bundle: lab.good,
    },
    {
      name: 'certificate-expired',
      why: 'Logged and timestamped after the certificate was over.',
      refusedAs: 'certificate-expired',
      bundle: lab.late,
    },
    {
      name: 'certificate-not-yet-issued',
      why: 'Logged and timestamped before the certificate was issued.',
      refusedAs: 'certificate-expired',
      bundle: lab.early,
    },
    {
      name: 'entry-names-a-key',
      why: 'The log entry names a bare key in place of the certificate.',
      refusedAs: 'bad-signature',
      bundle: lab.loggedByKey,
    },
    {
      name: 'entry-names-another-certificate',
      why: 'The log entry names the certificate of somebody else.',
      refusedAs: 'bad-signature',
      bundle: lab.loggedByOther,
    },
    {
      name: 'payload-type-other',
      why: 'A signed payload that says it is no statement.',
      refusedAs: 'unsupported-format',
      bundle: lab.otherPayloadType,
    },
  ];
  return rows.map(row => ({ trustedRoot, identity, issuer, ...row }));
}
