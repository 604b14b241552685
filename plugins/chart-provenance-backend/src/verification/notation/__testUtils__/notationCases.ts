import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Verification } from 'backstage-plugin-chart-provenance-common';
import { prepareStore } from '../../trust/prepareStore';
import { verifyNotation } from '../verifyNotation';

/** Made by Notation itself, and in its name: `yarn fixtures --only notation`. */
const FIXTURES = join(__dirname, '../__fixtures__');

/** A signature, the store it is held against, and what Notation said of it. */
export interface NotationCase {
  name: string;
  syntax: 'jws' | 'cose';
  store: string;
  /** `proven` or a reason's code. */
  expected: string;
  /** Why we say another thing than Notation. */
  differs?: string;
  notation: { ok: boolean; said?: string };
}

const recorded: { at: string; subject: string; cases: NotationCase[] } =
  JSON.parse(readFileSync(join(FIXTURES, 'expected.json'), 'utf8'));

/** When Notation was asked, and the manifest that all but one were made for. */
export const { at: ASKED_AT, subject: SUBJECT, cases: CASES } = recorded;

export function envelopeOf(name: string): Buffer {
  return readFileSync(join(FIXTURES, `${name}.sig`));
}

export function pemOf(store: string): string {
  return readFileSync(join(FIXTURES, `${store}.pem`), 'utf8');
}

/** The only outcome under that store. */
export function verifyUnder(
  store: string,
  bytes: Uint8Array,
  subject = SUBJECT,
): Verification {
  const prepared = prepareStore({ id: store, pem: pemOf(store) });
  const input = { evidence: 'sha256:e', bytes, subject };
  return verifyNotation(input, [prepared])[0];
}
