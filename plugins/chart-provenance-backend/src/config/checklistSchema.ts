import { z } from 'zod';
import { strictObject } from './strictObject';

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const ID_RULE =
  'must be lower-case words joined by dashes, like runbook-updated, of at most 60 characters';

const GROUPS = ['publish', 'sign', 'consume', 'protect', 'retire'] as const;
const RESPONSIBLE = ['owner', 'platform', 'consumer'] as const;
const SCOPES = ['chart', 'registry'] as const;

/** One entry of `checklist.items`. */
export const checklistItemSchema = strictObject({
  id: z.string({ error: ID_RULE }).max(60, ID_RULE).regex(KEBAB, ID_RULE),
  group: oneOf(GROUPS),
  claim: sentence(200),
  why: sentence(500),
  responsible: oneOf(RESPONSIBLE),
  scope: oneOf(SCOPES).default('chart'),
  contradictedBy: z.string({ error: 'must be the id of a check' }).optional(),
});

/** `checklist`; its items are read one by one. */
export const checklistSchema = strictObject({
  items: z
    .array(z.unknown(), { error: 'must be a list' })
    .max(50, { error: 'must have at most 50 items' })
    .default([]),
});

function oneOf<const T extends readonly [string, ...string[]]>(names: T) {
  return z.enum(names, { error: `must be one of ${names.join(', ')}` });
}

function sentence(most: number) {
  const rule = `must be a sentence on one line, of at most ${most} characters`;
  return z
    .string({ error: rule })
    .trim()
    .min(1, rule)
    .max(most, rule)
    .regex(/^\P{C}+$/u, rule);
}
