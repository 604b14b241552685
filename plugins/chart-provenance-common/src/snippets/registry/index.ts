import type { SnippetGenerator } from '../types';
import { settingGenerator } from './settingGenerator';
import { whyNotLatest } from './whyNotLatest';

/** Texts for whoever administers the registry. */
export const registryGenerators: readonly SnippetGenerator[] = [
  settingGenerator('immutability', 'Tags that cannot be moved'),
  settingGenerator('retention', 'Keep signatures from being cleaned up'),
  whyNotLatest,
];
