import {
  ConsumerReading,
  parseChartReference,
  PinKind,
  versionToTag,
} from 'backstage-plugin-chart-provenance-common';
import { UseQuestion } from './ChartUse';

type Wanted = Pick<ConsumerReading, 'target' | 'wants' | 'pin' | 'form'>;

const OPEN: Readonly<Record<Exclude<PinKind, 'digest' | 'version'>, string>> = {
  range:
    'It takes any version of a range, so nobody can say which one it will be: name one.',
  floating:
    'It names no version, so nobody can say which one it will be: name one.',
  templated:
    'Something else fills it in later: ask the gate where that is done, with what comes out.',
  unknown: 'Which version is meant cannot be read.',
};

/** Forms in which the version is a tag of the registry, whatever it looks like. */
const TAGGED: ReadonlySet<string> = new Set([
  'argocd-oci',
  'flux-oci-repository',
]);

/** What to ask the gate about a reading: what would be deployed by it, and nothing else. */
export function questionOf({ target, wants, pin, form }: Wanted): UseQuestion {
  switch (target.kind) {
    case 'oci':
      break;
    case 'legacy':
      return unasked(
        'It is in a legacy repository, where nothing is signed by digest: the gate answers for charts in registries only.',
      );
    case 'templated':
      return unasked(OPEN.templated);
    default:
      return unasked(target.message);
  }
  const repository = `oci://${target.registry}/${target.repository}`;
  // The digest wins wherever both are written: it is what is deployed.
  if (pin === 'digest' && wants.digest !== null) {
    return asked(`${repository}@${wants.digest}`, false);
  }
  const isTag = pin === 'version' || (pin === 'floating' && TAGGED.has(form));
  if (isTag && wants.version !== null) {
    return asked(`${repository}:${versionToTag(wants.version)}`, true);
  }
  return unasked(
    pin === 'digest' || pin === 'version' ? OPEN.unknown : OPEN[pin],
  );
}

function asked(reference: string, byTag: boolean): UseQuestion {
  try {
    parseChartReference(reference);
    return { kind: 'reference', reference, byTag };
  } catch {
    return unasked('What is written there is no reference to a chart.');
  }
}

function unasked(why: string): UseQuestion {
  return { kind: 'unasked', why };
}
