import { SignerRequirement } from '../policy/types';
import {
  isEd25519,
  verifyCommands,
  VerifyCommandsInput,
} from './verifyCommands';

/**
 * What a reader of {@link verifyCommands} has to know, a sentence or two each: what no command checks and why, which of several need
 * to succeed, the files they read, and what a success does not say. Empty where nothing is to be verified.
 *
 * @public
 */
export function commandNotes(input: VerifyCommandsInput): string[] {
  const verifying = verifyCommands(input).filter(({ title }) =>
    title.startsWith('Verify '),
  );
  const signers = verifying.filter(({ title }) =>
    /^Verify the (?:signature|provenance file)/.test(title),
  ).length;
  return [
    ...ed25519Notes(input),
    ...(signers > 1
      ? [
          `A policy is met by any one of its signers: not each of these ${signers} has to succeed.`,
        ]
      : []),
    ...fileNotes(verifying.map(({ command }) => command).join(' '), input),
    ...(verifying.some(({ command }) => command.startsWith('cosign '))
      ? [
          'Use cosign 3. With 2.6, --new-bundle-format or --use-signed-timestamps may have to be added.',
        ]
      : []),
    ...logNotes(
      verifying.map(({ command }) => command),
      input,
    ),
    ...(verifying.some(({ command }) => command.startsWith('helm '))
      ? [
          `Helm verifies by version, and a tag can move: compare the digest it prints with that of this version. It looks at the chart archive alone${
            input.expectedSource
              ? ', and proves no source, which is asked for here'
              : ''
          }.`,
        ]
      : []),
  ];
}

function ed25519Notes(input: VerifyCommandsInput): string[] {
  return keysOf(input.anyOf.filter(one => isEd25519(one, input))).map(
    key =>
      `There is no command for ${key}, an Ed25519 key: cosign signs with such keys in a form (Ed25519ph) that its own verify refuses, seen with 2.6.4 and 3.1.2. What is said of it here was checked by the backend.`,
  );
}

/** cosign asks for a log entry unless it is told not to; a key, and such a root, do not. */
function logNotes(
  commands: readonly string[],
  { anyOf, rootsWithoutLog = [] }: VerifyCommandsInput,
): string[] {
  const needsNone = anyOf.some(
    one =>
      one.kind === 'key' ||
      (one.kind === 'keyless' && rootsWithoutLog.includes(one.root)),
  );
  const asksForOne = commands.some(
    one =>
      one.startsWith('cosign ') && !one.includes('--insecure-ignore-tlog=true'),
  );
  return needsNone && asksForOne
    ? [
        'A signature may count here without a log entry. Where cosign misses one, add --insecure-ignore-tlog=true, and --use-signed-timestamps if it has a timestamp.',
      ]
    : [];
}

/** The files are named in the commands; the reader does not have them yet. */
function fileNotes(
  commands: string,
  {
    anyOf,
    rootPaths = {},
    keyPaths = {},
    keyringPaths = {},
    keyLogRootPath,
  }: VerifyCommandsInput,
): string[] {
  const keyrings = anyOf
    .flatMap(one => (one.kind === 'keyring' ? [one.keyring] : []))
    .map(id => keyringPaths[id] ?? `${id}.gpg`);
  const others = [
    ...Object.values(rootPaths),
    ...(keyLogRootPath === undefined ? [] : [keyLogRootPath]),
    ...keysOf(anyOf).map(id => keyPaths[id] ?? `${id}.pub`),
  ];
  const named = (paths: readonly string[]) =>
    [...new Set(paths)].filter(path => commands.includes(`=${path}`));
  const files = [...named(others), ...named(keyrings)];
  if (files.length === 0) {
    return [];
  }
  const binary = named(keyrings).length > 0;
  return [
    `The commands read ${files.join(
      ', ',
    )} in your folder: the trust material of that name from whoever operates Backstage.${
      binary ? ' Helm wants a keyring in binary: gpg --dearmor.' : ''
    }`,
  ];
}

function keysOf(anyOf: readonly SignerRequirement[]): string[] {
  return [
    ...new Set(anyOf.flatMap(one => (one.kind === 'key' ? [one.key] : []))),
  ];
}
