/**
 * What a failed request says to a reader.
 *
 * @internal
 */
export interface FailureWords {
  title: string;
  /** Who can do what. */
  next: string;
  /** Trying the same again may help. */
  retry: boolean;
}

/**
 * What was being asked for.
 *
 * @internal
 */
export type FailureSubject =
  | 'entity'
  | 'versions'
  | 'version'
  | 'sbom'
  | 'refresh'
  | 'evidence'
  | 'status'
  | 'doctor'
  | 'distrust'
  | 'overview'
  | 'consumers'
  | 'consumes'
  | 'migration'
  | 'export'
  | 'signOff'
  | 'plan'
  | 'unclaimed'
  | 'mappings'
  | 'snippets'
  | 'snippet'
  | 'lint'
  | 'gate'
  | 'chartGate'
  | 'gateLog'
  | 'decision'
  | 'gateExport'
  | 'impact'
  | 'images'
  | 'imageUses';

/**
 * What was being asked for, in words.
 *
 * @internal
 */
export const NOUN: Record<FailureSubject, string> = {
  entity: 'the chart provenance of this entity',
  versions: 'the versions of this chart',
  version: 'this version',
  sbom: 'the SBOM of this version',
  refresh: 'a refresh of this chart',
  evidence: 'the raw evidence',
  status: 'the status of the index',
  doctor: 'a run of the doctor',
  distrust: 'what is distrusted',
  overview: 'what runs and who uses it',
  consumers: 'the consumers of this chart',
  consumes: 'the charts that this entity uses',
  migration: 'the migration of this chart',
  export: 'the migration as a document',
  signOff: 'the sign-off',
  plan: 'the plan',
  unclaimed: 'the charts that nobody owns',
  mappings: 'the new owners',
  snippets: 'what can be made for this chart',
  snippet: 'this text',
  lint: 'a check of this text',
  gate: 'an answer of the gate',
  chartGate: 'what the gate asks of this chart',
  gateLog: 'what the gate decided',
  decision: 'this decision',
  gateExport: 'the log as a file',
  impact: 'what this would block',
  images: 'the images of this version',
  imageUses: 'who runs this image',
};

/**
 * What the reader may not do when the backend forbids it; `see` for what is read.
 *
 * @internal
 */
export const VERB: Partial<Record<FailureSubject, string>> = {
  refresh: 'ask for',
  doctor: 'ask for',
  signOff: 'write',
  plan: 'write',
  mappings: 'write',
  lint: 'ask for',
  gate: 'ask for',
};

const NO_ROUTE = {
  title: 'The backend does not have this yet',
  next: 'It is older than this page: update backstage-plugin-chart-provenance-backend to the same version.',
};

/**
 * The permission asked for, and on what.
 *
 * @internal
 */
export const PERMISSION: Partial<Record<FailureSubject, string>> = {
  refresh: 'chart-provenance.chart.refresh on this entity',
  status: 'chart-provenance.index.operate',
  doctor: 'chart-provenance.index.operate',
  distrust: 'chart-provenance.index.operate',
  consumers: 'chart-provenance.consumer.read',
  signOff:
    'chart-provenance.migration.signoff on this entity, and sign off as a user',
  plan: 'chart-provenance.migration.plan on this entity, and plan as a user',
  unclaimed: 'chart-provenance.index.operate',
  mappings: 'chart-provenance.index.operate',
  lint: 'chart-provenance.chart.read',
  gate: 'chart-provenance.gate.check',
  chartGate: 'chart-provenance.gate.check',
  gateLog: 'chart-provenance.gate.check',
  decision: 'chart-provenance.gate.check',
  gateExport: 'chart-provenance.gate.check',
  impact: 'chart-provenance.index.operate',
  imageUses: 'chart-provenance.chart.read',
};

const CHART_GONE = {
  title: 'This entity no longer has this chart',
  next: 'Reload the page to see the charts it has now.',
};

