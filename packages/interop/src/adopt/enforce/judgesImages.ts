import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ground } from '../../bench/ground/Ground.ts';
import { attempt } from '../../process/run.ts';
import { imagesInput } from './imagesInput.ts';
import { generateText, type EnforceInput } from './product.ts';

const LIMIT_MS = 60_000;

/** What was published, and what policy-controller must say of it as an image. */
const CASES = {
  'key-in-tags': /Verification was successful/,
  'another-key-in-tags': /"errors":/,
  'unsigned-in-tags': /"errors":/,
};

/** The policy for images by a key, over what is really signed; and the one by identities, which must be well-formed. @returns how many */
export async function judgesImages(
  tester: string,
  ground: Ground,
  references: ReadonlyMap<string, string>,
): Promise<number> {
  const folder = mkdtempSync(join(ground.folder, 'images-'));
  const names = Object.keys(CASES).map(name => referenceOf(references, name));
  const byKey = writePolicy(
    folder,
    'key',
    withKey(imagesInput(names.map(nameOf), ['key']), ground),
    'legacy',
  );
  for (const [name, words] of Object.entries(CASES)) {
    await expectWords(tester, byKey, referenceOf(references, name), words);
  }
  const byIdentity = writePolicy(
    folder,
    'identity',
    imagesInput(names.map(nameOf), ['exact', 'gitlab']),
    'bundle',
  );
  await expectWords(tester, byIdentity, names[0], /successfully validated/);
  await expectWords(tester, byIdentity, 'example.com/x/y:1', /"errors":/);
  return Object.keys(CASES).length + 2;
}

function referenceOf(references: ReadonlyMap<string, string>, name: string) {
  const reference = references.get(name);
  if (reference === undefined) {
    throw new Error(`${name} was not published`);
  }
  return reference;
}

function nameOf(reference: string): string {
  return reference.slice(0, reference.indexOf('@'));
}

function withKey(input: EnforceInput, ground: Ground): EnforceInput {
  const pem = readFileSync(join(ground.folder, 'p256.pub'), 'utf8');
  return { ...input, keys: [{ id: 'release', pem }] };
}

function writePolicy(
  folder: string,
  name: string,
  input: EnforceInput,
  format: string,
): string {
  const text = generateText('policy-controller', input, {
    ...{ mode: 'deny', format },
  });
  const path = join(folder, `${name}.yaml`);
  const images = text.files.find(file => file.path.endsWith('/images.yaml'));
  writeFileSync(path, images?.text ?? '');
  return path;
}

async function expectWords(
  tester: string,
  policy: string,
  image: string,
  words: RegExp,
): Promise<void> {
  const { stdout, stderr } = await attempt(
    tester,
    ['--policy', policy, '--image', image],
    {
      env: { PATH: process.env.PATH, HOME: join(policy, '..') },
      limitMs: LIMIT_MS,
    },
  );
  if (!words.test(`${stdout}${stderr}`)) {
    throw new Error(`${image}: ${stdout}${stderr}`.slice(0, 3_000));
  }
}
