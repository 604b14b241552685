import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { MAX_BYTES } from './limits';
import { readFragment, SharedText } from './sharedText';

/**
 * Why a file or a link did not become a text.
 *
 * @internal
 */
export type OpenProblem = 'link' | 'size' | 'text';

/**
 * The text in the editor, with where it came from.
 *
 * @internal
 */
export interface LintText {
  shared: SharedText;
  problem: OpenProblem | null;
  setText(text: string): void;
  setFilename(filename: string): void;
  /** Puts a file into the editor. */
  open(file: File): Promise<void>;
  load(shared: SharedText): void;
}

const EMPTY: SharedText = { text: '', filename: '' };

/**
 * Keeps the text in memory and nowhere else. A link that carries one fills the editor, unless something was typed meanwhile.
 *
 * @internal
 */
export function useLintText(): LintText {
  const { hash } = useLocation();
  const [shared, setShared] = useState(EMPTY);
  const [problem, setProblem] = useState<OpenProblem | null>(null);
  const touched = useRef(false);
  const load = useCallback((next: SharedText) => {
    touched.current = true;
    setProblem(null);
    setShared(next);
  }, []);

  useEffect(() => {
    let current = true;
    if (hash.length > 1) {
      readFragment(hash).then(found => {
        if (!current || touched.current) {
          return;
        }
        if (found) {
          setShared(found);
        } else {
          setProblem('link');
        }
      });
    }
    return () => {
      current = false;
    };
  }, [hash]);

  const setText = useCallback((text: string) => {
    touched.current = true;
    setProblem(null);
    setShared(before => ({ ...before, text }));
  }, []);
  const setFilename = useCallback(
    (filename: string) => setShared(before => ({ ...before, filename })),
    [],
  );
  const open = useCallback(
    async (file: File) => {
      const text = file.size > MAX_BYTES ? null : await readFile(file);
      if (text === null) {
        setProblem(file.size > MAX_BYTES ? 'size' : 'text');
      } else {
        load({ text, filename: file.name.slice(0, 200) });
      }
    },
    [load],
  );
  return { shared, problem, setText, setFilename, open, load };
}

/** Null when it is no text in UTF-8. */
async function readFile(file: File): Promise<string | null> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      await file.arrayBuffer(),
    );
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
