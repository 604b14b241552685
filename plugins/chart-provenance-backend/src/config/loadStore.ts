import { stringifyError } from '@backstage/errors';
import { prepareStore, StoreInput } from '../verification';
import { LoadTrustOptions } from './LoadTrustOptions';
import { refuseDemo } from './refuseDemo';
import { StoreConfig } from './types';

/** Reads the certificates of a store. Those that have merely expired are no mistake: nothing counts by them. */
export async function loadStore(
  { id, source, demo }: StoreConfig,
  options: LoadTrustOptions,
): Promise<StoreInput[]> {
  const { problems, readText } = options;
  const path = `trust.stores[${id}]`;
  const at = `${path}.${source.type === 'file' ? 'path' : 'pem'}`;
  try {
    const pem =
      source.type === 'file' ? await readText(source.path) : source.pem;
    if (pem.includes('PRIVATE KEY')) {
      problems.add(
        at,
        'holds a private key; put certificates only here, and replace the key, for it has been shown',
      );
      return [];
    }
    const { anchors, detail } = prepareStore({ id, pem });
    refuseDemo(path, demo, [...anchors], options);
    if (anchors.size === 0) {
      problems.add(at, detail);
      return [];
    }
    return [{ id, pem }];
  } catch (error) {
    problems.add(at, `cannot be read: ${stringifyError(error)}`);
    return [];
  }
}