/**
 * What it means that the backend does not know it.
 *
 * @internal
 */
export const GONE: Record<FailureSubject, Omit<FailureWords, 'retry'>> = {
  entity: {
    title: 'The chart index does not know this entity',
    next: 'If it was registered lately, come back in a few minutes: the catalog is read at intervals. Otherwise you may not be allowed to see it; ask its owner.',
  },
  versions: CHART_GONE,
  version: {
    title: 'The chart index does not know this version',
    next: 'The link may be mistyped, or the version belongs to another chart of this entity. Close this and look in the list.',
  },
  sbom: {
    title: 'The chart index does not have this SBOM',
    next: 'The link may name a document or a version that is gone. Show the one that counts most instead; if that fails too, the backend is older than this page and has no SBOMs yet.',
  },
  refresh: CHART_GONE,
  evidence: {
    title: 'The raw bytes of this evidence are not kept here',
    next: 'Fetch them from the registry with the commands under "Check it yourself".',
  },
  status: NO_ROUTE,
  doctor: NO_ROUTE,
  distrust: NO_ROUTE,
  overview: NO_ROUTE,
  consumers: CHART_GONE,
  consumes: {
    title: 'The chart index does not know this entity',
    next: 'If it was registered lately, come back in a few minutes: the catalog is read at intervals. Otherwise you may not be allowed to see it; ask its owner.',
  },
  migration: CHART_GONE,
  export: CHART_GONE,
  signOff: {
    title: 'This item is not on the list any more',
    next: 'Reload the page: the operator may have changed the items.',
  },
  plan: CHART_GONE,
  unclaimed: NO_ROUTE,
  mappings: {
    title: 'One of these charts is not unclaimed any more',
    next: 'Nothing was written. Read the list again and choose anew.',
  },
  snippets: CHART_GONE,
  snippet: {
    title: 'There is no such text for this chart',
    next: 'The link may be mistyped, or the version in it belongs to another chart. Choose from the list.',
  },
  lint: NO_ROUTE,
  gate: NO_ROUTE,
  chartGate: CHART_GONE,
  gateLog: NO_ROUTE,
  decision: {
    title: 'No such decision is in the log',
    next: 'The link may be mistyped, the decision may be too old to be kept, or you may not see its chart. Look in the list.',
  },
  gateExport: NO_ROUTE,
  impact: {
    title: 'There is no such environment, policy or chart',
    next: 'Check the name, then ask again.',
  },
  images: {
    title: 'The chart index does not know the images of this version',
    next: 'What the chart itself names is shown below.',
  },
  imageUses: NO_ROUTE,
};

/**
 * What cannot be read as it was sent, where it was not a link that sent it.
 *
 * @internal
 */
export const REFUSED: Partial<
  Record<FailureSubject, Omit<FailureWords, 'retry'>>
> = {
  lint: {
    title: 'The checker gave up on this text',
    next: 'Paste less of it: the part with the references is enough.',
  },
  gate: {
    title: 'The gate cannot read this question',
    next: 'Choose another environment, or ask without one.',
  },
  impact: {
    title: 'This change cannot be read',
    next: 'Correct what the message names, then ask again.',
  },
  snippet: {
    title: 'This text cannot be made like this',
    next: 'Choose another option or version, or another text from the list.',
  },
  imageUses: {
    title: 'This is not enough to look for an image',
    next: 'Give at least three characters of its name, or its digest.',
  },
};

/**
 * A generated text that would not come out inert.
 *
 * @internal
 */
export const UNWRITABLE = {
  title: 'This text cannot be written safely',
  next: 'Something of this chart (a name, an address, an identity) has characters that would do harm where the text is pasted. Correct what the message names.',
};

/**
 * Where verdicts are what could not be had.
 *
 * @internal
 */
export const ABOUT_VERDICTS: ReadonlySet<FailureSubject> = new Set([
  'entity',
  'versions',
  'version',
  'refresh',
]);
