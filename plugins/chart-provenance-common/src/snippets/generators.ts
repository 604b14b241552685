import { ciGenerators } from './ci';
import { consumeGenerators } from './consume';
import { enforceGenerators } from './enforce';
import { registryGenerators } from './registry';
import { SnippetGenerator } from './types';

/** Every kind of text there is, in the order in which pages offer them. */
export const GENERATORS: readonly SnippetGenerator[] = [
  ...ciGenerators,
  ...consumeGenerators,
  ...enforceGenerators,
  ...registryGenerators,
];
