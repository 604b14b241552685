import { CommandLine, flagOf, isSet } from '../read/helmCommand';
import { splitReference } from '../read/reference';
import { Word } from '../read/shell';
import { checkHelmVersion } from './versionRules';
import { checkDownload } from './helmDownloadRules';
import { checkLogin, checkPush } from './helmPushRules';
import { CommandSetting } from './CommandSetting';
import { Report } from './Report';

const DOWNLOADS: Readonly<Record<string, number>> = {
  pull: 0,
  fetch: 0,
  install: 1,
  upgrade: 1,
  template: 1,
  'show chart': 0,
  'show values': 0,
  'show readme': 0,
  'show all': 0,
  'show crds': 0,
  'inspect values': 0,
  'inspect chart': 0,
};

/** What is wrong with one command of Helm. */
export function checkHelm(
  line: CommandLine,
  report: Report,
  setting: CommandSetting,
): void {
  switch (line.verb) {
    case 'repo add':
      checkRepoAdd(line, report);
      break;
    case 'registry login':
      checkLogin(line, report);
      break;
    case 'push':
      checkPush(line, report, setting);
      break;
    default:
      if (Object.hasOwn(DOWNLOADS, line.verb)) {
        checkFetching(line, report, setting);
      }
  }
}

function checkRepoAdd({ args }: CommandLine, report: Report): void {
  const url = args.find(({ text }) => /^oci:\/\//i.test(text));
  if (url) {
    const { piece, text } = url;
    report.part('repo-add-oci', piece, [0, text.length], { about: text });
  }
}

function checkFetching(
  line: CommandLine,
  report: Report,
  setting: CommandSetting,
): void {
  const chart = chartOf(line);
  const repo = flagOf(line, 'repo')?.value;
  const version = flagOf(line, 'version')?.value;
  const isOci = chart !== undefined && /^oci:\/\//i.test(chart.text);
  if (repo && /^oci:\/\//i.test(repo.text)) {
    checkRepoFlag(chart, repo, report);
  }
  if (version && (isOci || /^sha256:/.test(version.text))) {
    const digest = isOci ? digestInstead(chart, version) : undefined;
    if (digest === undefined) {
      checkHelmVersion(version.piece, report, { tool: 'helm', oci: isOci });
    } else {
      report.add(digest);
    }
  }
  if (chart) {
    checkDownload(line, chart, report, setting);
  }
  if (isOci && isSet(line, 'plain-http')) {
    const skip = flagOf(line, 'insecure-skip-tls-verify');
    if (skip && isSet(line, 'insecure-skip-tls-verify')) {
      report.part('plain-http-and-skip-tls', skip.word.piece, [
        0,
        skip.word.text.length,
      ]);
    }
  }
}

/** The argument that names the chart; undefined where it cannot be told. */
function chartOf({ verb, args, flags, open }: CommandLine): Word | undefined {
  const oci = args.find(({ text }) => /(?:^|\/\/)oci:\/\//i.test(text));
  if (oci || open) {
    return oci;
  }
  const isNamed = !flags.some(({ name }) =>
    ['generate-name', 'g', 'name-template'].includes(name),
  );
  const place = DOWNLOADS[verb];
  return args[isNamed && args.length > place ? place : 0];
}

/** `REF --version sha256:…`, side by side, is one reference. */
function digestInstead(chart: Word, version: Word) {
  const { text, piece } = version;
  const { tag, digest } = splitReference(chart.piece);
  if (!/^sha256:[0-9a-f]{64}$/.test(text) || tag || digest) {
    return undefined;
  }
  const { source } = piece;
  const { end: from } = chart.piece.whole;
  const between = source.slice(from, piece.whole.start);
  return /^ +--version[ =]$/.test(between) && !chart.quoted && !version.quoted
    ? {
        rule: 'digest-as-version' as const,
        at: { start: from, end: piece.whole.end },
        correction: `@${text}`,
        tool: 'helm' as const,
        about: text,
      }
    : undefined;
}

/** `NAME --repo oci://host/path`, side by side, is one reference. */
function checkRepoFlag(
  chart: Word | undefined,
  repo: Word,
  report: Report,
): void {
  const about = repo.text;
  const start = chart?.piece.whole.end ?? 0;
  const between = repo.piece.source.slice(start, repo.piece.whole.start);
  const isPlain =
    chart !== undefined &&
    start < repo.piece.whole.start &&
    /^ +--repo[ =]$/.test(between) &&
    /^[a-z0-9][a-z0-9-]*$/.test(chart.text) &&
    chart.piece.isExact() &&
    repo.piece.isExact() &&
    !repo.quoted;
  if (isPlain) {
    report.add({
      rule: 'repo-flag-oci',
      at: { start: chart.piece.whole.start, end: repo.piece.whole.end },
      correction: `${repo.text.replace(/\/$/, '')}/${chart.text}`,
      about,
    });
  } else {
    report.part('repo-flag-oci', repo.piece, [0, repo.text.length], { about });
  }
}
