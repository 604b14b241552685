import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseFiles } from './CaseFiles.ts';

/** Writes cases in the layout of the public suite, with the code that each refusal must have beside it. */
export function writeCases(
  folder: string,
  text: string,
  cases: CaseFiles[],
): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'a.txt'), text);
  for (const each of cases) {
    writeCase(folder, each);
  }
}

function writeCase(folder: string, it: CaseFiles): void {
  const name = it.refusedAs === undefined ? it.name : `${it.name}_fail`;
  const path = join(folder, name);
  // Two cases of one name would be one.
  mkdirSync(path);
  const write = (file: string, content: string | undefined) => {
    if (content !== undefined) {
      writeFileSync(join(path, file), content);
    }
  };
  write('README', `${it.why}\n`);
  write('bundle.sigstore.json', JSON.stringify(it.bundle));
  write('trusted_root.json', JSON.stringify(it.trustedRoot));
  write('identity', `${it.identity}\n`);
  write('issuer', `${it.issuer}\n`);
  write('key.pub', it.key);
  write('artifact', it.artifact);
  write('refused-as', it.refusedAs && `${it.refusedAs}\n`);
}
