import type { Case } from './Case.ts';
import { CHART, type Ground } from './Ground.ts';

const OTHER = `sha256:${'0'.repeat(64)}`;
const NOT_HELMS_MATTER =
  'Helm compares the digest of the archive and nothing else';

type Edit = Omit<Case, 'prov' | 'archive' | 'version' | 'ring'> & {
  edit: (text: string) => string;
};

/** Genuine signatures over texts that Helm does not write. */
const EDITS: Edit[] = [
  {
    name: 'text-other-digest',
    edit: text => text.replace(/sha256:[0-9a-f]{64}/, OTHER),
    expected: 'digest-mismatch',
  },
  {
    name: 'text-other-name',
    edit: text => text.replace(/^name: .*$/m, 'name: another'),
    expected: 'name-or-version-mismatch',
    differs: NOT_HELMS_MATTER,
  },
  {
    name: 'text-other-version',
    edit: text => text.replace(/^version: .*$/m, 'version: 9.9.9'),
    expected: 'name-or-version-mismatch',
    differs: NOT_HELMS_MATTER,
  },
  {
    name: 'text-other-file-name',
    edit: text => text.replace(/ {2}sample-1\.2\.0\.tgz/, '  sample-9.9.9.tgz'),
    expected: 'name-or-version-mismatch',
  },
  {
    name: 'text-two-files',
    edit: text => `${text.trimEnd()}\n  other-1.0.0.tgz: ${OTHER}\n`,
    expected: 'bad-signature',
    differs: 'Helm looks its own file up and reads over the others',
  },
  {
    name: 'text-file-twice',
    edit: text =>
      `${text.trimEnd()}\n  ${CHART.name}-${CHART.version}.tgz: ${OTHER}\n`,
    expected: 'bad-signature',
  },
  {
    name: 'text-no-files',
    edit: text => text.replace(/\nfiles:[\s\S]*$/, '\nfiles: {}\n'),
    expected: 'bad-signature',
  },
  {
    name: 'text-third-document',
    edit: text => `${text}\n...\nmore: yes\n`,
    expected: 'bad-signature',
    differs: 'Helm reads over what follows the second document',
  },
  {
    name: 'text-one-document',
    edit: text => text.replace('\n...\n', '\n'),
    expected: 'bad-signature',
  },
  {
    name: 'text-name-twice',
    edit: text => text.replace(/^version:/m, 'name: another\nversion:'),
    expected: 'bad-signature',
    differs: 'the last of two names counts for Helm',
  },
  {
    name: 'text-aliases',
    edit: text =>
      text.replace(/^name: .*$/m, 'name: &name sample\nother: *name'),
    expected: 'bad-signature',
    differs: 'nothing that Helm writes has aliases',
  },
  {
    name: 'text-tags',
    edit: text => text.replace(/^name: .*$/m, 'name: !!str sample'),
    expected: 'bad-signature',
    differs: 'Helm writes no tags',
  },
];

/** Signs each of the texts with gpg. */
export async function otherTexts(
  { gpg }: Ground,
  { archive, version }: Case,
  text: string,
): Promise<Case[]> {
  const cases: Case[] = [];
  for (const { edit, ...rest } of EDITS) {
    const edited = edit(text);
    if (edited === text) {
      throw new Error(`${rest.name} changes nothing`);
    }
    const prov = await gpg.clearSign(edited, ['rsa3072']);
    cases.push({ ...rest, prov, archive, version, ring: 'rsa3072' });
  }
  return cases;
}
