const ENVIRONMENT = '^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$';
const DECISION_ID = '^[0-7][0-9A-HJKMNP-TV-Z]{25}$';

const filters = [
  {
    name: 'decision',
    in: 'query',
    schema: { type: 'string', enum: ['allow', 'deny', 'undecided'] },
  },
  {
    name: 'environment',
    in: 'query',
    schema: { type: 'string', pattern: ENVIRONMENT },
  },
  {
    name: 'chartId',
    in: 'query',
    schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{16}$' },
  },
  {
    name: 'filter',
    in: 'query',
    description: 'Part of a reference or version; case does not matter',
    schema: { type: 'string', maxLength: 200 },
  },
  {
    name: 'from',
    in: 'query',
    description: 'Decided then or later',
    schema: { type: 'string', maxLength: 40 },
  },
  {
    name: 'until',
    in: 'query',
    description: 'Decided before',
    schema: { type: 'string', maxLength: 40 },
  },
] as const;

/** The filters of the log of decisions. */
export const decisionQueryParameters = [
  ...filters,
  {
    name: 'cursor',
    in: 'query',
    description: 'nextCursor of an earlier answer; opaque',
    schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,1024}$' },
  },
  {
    name: 'limit',
    in: 'query',
    schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
  },
] as const;

/** What of the log is written out, and how. */
export const exportQueryParameters = [
  {
    name: 'format',
    in: 'query',
    required: true,
    schema: { type: 'string', enum: ['csv', 'jsonl'] },
  },
  ...filters,
] as const;

/** The path of a decision. */
export const decisionParameters = [
  {
    name: 'id',
    in: 'path',
    required: true,
    schema: { type: 'string', pattern: DECISION_ID },
  },
] as const;

/** The chart a policy file is asked for. */
export const policyQueryParameters = [
  {
    name: 'reference',
    in: 'query',
    required: true,
    description: 'oci://host/path/name; tag and digest do not matter',
    allowReserved: true,
    schema: { type: 'string', minLength: 1, maxLength: 1000 },
  },
] as const;
