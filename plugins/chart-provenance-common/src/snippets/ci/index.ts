import type { SnippetGenerator } from '../types';
import { githubActions } from './github/githubActions';
import { gitlabCi } from './gitlab/gitlabCi';
import { shellScripts } from './shell/shellScripts';

/** Texts that package, sign, attest, verify and promote a chart. */
export const ciGenerators: readonly SnippetGenerator[] = [
  githubActions,
  gitlabCi,
  shellScripts,
];
