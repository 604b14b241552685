import { attestingCells } from './attesting.ts';
import { fullCells } from './full.ts';
import { guardedCells } from './guarded.ts';
import { provenanceFileCells } from './provenanceFiles.ts';
import { refusedCells } from './refused.ts';
import { shapeCells } from './shapes.ts';
import { signingCells } from './signing.ts';
import { otherwiseCells } from './otherwise.ts';
import type { Cell } from './types.ts';

/** Every cell of the matrix, in the order in which they are printed. */
export function allCells(): Cell[] {
  return [
    ...signingCells(),
    ...attestingCells(),
    ...refusedCells(),
    ...shapeCells(),
    ...provenanceFileCells(),
    ...otherwiseCells(),
    ...guardedCells(),
    ...fullCells(),
  ];
}
