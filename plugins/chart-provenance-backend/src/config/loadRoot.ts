import { stringifyError } from '@backstage/errors';
import { embeddedRoot, RootInput } from '../verification';
import { rootFingerprints } from './fingerprints';
import { LoadTrustOptions } from './LoadTrustOptions';
import { readFirstRoot } from './readFirstRoot';
import { readRootFile } from './readRootFile';
import { refuseDemo } from './refuseDemo';
import { RootConfig } from './types';

/** A root as far as it is known without a request. */
export interface LoadedRoot {
  input: RootInput;
  /** Text of the `root.json` from which on a TUF repository is believed; absent where none is asked. */
  firstRoot?: string;
}

const WHAT = {
  file: 'a trusted_root.json',
  github: 'what gh attestation trusted-root writes',
};

/** Reads a root's files; none when they cannot be read. */
export async function loadRoot(
  root: RootConfig,
  options: LoadTrustOptions,
): Promise<LoadedRoot[]> {
  const { id, thresholds, source } = root;
  const path = `trust.roots[${id}]`;
  switch (source.type) {
    case 'publicGood': {
      refuseDemo(path, root.demo, [], options);
      const firstRoot = root.refresh ? embeddedRoot().tufRoot : undefined;
      return [{ input: { id, type: 'publicGood', thresholds }, firstRoot }];
    }
    case 'tuf':
      refuseDemo(path, root.demo, [], options);
      return attempt(`${path}.rootPath`, 'a root.json of TUF', options, {
        path: source.rootPath,
        read: text => ({
          input: { id, type: 'tuf', thresholds },
          firstRoot: readFirstRoot(text),
        }),
      });
    default: {
      const { type } = source;
      return attempt(`${path}.path`, WHAT[type], options, {
        path: source.path,
        read: text => {
          const trustedRoot = readRootFile(type, text);
          const fingerprints = rootFingerprints(trustedRoot);
          refuseDemo(path, root.demo, fingerprints, options);
          const asOf = options.now.toISOString();
          return { input: { id, type, trustedRoot, thresholds, asOf } };
        },
      });
    }
  }
}

/** Reads a file, or says what is wrong with it. */
async function attempt(
  at: string,
  what: string,
  { readText, problems }: LoadTrustOptions,
  file: { path: string; read: (text: string) => LoadedRoot },
): Promise<LoadedRoot[]> {
  try {
    return [file.read(await readText(file.path))];
  } catch (error) {
    problems.add(at, `cannot be read as ${what}: ${stringifyError(error)}`);
    return [];
  }
}
