import { ReasonCode, RequirementResult, Verdict } from '../verdict/types';

/** What the commands ask for as well: who signed, from where, what was attested. */
const CHECKED = /^policy:.*:(?:signature|source|attestation:.*)$/;
/** Reasons that no command finds, though the line they are for is one that commands check. */
const UNCHECKED: readonly ReasonCode[] = [
  'distrusted',
  'wrong-builder',
  'unsupported-format',
];

/**
 * What the commands are expected to say of a version: a reader who sees them succeed for a rejected one would else believe them.
 *
 * @internal
 */
export function expectationNote({
  status,
  requirements,
}: Pick<Verdict, 'status' | 'requirements'>): string {
  const open = requirements.filter(({ result }) => result !== 'met');
  const elsewhere = open.filter(line => !isChecked(line));
  const because = quoted(elsewhere.length > 0 ? elsewhere : open);
  switch (status) {
    case 'verified':
      return 'This version is verified, so what is asked for by a policy is expected to succeed.';
    case 'unsigned':
      return 'Nothing is signed here, so that every command that verifies is expected to fail.';
    case 'rejected':
      return open.some(line => line.result === 'failed' && isChecked(line))
        ? 'This version is rejected, and at least one command that verifies is expected to fail.'
        : `This version is rejected for something that no command looks at, so that all of these may succeed: ${because}.`;
    default:
      return `Nothing is decided of this version, whatever these say, as long as this is open: ${
        because || 'who may sign it'
      }.`;
  }
}

function isChecked({ id, reasons }: RequirementResult): boolean {
  return (
    CHECKED.test(id) && reasons.some(({ code }) => !UNCHECKED.includes(code))
  );
}

function quoted(lines: readonly RequirementResult[]): string {
  return [...new Set(lines.map(({ title }) => `“${title}”`))].join(', ');
}
