import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Seconds that a program built with the `clock` change adds to its wall clock. */
export const CLOCK_VARIABLE = 'CHART_PROVENANCE_CLOCK_OFFSET';

/**
 * `clock`: `time.Now` adds an offset from the environment, so that a signature
 * can be made at the hour of a release. Go programs read the clock without libc,
 * so libfaketime cannot do this.
 * `loopback`: a server that names no address listens on 127.0.0.1 only. Fulcio
 * and the timestamp authority open their metrics to every address otherwise.
 */
export type BuildChange = 'clock' | 'loopback';

interface Edit {
  /** In Go's own source, below `src`. */
  file: string;
  find: string;
  replace: string;
}

const NOW = 'func Now() Time {\n\tsec, nsec, mono := runtimeNow()\n';
const LISTEN = 'func Listen(network, address string) (Listener, error) {\n';

const EDITS: Record<BuildChange, Edit> = {
  clock: {
    file: 'time/time.go',
    find: NOW,
    replace: `${NOW}\tsec += clockOffset\n`,
  },
  loopback: {
    file: 'net/dial.go',
    find: LISTEN,
    replace: `${LISTEN}\tif len(address) > 0 && address[0] == ':' {\n\t\taddress = "127.0.0.1" + address\n\t}\n`,
  },
};

const CLOCK_OFFSET = `package time

import "syscall"

var clockOffset = func() int64 {
	text, _ := syscall.Getenv("${CLOCK_VARIABLE}")
	digits, negative := text, false
	if len(text) > 0 && text[0] == '-' {
		digits, negative = text[1:], true
	}
	seconds := int64(0)
	for _, digit := range []byte(digits) {
		if digit < '0' || digit > '9' {
			panic("${CLOCK_VARIABLE} is not a number of seconds: " + text)
		}
		seconds = seconds*10 + int64(digit-'0')
	}
	if negative {
		return -seconds
	}
	return seconds
}()
`;

/**
 * Writes a Go build overlay with these changes to Go's own packages; the sources
 * of the tools stay as published.
 *
 * @returns the path to give to `go install -overlay`.
 * @throws when this Go's source is not what an edit expects.
 */
export function writeBuildOverlay(
  goRoot: string,
  folder: string,
  changes: BuildChange[],
): string {
  const replace: Record<string, string> = {};
  const put = (original: string, text: string) => {
    const path = join(folder, original);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    replace[join(goRoot, 'src', original)] = path;
  };
  for (const change of changes) {
    const edit = EDITS[change];
    const source = readFileSync(join(goRoot, 'src', edit.file), 'utf8');
    if (source.split(edit.find).length !== 2) {
      throw new Error(
        `${edit.file} of this Go is not what the ${change} change expects: adapt buildOverlay.ts`,
      );
    }
    put(edit.file, source.replace(edit.find, edit.replace));
  }
  if (changes.includes('clock')) {
    put('time/clock_offset.go', CLOCK_OFFSET);
  }
  const overlay = join(folder, `${changes.join('-')}.json`);
  writeFileSync(overlay, JSON.stringify({ Replace: replace }));
  return overlay;
}
