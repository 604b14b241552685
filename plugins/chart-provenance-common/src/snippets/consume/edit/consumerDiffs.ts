import type { SnippetDiff } from '../../../api/snippetTypes';
import { oneLine } from '../../../consumers/json';
import type { SnippetConsumer, SnippetInput } from '../../types';
import type { ChartPin } from '../facts';
import type { FluxTrust } from '../flux/fluxTrust';
import { toHelmTyped, toNativeOci } from './changeArgo';
import { toOciDependency } from './changeChart';
import { toOciRepository } from './changeFlux';
import { EditError } from './EditError';
import { ManifestChange } from './ManifestChange';
import { costOf } from './readYaml';
import { applyEdits } from './TextEdit';
import { unifiedDiff } from './unifiedDiff';

/** Whoever deploys a chart in more places has them in a few files. */
const MAX_CONSUMERS = 100;
/** Of all manifests together, see `costOf`: whoever asks for a text waits for it. */
const MAX_COST = 60_000;

/** Which text the changes go with. */
export type ChangePurpose =
  | 'argocd-oci'
  | 'argocd-helm'
  | 'argocd-multi-source'
  | 'argocd-applicationset'
  | 'flux-oci-repository'
  | 'chart-dependency';

/** The changes for consumers whose manifests are known, and why others are not changed. */
export interface ConsumerDiffs {
  diffs: SnippetDiff[];
  notes: string[];
}

/**
 * What consumers would have to change in their own manifests. A manifest is hostile text: what cannot be changed with certainty is left, with a
 * note. Consumers that are as they should be are passed over.
 */
export function consumerDiffs(
  input: SnippetInput,
  pin: ChartPin,
  purpose: ChangePurpose,
  { trust }: { trust?: FluxTrust } = {},
): ConsumerDiffs {
  const diffs: SnippetDiff[] = [];
  const notes: string[] = [];
  const concerned = input.consumers.filter(one => isFor(one, purpose));
  let cost = 0;
  for (const consumer of concerned.slice(0, MAX_CONSUMERS)) {
    const title = oneLine(consumer.title, 200);
    try {
      cost += costOf(consumer.text);
      if (cost > MAX_COST) {
        throw new EditError(
          'there are more and longer manifests than are read at once',
        );
      }
      const made = make(purpose, { consumer, input, pin }, trust);
      if (made.edits.length > 0) {
        diffs.push(diffOf(consumer, made));
        notes.push(...made.notes.map(note => `${title}: ${note}`));
      }
    } catch (error) {
      if (!(error instanceof EditError)) {
        throw error;
      }
      notes.push(
        `${title} is not changed here: ${oneLine(error.message, 300)}.`,
      );
    }
  }
  if (concerned.length > MAX_CONSUMERS) {
    notes.push(
      `There are changes for ${MAX_CONSUMERS} of ${concerned.length} consumers only.`,
    );
  }
  return { diffs, notes };
}

function isFor(
  { kind, text }: SnippetConsumer,
  purpose: ChangePurpose,
): boolean {
  const several = /^[ \t-]*sources[ \t]*:/m.test(text);
  const native = /repoURL:[ \t]*["']?oci:\/\//.test(text);
  switch (purpose) {
    case 'argocd-oci':
      return kind === 'Application' && !several;
    case 'argocd-multi-source':
      return kind === 'Application' && several;
    case 'argocd-helm':
      return kind === 'Application' && !native;
    case 'argocd-applicationset':
      return kind === 'ApplicationSet';
    case 'flux-oci-repository':
      return ['HelmRelease', 'HelmChart', 'OCIRepository'].includes(kind);
    default:
      return kind === 'Chart';
  }
}

function make(
  purpose: ChangePurpose,
  change: Parameters<typeof toNativeOci>[0],
  trust: FluxTrust | undefined,
): ManifestChange {
  switch (purpose) {
    case 'argocd-helm':
      return toHelmTyped(change);
    case 'flux-oci-repository':
      return toOciRepository(change, trust);
    case 'chart-dependency':
      return toOciDependency(change);
    default:
      return toNativeOci(change);
  }
}

function diffOf(
  consumer: SnippetConsumer,
  { edits }: ManifestChange,
): SnippetDiff {
  const { id, title, path, href, text, wholeFile } = consumer;
  return {
    ...{ consumerId: id, title, path, href },
    patch: unifiedDiff(pathOf(consumer), text, edits),
    after: wholeFile ? applyEdits(text, edits) : null,
  };
}

/** A path that means one file below where the patch is applied, and stands on one line. */
function pathOf({ path, kind }: SnippetConsumer): string {
  const plain =
    path !== null &&
    /^[\w@+.][\w@+. /-]*$/.test(path) &&
    !path.split('/').includes('..') &&
    !path.endsWith(' ');
  return plain ? path : `${kind.replace(/\W/g, '')}.yaml`;
}
