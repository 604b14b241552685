import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** What came of each mutation when it was last tried: one that was changed since counts as not tried. */
export class Outcomes {
  #path;
  #byId;

  constructor(path) {
    this.#path = path;
    this.#byId = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  }

  of(mutation) {
    const known = this.#byId[mutation.id];
    return known?.mutation === digestOf(mutation) ? known.outcome : undefined;
  }

  set(mutation, outcome) {
    this.#byId[mutation.id] = { mutation: digestOf(mutation), outcome };
  }

  /** Keeps those that are in the list. */
  write(mutations) {
    const kept = mutations.flatMap(({ id }) =>
      this.#byId[id] ? [[id, this.#byId[id]]] : [],
    );
    const text = JSON.stringify(Object.fromEntries(kept), undefined, 2);
    writeFileSync(this.#path, `${text}\n`);
  }
}

/** Of what decides the outcome, as far as the list says it. */
function digestOf({ file, from, to, tests }) {
  return createHash('sha256')
    .update(JSON.stringify([file, from, to, tests]))
    .digest('hex')
    .slice(0, 16);
}
