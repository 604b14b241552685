import { ShellCommand, Word } from './shell';
import { programOf } from './programOf';

/** A flag as written. */
export interface Flag {
  /** Without dashes. */
  name: string;
  word: Word;
  /** Of `--name=value` the piece of the value only; undefined for a flag without one. */
  value?: Word;
}

/** A program's command line, taken apart. */
export interface CommandLine {
  verb: string;
  args: Word[];
  flags: Flag[];
  command: ShellCommand;
  /** There may be more flags than can be seen. */
  open: boolean;
}

const VALUES = new Set(
  `version repo namespace n values f set set-string set-file set-json set-literal destination d untardir username u password p
  kube-context kubeconfig timeout ca-file cert-file key-file keyring registry-config repository-config repository-cache output o
  name-template description post-renderer post-renderer-args labels l api-versions a kube-version output-dir show-only s history-max
  burst-limit qps kube-apiserver kube-as-user kube-as-group kube-ca-file kube-tls-server-name kube-token app-version key
  passphrase-file starter`.split(/\s+/),
);
const GROUPS = [
  'registry',
  'repo',
  'repository',
  'show',
  'inspect',
  'dependency',
  'dep',
  'search',
  'get',
  'plugin',
];

/** Reads a command line of Helm; undefined for any other. The verb of a group is `repo add`. */
export function helmCommand(command: ShellCommand): CommandLine | undefined {
  const rest = programOf(command, /^(?:helm|helm[34]|helm\.exe)$/);
  if (rest === undefined) {
    return undefined;
  }
  const { args, flags, open } = takeApart(rest, name => VALUES.has(name));
  const [first, second] = args;
  if (first === undefined) {
    return undefined;
  }
  const isGroup = GROUPS.includes(first.text) && second !== undefined;
  return {
    verb: isGroup ? `${first.text} ${second.text}` : first.text,
    args: args.slice(isGroup ? 2 : 1),
    flags,
    command,
    open,
  };
}

/** Splits words into arguments and flags. */
export function takeApart(
  words: readonly Word[],
  takesValue: (name: string) => boolean,
): Pick<CommandLine, 'args' | 'flags' | 'open'> {
  const args: Word[] = [];
  const flags: Flag[] = [];
  let open = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const [, name, equals] = /^--?([A-Za-z][\w-]*)(=)?/.exec(word.text) ?? [];
    if (name === undefined) {
      // Nothing but something filled in could be any number of words.
      open ||=
        !word.quoted &&
        (/^(?:\uE000+|\.{3}|…)$/.test(word.text) || word.text.startsWith('['));
      args.push(word);
    } else if (equals !== undefined) {
      flags.push({
        name,
        word,
        value: after(word, word.text.indexOf('=') + 1),
      });
    } else if (takesValue(name)) {
      at += 1;
      flags.push({ name, word, value: words[at] });
    } else {
      flags.push({ name, word });
    }
  }
  return { args, flags, open };
}

function after(word: Word, from: number): Word {
  const piece = word.piece.slice(from);
  return { piece, text: piece.text, quoted: word.quoted };
}

/** The flag of one of these names. */
export function flagOf(
  { flags }: Pick<CommandLine, 'flags'>,
  ...names: readonly string[]
): Flag | undefined {
  return flags.find(({ name }) => names.includes(name));
}

/** Is it set, and not to false? */
export function isSet(line: CommandLine, name: string): boolean {
  const flag = flagOf(line, name);
  return flag !== undefined && flag.value?.text !== 'false';
}
