import { SignerRequirement } from '../policy/types';
import { VerifyCommandsInput } from './VerifyCommandsInput';

/**
 * The files that the commands name: the reader does not have them yet.
 *
 * @internal
 */
export function fileNotes(
  commands: string,
  input: VerifyCommandsInput,
): string[] {
  const { rootPaths = {}, keyPaths = {}, keyringPaths = {} } = input;
  const { storePaths = {}, keyLogRootPath } = input;
  const all = [
    ...input.anyOf,
    ...(input.requireAttestations ?? []).flatMap(one => one.anyOf ?? []),
  ];
  const keyrings = all
    .flatMap(one => (one.kind === 'keyring' ? [one.keyring] : []))
    .map(id => keyringPaths[id] ?? `${id}.gpg`);
  const others = [
    ...Object.values(rootPaths),
    ...(keyLogRootPath === undefined ? [] : [keyLogRootPath]),
    ...keysOf(all).map(id => keyPaths[id] ?? `${id}.pub`),
  ];
  const stores = commands.includes('notation verify ')
    ? all.flatMap(one =>
        one.kind === 'store'
          ? [storePaths[one.store] ?? `${one.store}.pem`]
          : [],
      )
    : [];
  const named = (paths: readonly string[]) =>
    [...new Set(paths)].filter(path => commands.includes(`=${path}`));
  const files = [...named(others), ...named(keyrings), ...new Set(stores)];
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

/**
 * Ids of the keys that are asked for.
 *
 * @internal
 */
export function keysOf(anyOf: readonly SignerRequirement[]): string[] {
  return [
    ...new Set(anyOf.flatMap(one => (one.kind === 'key' ? [one.key] : []))),
  ];
}
