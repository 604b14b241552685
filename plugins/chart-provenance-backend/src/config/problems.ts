import { ConfigProblem } from 'backstage-plugin-chart-provenance-common';
import { z } from 'zod';

/** Collects what is wrong with the configuration, so that an operator mends it in one go. */
export class Problems {
  readonly #lines: string[] = [];

  /** `path` is relative to `chartProvenance`; the message says what is wrong and how to fix it. */
  add(path: string, message: string): void {
    const full = ['chartProvenance', path].filter(Boolean).join('.');
    const line = `${full.replace(/\.+(?=\[|$)/g, '')}: ${message}`;
    if (!this.#lines.includes(line)) {
      this.#lines.push(line);
    }
  }

  /** Adds problems whose paths are relative to `path`. */
  addAll(path: string, problems: readonly ConfigProblem[]): void {
    for (const problem of problems) {
      this.add(`${path}.${problem.path}`, problem.message);
    }
  }

  get lines(): readonly string[] {
    return this.#lines;
  }

  /** Reads one part. A part with problems comes back undefined, and the other parts are still read. */
  parse<T extends z.ZodType>(
    schema: T,
    value: unknown,
    path: string,
  ): z.output<T> | undefined {
    const result = schema.safeParse(value);
    if (result.success) {
      return result.data;
    }
    for (const issue of result.error.issues) {
      this.add(joinPath(path, issue.path), issue.message);
    }
    return undefined;
  }
}

/** Joins `policies[1]` and `['anyOf', 0, 'root']` to `policies[1].anyOf[0].root`. */
function joinPath(base: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>((joined, key) => {
    if (typeof key === 'number') {
      return `${joined}[${key}]`;
    }
    return joined ? `${joined}.${String(key)}` : String(key);
  }, base);
}
