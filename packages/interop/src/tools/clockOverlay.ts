import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Seconds that a program built with the overlay adds to its wall clock. */
export const CLOCK_VARIABLE = 'CHART_PROVENANCE_CLOCK_OFFSET';

const NOW = 'func Now() Time {\n\tsec, nsec, mono := runtimeNow()\n';

const OFFSET = `package time

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
 * Writes a Go build overlay whose only change is that `time.Now` adds an offset
 * from the environment. Go programs read the clock without libc, so libfaketime
 * cannot do this. Without the variable a program behaves as published.
 *
 * @returns the path to give to `go install -overlay`.
 */
export function writeClockOverlay(goRoot: string, folder: string): string {
  const original = join(goRoot, 'src', 'time', 'time.go');
  const source = readFileSync(original, 'utf8');
  if (source.split(NOW).length !== 2) {
    throw new Error(
      `time.Now in ${original} is not what the clock overlay expects: adapt clockOverlay.ts to this Go`,
    );
  }
  mkdirSync(folder, { recursive: true });
  const replaced = join(folder, 'time.go');
  const added = join(folder, 'clock_offset.go');
  writeFileSync(replaced, source.replace(NOW, `${NOW}\tsec += clockOffset\n`));
  writeFileSync(added, OFFSET);

  const overlay = join(folder, 'overlay.json');
  writeFileSync(
    overlay,
    JSON.stringify({
      Replace: {
        [original]: replaced,
        [join(goRoot, 'src', 'time', 'clock_offset.go')]: added,
      },
    }),
  );
  return overlay;
}
