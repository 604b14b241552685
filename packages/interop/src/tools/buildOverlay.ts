import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atExit } from '../process/atExit.ts';

/** Seconds that a program built here adds to its wall clock; read in `clock_offset.go`. */
export const CLOCK_VARIABLE = 'CHART_PROVENANCE_CLOCK_OFFSET';

/** The second since 1970 at which the wall clock stands still; timers go on. Read in `clock_offset.go`. */
export const STOPPED_CLOCK_VARIABLE = 'CHART_PROVENANCE_CLOCK_STOPPED';

/** Makes random bytes the same in every run; read in `repeatable.go`. Default: they are random. */
export const SEED_VARIABLE = 'CHART_PROVENANCE_RANDOM_SEED';

interface Edit {
  /** In Go's own source, below `src`. */
  file: string;
  find: string;
  replace: string;
}

const NOW = 'func Now() Time {\n\tsec, nsec, mono := runtimeNow()\n';
const LISTEN = 'func Listen(network, address string) (Listener, error) {\n';
const READ = 'func Read(b []byte) {\n';
/** Whole files that are added to Go's own source, at the same paths. */
const ADDED = fileURLToPath(new URL('../../go/overlay', import.meta.url));
const ADDED_FILES = [
  'time/clock_offset.go',
  'crypto/internal/sysrand/repeatable.go',
];

const EDITS: Edit[] = [
  // `time.Now` adds an offset from the environment, so that a signature can be
  // made at the hour of a release, or stands still, so that it is made in the same
  // second each time. Go programs read the clock without libc, so
  // libfaketime cannot do this.
  {
    file: 'time/time.go',
    find: NOW,
    replace: `${NOW}\tif clockStopped != 0 {\n\t\tsec, nsec = clockStopped, 0\n\t}\n\tsec += clockOffset\n`,
  },
  // With CHART_PROVENANCE_RANDOM_SEED in the environment, random bytes are the same in every run: keys,
  // nonces and serial numbers of the fixtures. Without it nothing changes.
  {
    file: 'crypto/internal/sysrand/rand.go',
    find: READ,
    replace: `${READ}\tif repeatable(b) {\n\t\treturn\n\t}\n`,
  },
  // A server that names no address gets a free port of 127.0.0.1. Fulcio, Rekor v1
  // and the timestamp authority open their metrics to every address otherwise, the
  // last two on a fixed port, so that two runs could not stand side by side.
  {
    file: 'net/dial.go',
    find: LISTEN,
    replace: `${LISTEN}\tif len(address) > 0 && address[0] == ':' {\n\t\taddress = "127.0.0.1:0"\n\t}\n`,
  },
];

/** Names these changes: a tool that was built with others is not the same. */
export const OVERLAY_DIGEST = createHash('sha256')
  .update(JSON.stringify([EDITS, ADDED_FILES.map(added)]))
  .digest('hex');

/**
 * Writes a Go build overlay with these changes to Go's own packages; the sources
 * of the tools stay as published. Every tool is built with the same one: with two
 * different overlays Go would compile everything twice.
 *
 * @returns the path to give to `-overlay`; it goes when this process ends.
 * @throws when this Go's source is not what an edit expects.
 */
export function writeBuildOverlay(goRoot: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'chart-provenance-overlay-'));
  atExit(() => rmSync(folder, { recursive: true, force: true }));
  const replace: Record<string, string> = {};
  const put = (original: string, text: string) => {
    const path = join(folder, original);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    replace[join(goRoot, 'src', original)] = path;
  };
  for (const edit of EDITS) {
    const source = readFileSync(join(goRoot, 'src', edit.file), 'utf8');
    if (source.split(edit.find).length !== 2) {
      throw new Error(
        `${edit.file} of this Go is not what our change to it expects: adapt buildOverlay.ts`,
      );
    }
    put(edit.file, source.replace(edit.find, edit.replace));
  }
  for (const file of ADDED_FILES) {
    put(file, added(file));
  }
  const overlay = join(folder, 'overlay.json');
  writeFileSync(overlay, JSON.stringify({ Replace: replace }));
  return overlay;
}

function added(file: string): string {
  return readFileSync(join(ADDED, file), 'utf8');
}
