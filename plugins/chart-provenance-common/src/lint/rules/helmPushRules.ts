import { CommandLine, flagOf } from '../read/helmCommand';
import {
  isRegistryHost,
  isWhole,
  ReferenceParts,
  splitReference,
  textOf,
} from '../read/reference';
import { HOLE } from '../text';
import { CommandSetting } from './CommandSetting';
import { checkReference } from './referenceRules';
import { Report } from './Report';

/** What is wrong with a login: only a host is taken. */
export function checkLogin(line: CommandLine, report: Report): void {
  const [host] = line.args;
  if (host === undefined || line.open) {
    return;
  }
  const { piece } = host;
  const parts = splitReference(piece);
  const [from, to] = parts.host;
  if (
    (parts.scheme === '' && to === piece.text.length) ||
    /^\.{3}|[[\]{}]/.test(piece.text) ||
    to === from
  ) {
    return;
  }
  const part = piece.text.slice(from, to);
  const isHost = isWhole(part)
    ? { range: [0, piece.text.length] as const, correction: part }
    : restOf(parts, to);
  report.part('login-not-a-host', piece, isHost.range, {
    correction: isHost.correction,
    about: piece.text,
  });
}

/** What is not the host, where the host is filled in: what stands before it or what stands behind it. */
function restOf({ scheme, piece }: ReferenceParts, to: number) {
  return scheme === ''
    ? { range: [to, piece.text.length] as const, correction: '' }
    : {
        range: [0, scheme.length] as const,
        correction: to === piece.text.length ? '' : undefined,
      };
}

/** What is wrong with a push. */
export function checkPush(
  line: CommandLine,
  report: Report,
  { helm }: CommandSetting,
): void {
  const at = line.args.findIndex(({ text }) => /^oci:\/\//i.test(text));
  const [archive, second] = line.args;
  if (at < 0) {
    const parts = second && splitReference(second.piece);
    if (
      parts &&
      parts.scheme === '' &&
      isRegistryHost(textOf(parts, parts.host))
    ) {
      const host = textOf(parts, parts.host);
      report.part('scheme-missing', second.piece, [0, host.length], {
        correction: `oci://${host}`,
        tool: null,
      });
    }
    return;
  }
  const { piece } = line.args[at];
  const parts = splitReference(piece);
  if (at === 1) {
    checkArchive(archive.piece.text, line, report);
    checkNested(parts, archive.text, report);
  }
  checkReference(piece.slice(0, endOfPath(parts)), report, {
    tool: 'helm',
    slashAtEnd: true,
    adds: (at === 1 && chartNameIn(archive.text)) || '…',
  });
  const version = flagOf(line, 'version');
  if (version) {
    report.part('push-version-flag', version.word.piece, [
      0,
      version.word.text.length,
    ]);
  }
  checkOutput(line, report, helm);
}

function endOfPath({ path }: ReferenceParts): number {
  return path[1];
}

function checkArchive(text: string, line: CommandLine, report: Report): void {
  const name = text.replace(/\/$/, '').split('/').pop() ?? '';
  const isFolder =
    /^\.{1,2}$/.test(name) ||
    text.endsWith('/') ||
    (/^[\w-]+$/.test(name) && /[a-z]/.test(name));
  if (isFolder && isWhole(text) && !text.includes('*')) {
    report.part('push-directory', line.args[0].piece, [0, text.length]);
  }
}

/** The name in `payments-1.8.2.tgz`, `payments-*.tgz`, `payments-${VERSION}.tgz`; undefined for any other. */
export function chartNameIn(archive: string): string | undefined {
  const base = archive.slice(archive.lastIndexOf('/') + 1);
  const [, name] =
    /^([a-z0-9]+(?:-[a-z][a-z0-9]*)*)-(?:v?\d|\uE000|\*)/.exec(base) ?? [];
  return name;
}

function checkNested(
  parts: ReferenceParts,
  archive: string,
  report: Report,
): void {
  const { piece, path, tag, digest } = parts;
  const segments = textOf(parts, path).split('/');
  const name = chartNameIn(archive);
  const isNested =
    name !== undefined &&
    segments.length > 1 &&
    segments[segments.length - 1] === name;
  const start = path[1] - (name?.length ?? 0);
  const end = piece.text.length;
  const extra = tag?.[0] ?? digest?.[0];
  if (extra !== undefined) {
    // A tag shows that the whole reference was written, name and all.
    const from = isNested ? start - 1 : extra - 1;
    const rest = piece.text.slice(from, end);
    report.part('push-with-tag', piece, [from, end], {
      correction: rest.includes(HOLE) ? undefined : '',
    });
  } else if (isNested) {
    const about = `${textOf(parts, [parts.host[0], path[1]])}/${name}:…`;
    report.part('push-with-chart-name', piece, [start, path[1]], { about });
  }
}

/** Helm 3 prints the digest to stderr: a pipe or a variable gets nothing of it. */
function checkOutput(
  { command }: CommandLine,
  report: Report,
  helm: string | undefined,
): void {
  const both = command.redirects.some(one => one === '2>&1');
  if (command.captured && !both && !/^v?[4-9]/.test(helm ?? '')) {
    const { end } = command;
    report.add({
      rule: 'push-output-not-captured',
      at: { start: end, end },
      correction: ' 2>&1',
    });
  }
}
