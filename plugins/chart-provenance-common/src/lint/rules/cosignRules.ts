import { CommandLine, flagOf, isSet } from '../read/helmCommand';
import { isWhole, splitReference } from '../read/reference';
import { Word } from '../read/shell';
import { checkExpression } from './anchors';
import { CommandSetting } from './CommandSetting';
import { checkReference } from './referenceRules';
import { Report } from './Report';

const WITH_REFERENCE = [
  'sign',
  'attest',
  'verify',
  'verify-attestation',
  'tree',
  'triangulate',
  'copy',
  'clean',
];
const VERIFYING = [
  'verify',
  'verify-attestation',
  'verify-blob',
  'verify-blob-attestation',
];
const KEYS = ['key', 'sk', 'cert', 'certificate', 'k'];
const IDENTITIES = ['certificate-identity', 'certificate-identity-regexp'];
const ISSUERS = ['certificate-oidc-issuer', 'certificate-oidc-issuer-regexp'];

/** What is wrong with one command of cosign. */
export function checkCosign(
  line: CommandLine,
  report: Report,
  setting: CommandSetting,
): void {
  if (WITH_REFERENCE.includes(line.verb)) {
    for (const argument of line.args) {
      checkArgument(argument, line, report);
    }
  }
  if (VERIFYING.includes(line.verb)) {
    checkIdentity(line, report, setting);
  }
}

function checkArgument(
  argument: Word,
  line: CommandLine,
  report: Report,
): void {
  const { piece, text } = argument;
  const parts = splitReference(piece);
  const isReference = parts.path[1] > parts.path[0] && !/^\.{0,2}\//.test(text);
  if (
    !isReference ||
    /[[\]{}]|\.{3}$|\.(?:json|ya?ml|txt|tgz|pub|pem)$/.test(text)
  ) {
    return;
  }
  if (parts.scheme !== '') {
    report.part('cosign-scheme', piece, [0, parts.scheme.length], {
      correction: '',
      about: text,
    });
    return;
  }
  const isWell = checkReference(piece, report, { tool: 'cosign' });
  const isSigning = line.verb === 'sign' || line.verb === 'attest';
  const rest = text.slice(parts.path[1]);
  if (
    isWell &&
    isSigning &&
    parts.digest === undefined &&
    isByTag(rest, text)
  ) {
    report.part('cosign-by-tag', piece, [0, text.length]);
  }
}

/** With a tag, or with nothing, which is `latest`; what is filled in may hold a digest. */
function isByTag(rest: string, text: string): boolean {
  return isWhole(rest) && (rest !== '' || isWhole(text));
}

function checkIdentity(
  line: CommandLine,
  report: Report,
  { isMakefile = false }: CommandSetting,
): void {
  const { args, flags, command } = line;
  const identity = flagOf(line, ...IDENTITIES);
  const key = flagOf(line, ...KEYS);
  checkExpressions(line, report, isMakefile);
  const ignored = flagOf(line, 'insecure-ignore-tlog');
  if (ignored && isSet(line, 'insecure-ignore-tlog') && key === undefined) {
    const { piece, text } = ignored.word;
    report.part('cosign-ignore-tlog', piece, [0, text.length]);
  }
  if (identity && flagOf(line, 'key', 'k')) {
    const { piece, text } = identity.word;
    report.part('cosign-key-and-identity', piece, [0, text.length]);
  }
  const subject = args.find(
    ({ text }) => /[\w\uE000]/.test(text) && !/^\[/.test(text),
  );
  if (!subject || isAbbreviated(line) || key || hasOther(flags)) {
    return;
  }
  const start = command.words[0].piece.whole.start;
  const at = { start, end: command.end };
  const hasIssuer = flagOf(line, ...ISSUERS) !== undefined;
  if (!identity) {
    report.add({ rule: 'cosign-identity-missing', at });
  } else if (!hasIssuer) {
    report.add({ rule: 'cosign-issuer-missing', at });
  }
}

/** `…`, `[flags]` and words that are filled in may be flags. */
function isAbbreviated({ command }: CommandLine): boolean {
  return command.words.some(
    ({ text, quoted }) => !quoted && /^(?:\.{3}|…|\[.*|\uE000+)$/.test(text),
  );
}

/** Flags that change what is verified, or ask for help. */
function hasOther(flags: CommandLine['flags']): boolean {
  return flags.some(({ name }) =>
    ['help', 'h', 'certificate-chain', 'policy', 'experimental'].includes(name),
  );
}

function checkExpressions(
  line: CommandLine,
  report: Report,
  isMakefile: boolean,
): void {
  for (const { name, value } of line.flags) {
    if (value && (name === IDENTITIES[1] || name === ISSUERS[1])) {
      checkExpression(value.piece, report, {
        canCorrect: !isMakefile && value.quoted,
      });
    }
  }
}
