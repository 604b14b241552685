import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { LintReport } from 'backstage-plugin-chart-provenance-common';
import {
  lintText,
  MAX_LINT_BYTES,
} from 'backstage-plugin-chart-provenance-common/lint';

/** A text that was checked. */
export interface Checked {
  /** As it was named. */
  path: string;
  text: string;
  report: LintReport;
}

/** Reads and checks one file. What is too long, or no text, is unread. */
export async function checkFile(path: string): Promise<Checked> {
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.alloc(MAX_LINT_BYTES + 1);
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length);
      if (bytesRead === 0) {
        break;
      }
      length += bytesRead;
    }
    return checkBytes(path, bytes.subarray(0, length));
  } finally {
    await file.close();
  }
}

/** The same for bytes that are here already. */
export function checkBytes(path: string, bytes: Uint8Array): Checked {
  if (bytes.length > MAX_LINT_BYTES) {
    return unread(path, `It is longer than ${MAX_LINT_BYTES} bytes.`);
  }
  if (!isUtf8(bytes)) {
    return unread(path, 'It is no UTF-8 text.');
  }
  // A mark at the beginning is a character of the file, which is written back.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return { path, text, report: lintText({ text, filename: path }) };
}

function unread(path: string, why: string): Checked {
  const report = lintText({ text: '', filename: path });
  return { path, text: '', report: { ...report, unread: [why] } };
}
