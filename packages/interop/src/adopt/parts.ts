import type { Toolbox } from '../tools/toolbox.ts';

/** One part of what is generated, tried with the tools it is for. @returns whether all was as it must be */
export type RunPart = (
  tools: Toolbox,
  say: (line: string) => void,
) => Promise<boolean>;

/** The parts by name; each is loaded when it is run, so that one that cannot be loaded ends nothing but itself. */
export const PARTS: Readonly<Record<string, () => Promise<RunPart>>> = {
  ci: async () => (await import('./ci/runCi.ts')).runCi,
  consume: async () => (await import('./consume/runConsume.ts')).runConsume,
  enforce: async () => (await import('./enforce/runEnforce.ts')).runEnforce,
  lint: async () => (await import('./lint/runLint.ts')).runLint,
};
