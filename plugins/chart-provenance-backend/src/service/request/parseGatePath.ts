import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { lineSchema } from './parseGate';
import { parseWith } from './parseWith';

const policySchema = z.strictObject({ reference: lineSchema(1_000) });

/** Reads the id of a decision. @throws InputError */
export function parseDecisionId(written: string | undefined): string {
  if (!/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(written ?? '')) {
    throw new InputError('id must be the 26 characters of a decision');
  }
  return written!;
}

/** Reads which chart a policy file is asked for. @throws InputError */
export function parsePolicyQuery(query: unknown): { reference: string } {
  return parseWith(policySchema, query);
}
