const DIGEST_PATTERN = '^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$';

const segment = {
  type: 'string',
  pattern: '^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$',
} as const;

/** Path parameters, by what the path names. */
export const entityParameters = [
  { name: 'kind', in: 'path', required: true, schema: segment },
  { name: 'namespace', in: 'path', required: true, schema: segment },
  { name: 'name', in: 'path', required: true, schema: segment },
] as const;

/** The path of a chart of an entity. */
export const chartParameters = [
  ...entityParameters,
  {
    name: 'chartId',
    in: 'path',
    required: true,
    description: 'base64url(sha256(registry/repository)), first 16 characters',
    schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{16}$' },
  },
] as const;

/** The path of a version of a chart. */
export const versionParameters = [
  ...chartParameters,
  {
    name: 'digest',
    in: 'path',
    required: true,
    description: 'Digest of the chart manifest',
    schema: { type: 'string', pattern: DIGEST_PATTERN },
  },
] as const;

/** The path of a piece of evidence of a version. */
export const evidenceParameters = [
  ...versionParameters,
  {
    name: 'evidenceDigest',
    in: 'path',
    required: true,
    description: "Digest of the evidence's own manifest",
    schema: { type: 'string', pattern: DIGEST_PATTERN },
  },
] as const;

/** The path of a tag of a chart. */
export const tagParameters = [
  ...chartParameters,
  {
    name: 'tag',
    in: 'path',
    required: true,
    schema: { type: 'string', pattern: '^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$' },
  },
] as const;

const pageParameters = [
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

/** The filters of the version list. */
export const versionQueryParameters = [
  ...pageParameters,
  {
    name: 'status',
    in: 'query',
    schema: {
      type: 'string',
      enum: ['verified', 'rejected', 'unsigned', 'indeterminate'],
    },
  },
  {
    name: 'filter',
    in: 'query',
    description: 'Part of a version, tag or digest; case does not matter',
    schema: { type: 'string', maxLength: 200 },
  },
  {
    name: 'prereleases',
    in: 'query',
    description: 'Include pre-releases',
    schema: { type: 'boolean', default: true },
  },
] as const;

const componentKinds = ['package', 'image', 'chart', 'other'] as const;
const componentChanges = ['added', 'removed', 'changed', 'same'] as const;

/** The filters of the components of an SBOM. */
export const sbomQueryParameters = [
  {
    name: 'evidence',
    in: 'query',
    description: 'One of the documents; the one that counts most by default',
    schema: { type: 'string', pattern: DIGEST_PATTERN },
  },
  {
    name: 'against',
    in: 'query',
    description:
      'Digest of the version to compare with, or none; the next lower version with an SBOM by default',
    schema: { type: 'string', maxLength: 140 },
  },
  {
    name: 'filter',
    in: 'query',
    description:
      'Part of a name, version, package URL or licence; case does not matter',
    schema: { type: 'string', maxLength: 200 },
  },
  {
    name: 'licence',
    in: 'query',
    description: 'As the component writes it; empty: those that say none',
    allowEmptyValue: true,
    schema: { type: 'string', maxLength: 500 },
  },
  {
    name: 'kind',
    in: 'query',
    schema: { type: 'string', enum: componentKinds },
  },
  {
    name: 'change',
    in: 'query',
    schema: { type: 'string', enum: componentChanges },
  },
  {
    name: 'limit',
    in: 'query',
    schema: { type: 'integer', minimum: 1, maximum: 500, default: 100 },
  },
  {
    name: 'cursor',
    in: 'query',
    description: 'nextCursor of an earlier answer; opaque',
    schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,256}$' },
  },
] as const;

/** The path of a check of a chart. */
export const checkParameters = [
  ...chartParameters,
  {
    name: 'checkId',
    in: 'path',
    required: true,
    schema: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,62}$' },
  },
] as const;

/** The filters of the list of charts that nobody owns. */
export const unclaimedQueryParameters = [
  {
    name: 'state',
    in: 'query',
    description: 'Nothing else is listed yet',
    schema: { type: 'string', enum: ['unclaimed'], default: 'unclaimed' },
  },
  ...pageParameters,
  {
    name: 'filter',
    in: 'query',
    description: 'Part of a reference; case does not matter',
    schema: { type: 'string', maxLength: 200 },
  },
] as const;

/** Which version a text names, and its choices. */
export const snippetQueryParameters = [
  {
    name: 'version',
    in: 'query',
    description:
      'Digest of the version to name; the newest verified one without',
    schema: { type: 'string', pattern: DIGEST_PATTERN },
  },
  {
    name: 'consumer',
    in: 'query',
    description: 'Id of the one consumer to show the change of',
    schema: { type: 'string', maxLength: 200 },
  },
  {
    name: 'option',
    in: 'query',
    description: 'A choice, `name:value`; as often as there are choices',
    explode: true,
    schema: { type: 'array', items: { type: 'string' }, maxItems: 20 },
  },
] as const;

/** Which image is asked for. */
export const imageQueryParameters = [
  {
    name: 'query',
    in: 'query',
    required: true,
    description: 'Digest of an image, or part of its name',
    allowReserved: true,
    schema: { type: 'string', minLength: 3, maxLength: 300 },
  },
] as const;
