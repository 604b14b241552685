import type { Case } from './Case.ts';
import { attach, publish, type Ground } from './Ground.ts';
import type { NotationWord } from './NotationCli.ts';

const MEDIA_TYPES = { jws: 'application/jose+json', cose: 'application/cose' };

/** A case with what Notation said, as it is written for the tests. */
export interface CaseRecord extends Omit<Case, 'envelope'> {
  notation: NotationWord;
  /** Notation says the same as we, or it is written down why not. */
  agrees: boolean;
}

/** Attaches the envelope to the chart, in a repository of its own, and asks Notation. */
export async function recordCase(
  ground: Ground,
  { envelope, ...rest }: Case,
): Promise<CaseRecord> {
  const { name, syntax, store, expected, differs } = rest;
  const repository = `cases/${name}`;
  const subject = publish(ground, repository);
  attach(ground, repository, subject, MEDIA_TYPES[syntax], envelope);
  const reference = `${ground.host}/${repository}@${subject.digest}`;
  const notation = await ground.notation.verify(reference, store);
  const same = notation.ok === (expected === 'proven');
  return { ...rest, notation, agrees: same !== (differs !== undefined) };
}

/** One line for a person. */
export function describeRecord(record: CaseRecord): string {
  const { name, expected, notation, differs, agrees } = record;
  const said = notation.ok ? 'accepts' : `refuses (${notation.said})`;
  const because = differs ? ` – ${differs}` : '';
  return `${
    agrees ? ' ' : '!'
  } ${name}: ${expected}; Notation ${said}${because}`;
}
