import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { VerifyInput } from '../types';

/** What a thread is asked. */
export type Question =
  | { type: 'verify'; input: VerifyInput }
  | { type: 'decode'; evidence: Evidence; bytes: Uint8Array };

/** A question with the buffers that are handed over with it: the thread has them, and nobody else. */
export interface Handed {
  question: Question;
  buffers: ArrayBuffer[];
}

/** To be verified. */
export function handVerify(input: VerifyInput): Handed {
  const bytes = new Uint8Array(input.bytes);
  const subjectBytes = input.subjectBytes && new Uint8Array(input.subjectBytes);
  return {
    question: { type: 'verify', input: { ...input, bytes, subjectBytes } },
    buffers: [bytes, subjectBytes].flatMap(each => each?.buffer ?? []),
  };
}

/** To be decoded. */
export function handDecode(evidence: Evidence, bytes: Uint8Array): Handed {
  const copy = new Uint8Array(bytes);
  return {
    question: { type: 'decode', evidence, bytes: copy },
    buffers: [copy.buffer],
  };
}
